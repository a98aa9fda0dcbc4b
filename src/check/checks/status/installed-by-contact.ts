import { defineCheck } from '../../check.ts'
import { judgeReadings, readingsIn } from '../../status-readings.ts'

const situation = 'contacted'

export default defineCheck({
  row: 'N63',
  level: 'must-if',
  clause: 'NATIVE-STATUS',
  title: 'A client that has connected with the version that was sent is shown as installed',
  applies: (context) => readingsIn(context, situation).length > 0,
  absent: 'nobody asked what the server shows after the client that it sent had connected',
  judge: (context) => judgeReadings(context, { situation, wanted: ['installed'] }),
  explain: `The first contact of the client is the only proof of a native installation, and it may come days after the download, long after the link is dead. A server that does not bring the two together shows phones that are in use as unfinished, and sends them the client again. Match the contact by device and version, not by the life of the link.`,
})
