import { askedBySmsc, judgeAnswers } from '../../answered-requests.ts'
import { defineCheck } from '../../check.ts'

export default defineCheck({
  row: 'W40',
  level: 'must',
  clause: 'SMPP-ENQUIRE-LINK',
  title: 'A server answers the SMSC that asks whether it is there',
  applies: (context) => askedBySmsc(context, 'enquire_link').length > 0,
  absent: 'the SMSC did not ask whether the server is there',
  judge: (context) => judgeAnswers(context, 'enquire_link'),
  explain: `A centre that hears nothing takes the connection for dead and closes it, with everything that waited on it: receipts come late, and pushes stop until somebody notices. Answer enquire_link with enquire_link_resp under the same number, also while nothing is sent.`,
})
