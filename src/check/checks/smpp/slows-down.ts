import { defineCheck, fail, pass } from '../../check.ts'
import { isPutOff, smppSubmissions } from '../../smpp-sessions.ts'

const pauseMs = 1000

export default defineCheck({
  row: 'W41',
  level: 'should',
  clause: 'SMPP-THROTTLED',
  title: 'A server that submits too much waits before it submits more',
  applies: ({ evidence }) => smppSubmissions(evidence).some(isPutOff),
  absent: 'the SMSC was never asked for too much',
  *judge({ evidence }) {
    const all = smppSubmissions(evidence)
    for (const submission of all.filter(isPutOff)) {
      const { answer } = submission
      if (answer === undefined) continue
      const next = all.find(({ seq }) => seq > answer.seq)
      const waited = next && next.at - answer.at
      if (next === undefined || waited === undefined) yield pass(answer, 'it submitted no more')
      else if (waited >= pauseMs) yield pass(next, `it submitted again after ${waited} ms`)
      else {
        yield fail(next, {
          actual: `submit_sm ${waited} ms after status ${answer.pdu.status}`,
          expected: `at least ${pauseMs} ms between them`,
          cause: answer,
        })
      }
    }
  },
  explain: `ESME_RTHROTTLED and ESME_RMSGQFUL say that the centre takes no more for now. A server that goes on at once gets the same answer again, and many operators bar an account that does so. Stop submitting, wait, and go on more slowly; Kannel waits for a minute.`,
})
