import { escapeText } from '../../../wire/escape.ts'
import { headerName } from '../../../wire/wsp/headers.ts'
import { pushFlagsOf } from '../../../wire/wsp/push-headers.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownPushes } from '../../scripted-pushes.ts'

/** Of an HTTP request, which a gateway that is badly set up passes on: credentials, and what costs octets for nothing. */
const ofRequests: ReadonlySet<string> = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'accept-language',
  'authorization',
  'content-transfer-encoding',
  'host',
  'user-agent',
])

const headed = (context: CheckContext) =>
  ownPushes(context).flatMap((message) => {
    const { push } = message.reading
    return push === undefined ? [] : [{ message, headers: push.headers }]
  })

export default defineCheck({
  row: 'W15',
  level: 'should',
  clause: 'PUSH-HEADERS',
  title: 'A push has no headers of an HTTP request and no flags without meaning',
  applies: (context) => headed(context).length > 0,
  absent: 'no push was sent',
  *judge(context) {
    for (const { message, headers } of headed(context)) {
      const stray = headers
        .map(({ name }) => headerName(name))
        .find((name) => ofRequests.has(name.toLowerCase()))
      const reserved = pushFlagsOf(headers)?.reserved ?? 0
      if (stray !== undefined) {
        yield fail(message, {
          actual: `the header ${escapeText(stray, 60)}`,
          expected: 'headers of a push alone',
        })
      } else if (reserved !== 0) {
        yield fail(message, {
          actual: `Push-Flag with the bits 0x${reserved.toString(16)}`,
          expected: 'the three lowest bits alone',
        })
      } else yield pass(message, `${headers.length} headers`)
    }
  },
  explain: `Gateways copy headers of the submission into the push unless they are told not to: the name of the library that posted it, and with Kannel also Authorization, so that the password of the server is on every phone that it pushes to. Each header also takes octets that the text could have had. Look at what arrives, and filter at the gateway.`,
})
