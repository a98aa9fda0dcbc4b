import { askedBySmsc, judgeAnswers } from '../../answered-requests.ts'
import { defineCheck } from '../../check.ts'

export default defineCheck({
  level: 'must',
  clause: 'SMPP-DELIVER-ANSWERED',
  title: 'A server answers each receipt and message that the SMSC delivers',
  applies: (context) => askedBySmsc(context, 'deliver_sm').length > 0,
  absent: 'the SMSC delivered nothing to the server',
  judge: (context) => judgeAnswers(context, 'deliver_sm'),
  explain: `A receipt without deliver_sm_resp under its number stays with the centre: it is delivered again and again, and those behind it wait until the window of the connection is full. Answer at once, whatever the receipt says and whether or not the message is known.`,
})
