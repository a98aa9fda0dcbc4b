import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { packageAnswers } from '../../native-links.ts'

/** Descriptors and pages are for others to judge; what HTTP/1.0 is answered is for http/version-1-0. */
function given(context: CheckContext) {
  const packages = new Set(context.evidence.nativePackages.map(({ seq }) => seq))
  return packageAnswers(context, 'GET').filter(
    ({ seq, request, response }) =>
      request.version === '1.1' && (response.status === 206 || packages.has(seq)),
  )
}

export default defineCheck({
  row: 'N40',
  level: 'should',
  clause: 'NATIVE-LENGTH',
  title: 'A native package comes with its length, and not in chunks',
  applies: (context) => given(context).length > 0,
  absent: 'no native package was sent by HTTP/1.1',
  *judge(context) {
    for (const asked of given(context)) {
      const length = headerValue(asked.response.headers, 'Content-Length')
      const coding = headerValue(asked.response.headers, 'Transfer-Encoding')
      const actual =
        coding === undefined
          ? 'a body that ends with the connection'
          : `"Transfer-Encoding: ${escapeText(coding, 60)}"`
      yield length === undefined
        ? fail(asked, { actual, expected: `Content-Length: ${asked.response.body.length}` })
        : pass(asked, `Content-Length ${escapeText(length, 20)}`)
    }
  },
  explain: `Without a length the download manager shows no progress and cannot tell a package that broke off from one that ended, and gateways of the time take chunks for content or cut them off. What comes behind the last chunk no phone reads. Send Content-Length with the package and with each part of it: a server that sends a file does so by itself, a script has to.`,
})
