import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { answerOf, asks, isWholeAgain, packageProbes, partAsked } from '../../package-probes.ts'
import type { PackageProbe } from '../../package-probes.ts'

const conditional = (context: CheckContext) =>
  packageProbes(context).filter(
    (one) => asks(one, 'If-Range') !== undefined && partAsked(one) !== undefined,
  )

export default defineCheck({
  row: 'N36',
  level: 'must-if',
  clause: 'NATIVE-IF-RANGE',
  title: 'A part is sent of the version that the phone has the beginning of, and of no other',
  applies: (context) => conditional(context).length > 0,
  absent: 'no part of a native package was asked for with If-Range',
  *judge(context) {
    const offersRanges = packageProbes(context).some(({ response }) => response?.status === 206)
    for (const one of conditional(context)) yield judgeProbe(one, offersRanges)
  },
  explain: `If-Range names the version of which the phone has the beginning. A part of another version behind it makes a package that is neither, and the installer calls it corrupted; where the version is the same, the whole package once more is what the user waits and pays for. Send 206 where the validator is the one of the file, character by character, and the whole file with 200 where it is not.`,
})

function judgeProbe(one: PackageProbe, offersRanges: boolean): Judgement {
  const { probe, response, whole } = one
  const named = escapeText(asks(one, 'If-Range') ?? '', 60)
  const isSame = ['ETag', 'Last-Modified'].some(
    (name) => headerValue(whole.response.headers, name) === asks(one, 'If-Range'),
  )
  const isWhole = isWholeAgain(one)
  if (!isSame) {
    return isWhole
      ? pass(probe, `the whole package for the version ${named}`)
      : fail(probe, {
          actual: `${answerOf(one)} for a part of the version ${named}`,
          expected: 'status 200 and the whole package',
          cause: whole,
        })
  }
  if (response?.status === 206) return pass(probe, `a part of the version ${named}`)
  if (isWhole && !offersRanges) return inconclusive(probe, 'the target sends no parts at all')
  return fail(probe, {
    actual: `${isWhole ? 'the whole package' : answerOf(one)} for a part of the same version`,
    expected: 'status 206',
    cause: whole,
  })
}
