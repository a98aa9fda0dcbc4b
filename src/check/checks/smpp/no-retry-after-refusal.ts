import { defineCheck, fail, pass } from '../../check.ts'
import { isRefusedForGood, nextAttempt, smppSubmissions } from '../../smpp-sessions.ts'

export default defineCheck({
  row: 'W42',
  level: 'should',
  clause: 'SMPP-REFUSED-FOR-GOOD',
  title: 'A message that is refused for good is not submitted again',
  applies: ({ evidence }) => smppSubmissions(evidence).some(isRefusedForGood),
  absent: 'the SMSC refused no message for good',
  *judge({ evidence }) {
    const all = smppSubmissions(evidence)
    for (const submission of all.filter(isRefusedForGood)) {
      const again = nextAttempt(submission, all)
      if (again === undefined) yield pass(submission, 'it was left at that')
      else {
        yield fail(again, {
          actual: `the same message after status ${submission.answer?.pdu.status}`,
          expected: 'no further submission',
          cause: submission,
        })
      }
    }
  },
  explain: `An address that does not exist, or a field that the centre cannot use, is as wrong the second time. Servers that try again fill the log of the operator, may be charged for each attempt, and keep other messages waiting. Tell whoever ordered the push instead.`,
})
