import { escapeText } from '../../../wire/escape.ts'
import type { CheckContext } from '../../check.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { answerOf, asks, packageProbes } from '../../package-probes.ts'

const dated = (context: CheckContext) =>
  packageProbes(context).filter((one) => asks(one, 'If-Unmodified-Since') !== undefined)

export default defineCheck({
  row: 'N38',
  level: 'should',
  clause: 'NATIVE-EXPIRES',
  title: 'A package that is the same is not refused for the date of its Expires',
  applies: (context) => dated(context).length > 0,
  absent: 'no native package was asked for with If-Unmodified-Since and its own date',
  *judge(context) {
    for (const one of dated(context)) {
      const { status = 0 } = one.response ?? {}
      const date = escapeText(asks(one, 'If-Unmodified-Since') ?? '', 60)
      yield status === 200 || status === 206
        ? pass(one.probe, `status ${status} for ${date}`)
        : fail(one.probe, {
            actual: `${answerOf(one)} for If-Unmodified-Since ${date}`,
            expected: 'the package: it has not changed',
            cause: one.whole,
          })
    }
  },
  explain: `S60 asks for the rest of a package with the date of Expires where there is one, in place of that of Last-Modified. Frameworks that write an Expires of 1970 or 1981 to keep pages out of caches so have the file look newer than the phone knows, answer 412, and the download begins again each time. Send Last-Modified and no Expires with packages.`,
})
