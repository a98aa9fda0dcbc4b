import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { conversationEnd } from '../../conversation-time.ts'
import { comesAgain, smppSubmissions } from '../../smpp-sessions.ts'
import type { SmppSubmission } from '../../smpp-sessions.ts'

/** A message that does not come again in this time is lost. */
const patienceMs = 300_000

export default defineCheck({
  row: 'W45',
  level: 'should',
  clause: 'SMPP-UNANSWERED-AGAIN',
  title: 'A message whose answer was lost with the connection is submitted again',
  applies: (context) => unanswered(context).length > 0,
  absent: 'no submission was left without an answer',
  *judge(context) {
    const all = smppSubmissions(context.evidence)
    const end = conversationEnd(context.evidence)
    for (const submission of unanswered(context)) {
      const again = comesAgain(submission, all)
      if (again !== undefined) yield pass(again, 'the message came again')
      else if (end - submission.at < patienceMs) {
        yield inconclusive(submission, 'the trace ends before the message could come again')
      } else {
        yield fail(submission, {
          actual: `no further submission in ${end - submission.at} ms`,
          expected: 'the same message over another connection',
        })
      }
    }
  },
  explain: `When a connection breaks between submit_sm and its answer, nobody knows whether the message was taken. A server that forgets it loses a push without anybody being told. Bind again and submit it again, or at least ask the centre and mark it as unknown.`,
})

function unanswered({ evidence }: CheckContext): readonly SmppSubmission[] {
  return smppSubmissions(evidence).filter(({ answer }) => answer === undefined)
}
