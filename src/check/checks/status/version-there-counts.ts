import { defineCheck } from '../../check.ts'
import { judgeReadings, readingsIn } from '../../status-readings.ts'

const situation = 'there before'

export default defineCheck({
  row: 'N64',
  level: 'may',
  clause: 'NATIVE-STATUS',
  title: 'A version that a phone has shown before it was ordered counts as installed at once',
  applies: (context) => readingsIn(context, situation).length > 0,
  absent:
    'nothing was ordered for a phone that had connected with that version before, or nobody asked then',
  judge: (context) => judgeReadings(context, { situation, wanted: ['installed'] }),
  explain: `A phone that has the version already has nothing to do, and its user will not open the message. A server that waits for him shows an order that never ends. Where the last contact of the device names the version of the order, it is done at once.`,
})
