import { type CheckContext, defineCheck, fail, type Judgement, pass } from '../../check.ts'
import { attributeValue, splitProfiles } from '../../../wire/attributes.ts'
import { escapeText } from '../../../wire/escape.ts'
import type { PackageEvidence } from '../../evidence.ts'

const platformNames = ['MicroEdition-Profile', 'MicroEdition-Configuration'] as const

/** Packages whose promises are known, and those that came without a descriptor and speak for themselves. */
const judged = ({ evidence }: CheckContext) =>
  evidence.packages.filter(
    ({ jar, descriptor, exchange }) =>
      jar.manifest !== undefined && (descriptor !== undefined || exchange.purpose === 'descriptor'),
  )

export default defineCheck({
  row: 'S40',
  level: 'must',
  clause: 'PKG21-PROFILES',
  title: 'Profile and configuration of the package are those its descriptor promises',
  applies: (context) => judged(context).length > 0,
  absent: 'no package with a manifest was sent after its descriptor or without any',
  *judge(context) {
    for (const found of judged(context)) {
      for (const name of platformNames) yield* compare(found, name)
    }
  },
  explain: `A phone decides by the descriptor whether it can run the suite, and again by the manifest after the download: where they differ, users pay for a package that is then refused with 908. Without them anywhere it is refused with 907.`,
})

/** What stands in one of the two only is in force; a name that stands in neither is for descriptor/midlet-entries. */
function* compare(
  { seq, jar, descriptor }: PackageEvidence,
  name: (typeof platformNames)[number],
): Iterable<Judgement> {
  const inside = attributeValue(jar.manifest?.main ?? [], name)
  if (descriptor === undefined) {
    yield inside === undefined
      ? fail({ seq }, { actual: `manifest without ${name}`, expected: 'one, without a descriptor' })
      : pass({ seq }, `${name} ${escapeText(inside, 60)}, without a descriptor`)
    return
  }
  const promised = descriptor.value(name)
  if (inside === undefined && promised === undefined) return
  yield inside === undefined || promised === undefined || isSameList(inside, promised)
    ? pass({ seq }, `${name} ${escapeText(inside ?? promised ?? '', 60)}`)
    : fail(
        { seq },
        {
          actual: `${name} "${escapeText(inside, 60)}" in the manifest`,
          expected: `"${escapeText(promised, 60)}", as in the descriptor`,
          cause: descriptor,
        },
      )
}

function isSameList(one: string, other: string): boolean {
  const sorted = (list: string) => splitProfiles(list).toSorted().join(' ')
  return sorted(one) === sorted(other)
}
