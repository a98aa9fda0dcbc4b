import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import type { PackageEvidence } from '../../evidence.ts'

/** Whole packages of one URL and of one stated size, each with the first of them: a new descriptor may offer a new package. */
function pairs({
  evidence: { packages },
}: CheckContext): readonly (readonly [PackageEvidence, PackageEvidence])[] {
  return packages.flatMap((other, index) => {
    const one = packages
      .slice(0, index)
      .find((one) => urlOf(one) === urlOf(other) && sizeOf(one) === sizeOf(other))
    return one === undefined ? [] : [[one, other] as const]
  })
}

export default defineCheck({
  row: 'S43',
  level: 'field',
  clause: 'FIELD-JAR-STABLE',
  title: 'The same URL gives the same package each time',
  applies: (context) => pairs(context).length > 0,
  absent: 'no package was fetched twice',
  *judge(context) {
    for (const [one, other] of pairs(context)) {
      const isSame = Buffer.compare(one.octets, other.octets) === 0
      yield isSame
        ? pass(other, `${other.octets.length} octets, the same as before`)
        : fail(other, {
            actual: `package of ${other.octets.length} octets that differs from the one before`,
            expected: 'the same octets',
            cause: one,
          })
    }
  },
  explain: `Phones fetch a package again after a lost connection, and in ranges; octets that change in between make an archive that is none. A stamp for each download also breaks size and signature. Put it into the descriptor.`,
})

function urlOf({ exchange }: PackageEvidence): string {
  return exchange.request.url
}

function sizeOf({ descriptor }: PackageEvidence): string | undefined {
  return descriptor?.value('MIDlet-Jar-Size')
}
