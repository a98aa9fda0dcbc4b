import { defineCheck, fail, pass } from '../../check.ts'

const jtwiBytes = 5 * 1024
const msaBytes = 10 * 1024
const attributesMax = 512

export default defineCheck({
  row: 'S26',
  level: 'should',
  clause: 'FIELD-JAD-SIZE',
  title: 'A descriptor has at most 10 KB and 512 attributes',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  *judge(context) {
    for (const found of context.evidence.descriptors) {
      const bytes = found.response.body.length
      const count = found.descriptor.attributes.length
      if (bytes > msaBytes || count > attributesMax) {
        yield fail(found, {
          actual: `a descriptor of ${bytes} octets with ${count} attributes`,
          expected: `at most ${msaBytes} octets and ${attributesMax} attributes`,
        })
      } else
        yield pass(
          found,
          `${bytes} octets${bytes > jtwiBytes ? `, more than the ${jtwiBytes} every JTWI phone takes` : ''}`,
        )
    }
  },
  explain: `A phone of the JTWI needs to take 5 KB, one of the MSA 10 KB and 512 attributes; beyond that each may refuse. Catalogue texts do not belong into a descriptor.`,
})
