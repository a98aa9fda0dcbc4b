import { defineCheck } from '../../check.ts'
import { judgeReadings, readingsIn } from '../../status-readings.ts'

const situation = 'sent'

export default defineCheck({
  row: 'N61',
  level: 'must-if',
  clause: 'NATIVE-STATUS',
  title:
    'A client that was sent whole and has not connected is shown as downloaded, not as installed',
  applies: (context) => readingsIn(context, situation).length > 0,
  absent:
    'nobody asked what the server shows between the download of a client and its first contact',
  judge: (context) => judgeReadings(context, { situation, wanted: ['downloaded'] }),
  explain: `Symbian and Windows Mobile phones report nothing: after the last octet the user may refuse, the package may not be signed as the phone wants it, or there may be no room. A server that shows such a phone as installed is wrong about every one of them, and one that goes on waiting has it sent again in vain. Show it as downloaded and waiting until the client connects.`,
})
