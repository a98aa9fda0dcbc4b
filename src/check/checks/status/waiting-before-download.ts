import { defineCheck } from '../../check.ts'
import { judgeReadings, readingsIn } from '../../status-readings.ts'

const situation = 'untouched'

export default defineCheck({
  row: 'N60',
  level: 'must-if',
  clause: 'NATIVE-STATUS',
  title: 'An installation that nobody has begun is shown as waiting for its download',
  applies: (context) => readingsIn(context, situation).length > 0,
  absent: 'nobody asked what the server shows before the client was fetched',
  judge: (context) => judgeReadings(context, { situation, wanted: ['waiting'] }),
  explain: `The operator sends the link again to those whose phone has not fetched the client. A server that shows more than that, because the message was sent or its receipt came, hides the phones whose user never saw it. A receipt says that the phone has a message, not that anybody has opened it.`,
})
