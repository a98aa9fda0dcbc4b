import { defineCheck } from '../../check.ts'
import { judgeReadings, readingsIn } from '../../status-readings.ts'

const situation = 'contacted by another'

export default defineCheck({
  row: 'N63',
  level: 'must-if',
  clause: 'NATIVE-STATUS',
  title: 'A client that connects with another version than the one sent installs nothing',
  applies: (context) => readingsIn(context, situation).length > 0,
  absent: 'no client of another version connected after a download, or nobody asked then',
  judge: (context) => judgeReadings(context, { situation, wanted: ['downloaded', 'waiting'] }),
  explain: `A user who refuses the newer version goes on with the older one, which connects as it always did. A server that takes any contact for the proof shows the upgrade as done on phones that still run what it was to replace. Compare the version that the client says with that of the order.`,
})
