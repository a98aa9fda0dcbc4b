import { readDataCoding } from '../../../wire/sms/data-coding.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { pushedParts } from '../../pushed-messages.ts'

/** For a port, and by SMS, as the target coded it. */
const parts = ({ evidence }: CheckContext) =>
  pushedParts(evidence).filter(
    ({ ports, event }) => ports !== undefined && event.carrier === 'sms' && event.bearer !== 'ppg',
  )

export default defineCheck({
  row: 'W03',
  level: 'must',
  clause: 'PUSH-CODING',
  title: 'What goes to a port is coded as 8-bit data',
  applies: (context) => parts(context).length > 0,
  absent: 'nothing was sent to a port by SMS',
  *judge(context) {
    for (const { event } of parts(context)) {
      const coding = `0x${event.dataCoding.toString(16).padStart(2, '0')}`
      yield readDataCoding(event.dataCoding).alphabet === 'octets'
        ? pass(event, `data coding ${coding}`)
        : fail(event, {
            actual: `data coding ${coding} for data`,
            expected: '8-bit data: 0x04, 0x15 or 0xf5',
          })
    }
  },
  explain: `With the coding of a text some centres pack the octets of a push as septets, others translate their characters, and the phone gets something that is no push. It is then thrown away without a word. Set data_coding to 4, or to 0xF5 where the operator wants a class.`,
})
