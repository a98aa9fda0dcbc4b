import { defineCheck, fail, pass } from '../../check.ts'
import { judgeLegible } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

const bytesMax = 32

export default defineCheck({
  row: 'S27',
  level: 'field',
  clause: 'FIELD-SHORT-NAMES',
  title: 'Name and vendor have at most 32 octets',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `Motorola phones of the time refuse longer ones. Keep the names short and put the rest into MIDlet-Description.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  for (const name of ['MIDlet-Name', 'MIDlet-Vendor'] as const) {
    const value = found.value(name)
    if (value === undefined) continue
    const bytes = new TextEncoder().encode(value).length
    yield bytes > bytesMax
      ? fail(found, { actual: `${name} of ${bytes} octets`, expected: `at most ${bytesMax}` })
      : pass(found, `${name} of ${bytes} octets`)
  }
}
