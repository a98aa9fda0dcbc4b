import { pushFlagsOf } from '../../../wire/wsp/push-headers.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownWsp } from '../../scripted-pushes.ts'

const operations = (context: CheckContext) =>
  ownWsp(context).flatMap((message) => {
    const { push, content } = message.reading
    return push !== undefined && content?.content.kind === 'co' ? [{ message, push }] : []
  })

export default defineCheck({
  row: 'W28',
  level: 'should',
  clause: 'CO-TRUSTED',
  title: 'An order to empty the cache of a phone is marked as trusted',
  applies: (context) => operations(context).length > 0,
  absent: 'no cache operation was sent whose WSP the target wrote',
  *judge(context) {
    for (const { message, push } of operations(context)) {
      const flags = pushFlagsOf(push.headers)
      yield flags?.contentTrusted === true
        ? pass(message, 'the flag of trusted content')
        : fail(message, {
            actual: flags === undefined ? 'no Push-Flag' : 'a Push-Flag without that bit',
            expected: 'Push-Flag with bit 0x02, trusted content',
          })
    }
  },
  explain: `Anybody could send a phone to the network again and again by making it forget what it has, so clients obey a cache operation only where its Push-Flag says that the gateway trusts the content. Without the flag it is dropped, and the phone goes on with the old page. Have the gateway set the flag for the server, or leave cache operations alone.`,
})
