import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { conversationEnd } from '../../conversation-time.ts'
import { comesAgain, isPutOff, smppSubmissions } from '../../smpp-sessions.ts'

/** A message that does not come again in this time is lost. */
const patienceMs = 300_000

export default defineCheck({
  level: 'should',
  clause: 'SMPP-THROTTLED',
  title: 'A message that the SMSC had no room for is submitted again later',
  applies: ({ evidence }) => smppSubmissions(evidence).some(isPutOff),
  absent: 'the SMSC was never asked for too much',
  *judge({ evidence }) {
    const all = smppSubmissions(evidence)
    const end = conversationEnd(evidence)
    for (const submission of all.filter(isPutOff)) {
      const again = comesAgain(submission, all)
      if (again !== undefined) yield pass(again, 'the message came again')
      else if (end - submission.at < patienceMs) {
        yield inconclusive(submission, 'the trace ends before the message could come again')
      } else {
        yield fail(submission, {
          actual: `no further submission in ${end - submission.at} ms`,
          expected: 'the same message again',
        })
      }
    }
  },
  explain: `A centre that is full for a moment has not taken the message and will not remember it: a server that drops it has lost it, and the user waits for a link that never comes. Keep the message and submit it again when the centre takes more, until its own time is over.`,
})
