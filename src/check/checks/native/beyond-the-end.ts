import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import type { CheckContext } from '../../check.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { answerOf, asks, isWholeAgain, packageProbes, partAsked } from '../../package-probes.ts'

const beyond = (context: CheckContext) =>
  packageProbes(context).filter(
    (one) =>
      asks(one, 'Range') !== undefined &&
      asks(one, 'If-Range') === undefined &&
      partAsked(one) === undefined,
  )

export default defineCheck({
  row: 'N37',
  level: 'should',
  clause: 'NATIVE-BEYOND',
  title: 'Octets behind the end of a package are answered 416 with its length',
  applies: (context) => beyond(context).length > 0,
  absent: 'no octets behind the end of a native package were asked for',
  *judge(context) {
    for (const one of beyond(context)) {
      const { length } = one.whole.response.body
      const field = headerValue(one.response?.headers ?? [], 'Content-Range')
      if (isWholeAgain(one)) yield pass(one.probe, 'the whole package: parts are not looked at')
      else if (one.response?.status !== 416) {
        yield fail(one.probe, { actual: answerOf(one), expected: 'status 416', cause: one.whole })
      } else if (field === undefined || field.trim() !== `bytes */${length}`) {
        yield fail(one.probe, {
          actual: `416 with ${field === undefined ? 'no Content-Range' : `Content-Range "${escapeText(field, 60)}"`}`,
          expected: `bytes */${length}`,
          cause: one.whole,
        })
      } else yield pass(one.probe, `416 with ${field}`)
    }
  },
  explain: `A phone whose package was replaced by a shorter one asks for octets that are no longer there. To 416 the download manager of S60 throws away what it has and begins again, which is right; any other error it shows to the user as a failure of the server. Answer 416, and Content-Range with an asterisk and the length.`,
})
