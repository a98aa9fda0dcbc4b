import { defineCheck, fail, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

/** JTWI, minimum sizes. */
const jtwiBytes = 5 * 1024
/** MSA, minimum sizes. */
const msaBytes = 10 * 1024
const msaAttributes = 512

export default defineCheck({
  row: 'S26',
  level: 'should',
  clause: 'FIELD-JAD-SIZE',
  title: 'A descriptor has at most 5 KB and 512 attributes',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  *judge({ evidence }) {
    for (const found of evidence.descriptors) {
      const bytes = found.response.body.length
      const bound = exceeded(found)
      yield bound === undefined
        ? pass(found, `${bytes} octets`)
        : fail(found, {
            actual: `descriptor of ${bytes} octets with ${found.descriptor.attributes.length} attributes`,
            expected: bound,
          })
    }
  },
  explain: `Phones by JTWI are bound to take 5 KB, those by MSA 10 KB and 512 attributes; beyond that each may refuse. Texts for a catalogue and attributes for other makes of phone do not belong into a descriptor: leave them out, or serve each phone its own.`,
})

function exceeded({ response, descriptor }: DescriptorEvidence): string | undefined {
  const bytes = response.body.length
  if (bytes > msaBytes || descriptor.attributes.length > msaAttributes) {
    return `at most ${msaBytes} octets and ${msaAttributes} attributes, the minimum of MSA`
  }
  return bytes > jtwiBytes ? `at most ${jtwiBytes} octets, the minimum of JTWI` : undefined
}
