import { askedBySmsc, judgeAnswers } from '../../answered-requests.ts'
import { defineCheck } from '../../check.ts'

export default defineCheck({
  level: 'must',
  clause: 'SMPP-UNBIND-ANSWERED',
  title: 'A server answers the SMSC that takes leave',
  applies: (context) => askedBySmsc(context, 'unbind').length > 0,
  absent: 'the SMSC did not take leave',
  judge: (context) => judgeAnswers(context, 'unbind'),
  explain: `A centre takes leave before it is shut down, and waits for unbind_resp so that nothing is lost on the way. A server that does not answer keeps submitting into a connection that is going away. Answer, close, and bind again later.`,
})
