import { defineCheck, fail, pass } from '../../check.ts'

/** JTWI, minimum sizes. */
const jtwiBytes = 64 * 1024
/** MSA, minimum sizes. */
const msaBytes = 300 * 1024

export default defineCheck({
  row: 'S46',
  level: 'should',
  clause: 'FIELD-JAR-SIZE-MSA',
  title: 'The package has at most 300 KB',
  applies: ({ evidence }) => evidence.packages.length > 0,
  absent: 'no package was sent',
  *judge(context) {
    for (const found of context.evidence.packages) {
      const bytes = found.octets.length
      yield bytes > msaBytes
        ? fail(found, { actual: `package of ${bytes} octets`, expected: `at most ${msaBytes}` })
        : pass(
            found,
            `${bytes} octets${bytes > jtwiBytes ? `, more than the ${jtwiBytes} every JTWI phone takes` : ''}`,
          )
    }
  },
  explain: `A phone of the JTWI needs to take packages of 64 KB, one of the MSA 300 KB; beyond that each may refuse with 901 or 904. Offer a smaller build to small phones.`,
})
