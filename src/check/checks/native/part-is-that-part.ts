import type { CheckContext } from '../../check.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue, parseContentRange } from '../../../wire/http-fields.ts'
import { asks, packageProbes, partAsked } from '../../package-probes.ts'
import type { PackageProbe } from '../../package-probes.ts'

const given = (context: CheckContext) =>
  packageProbes(context).filter((one) => one.response?.status === 206)

export default defineCheck({
  row: 'N35',
  level: 'must-if',
  clause: 'NATIVE-PART',
  title: 'A part of a native package is the one that was asked for, and says which it is',
  applies: (context) => given(context).length > 0,
  absent: 'no part of a native package was sent with 206',
  *judge(context) {
    for (const one of given(context)) {
      const problem = problemOf(one)
      yield problem === undefined
        ? pass(one.probe, `${one.response?.body.length} octets, as asked for`)
        : fail(one.probe, { ...problem, cause: one.whole })
    }
  },
  explain: `A phone puts the part behind what it has, and looks at nothing else: one octet too many or too few, or octets from elsewhere, make a package that its installer calls corrupted. Content-Range names the first and the last octet, both counted from 0, and the length of the whole package; the body holds exactly these.`,
})

function problemOf(one: PackageProbe) {
  const { response, whole } = one
  const octets = whole.response.body
  const part = partAsked(one)
  if (response === undefined || part === undefined) {
    return {
      actual: `206 for ${escapeText(asks(one, 'Range') ?? 'no range', 40)}`,
      expected: '416',
    }
  }
  const field = headerValue(response.headers, 'Content-Range')
  const range = field === undefined ? undefined : parseContentRange(field)
  const isNamed =
    range?.start === part.start &&
    range.end === part.end &&
    (range.total === undefined || range.total === octets.length)
  if (!isNamed) {
    return {
      actual: field === undefined ? 'no Content-Range' : `Content-Range "${escapeText(field, 60)}"`,
      expected: `bytes ${part.start}-${part.end}/${octets.length}`,
    }
  }
  const wanted = octets.subarray(part.start, part.end + 1)
  return Buffer.compare(response.body, wanted) === 0
    ? undefined
    : { actual: `${response.body.length} other octets`, expected: 'those of the package' }
}
