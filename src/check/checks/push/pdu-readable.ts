import { statedLengthOf } from '../../../wire/wsp/push-headers.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { ownWsp } from '../../scripted-pushes.ts'

export default defineCheck({
  row: 'W10',
  level: 'must',
  clause: 'PUSH-PDU',
  title: 'A push is a WSP Push PDU whose lengths are right',
  applies: (context) => ownWsp(context).length > 0,
  absent: 'no push was sent whose WSP the target wrote',
  *judge(context) {
    for (const message of ownWsp(context)) {
      const { push, problem } = message.reading
      const stated = push && statedLengthOf(push.headers)
      if (push === undefined) {
        yield fail(message, {
          actual: 'no push',
          expected: 'a WSP Push PDU',
          reason: `No push can be read: ${problem ?? 'nothing is there'}.`,
        })
      } else if (push.confirmed) {
        yield fail(message, { actual: 'a ConfirmedPush without a session', expected: 'a Push' })
      } else if (stated !== undefined && stated !== push.body.length) {
        yield fail(message, {
          actual: `Content-Length ${stated} before a body of ${push.body.length} octets`,
          expected: `${push.body.length}`,
        })
      } else yield pass(message, `a Push of ${push.body.length} octets`)
    }
  },
  explain: `HeadersLen says where the document begins. One octet off, and the phone reads the last header as the first octet of the document or the other way round: it drops the push without telling anybody. Count content type and headers together in octets, with the length octet of the content type but without HeadersLen itself.`,
})
