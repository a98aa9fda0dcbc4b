import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { isPutOff, nextAttempt, smppSubmissions } from '../../smpp-sessions.ts'
import type { SmppSubmission } from '../../smpp-sessions.ts'

export default defineCheck({
  level: 'should',
  clause: 'SMPP-TAKEN-ONCE',
  title: 'A message that the SMSC has taken is not submitted again',
  applies: (context) => hadSetback(context) && taken(context).length > 0,
  absent: 'no submission was put off or left without an answer',
  *judge(context) {
    const all = smppSubmissions(context.evidence)
    for (const submission of taken(context)) {
      const again = nextAttempt(submission, all)
      if (again === undefined) yield pass(submission, 'it was submitted once')
      else {
        yield fail(again, {
          actual: 'a message that was taken before',
          expected: 'only what was not answered',
          cause: submission,
        })
      }
    }
  },
  explain: `Once submit_sm_resp with status 0 has come, the message is the centre's to deliver. A server that submits everything anew after a connection broke sends users the same link twice, and of a message in segments it sends segments that the phone already has. Mark each submission when its answer comes, and repeat only those without.`,
})

function taken({ evidence }: CheckContext): readonly SmppSubmission[] {
  return smppSubmissions(evidence).filter(({ answer }) => answer?.pdu.status === 0)
}

/** Servers begin anew after something went wrong. */
function hadSetback({ evidence }: CheckContext): boolean {
  return smppSubmissions(evidence).some((one) => one.answer === undefined || isPutOff(one))
}
