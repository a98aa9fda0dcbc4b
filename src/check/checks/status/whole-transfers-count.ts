import { defineCheck } from '../../check.ts'
import { judgeReadings, readingsIn } from '../../status-readings.ts'

const situation = 'not whole'

export default defineCheck({
  row: 'N62',
  level: 'should',
  clause: 'NATIVE-STATUS',
  title:
    'A client that was only asked about, or sent in part, is shown as waiting for its download',
  applies: (context) => readingsIn(context, situation).length > 0,
  absent: 'nobody asked what the server shows after HEAD or a transfer that broke off',
  judge: (context) => judgeReadings(context, { situation, wanted: ['waiting'] }),
  explain: `S60 asks with HEAD before its user has agreed to anything, filters of operators do so within a second of the message, and radio breaks transfers off. None of them has the client. Count a download when its last octet was sent; of a small package buffers on the way hold more than the phone has, so that the end of the connection tells more than the last write.`,
})
