import { defineCheck, fail, type Judgement, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { judgeLegible } from '../../legible-descriptors.ts'

const bytesMax = 32

export default defineCheck({
  row: 'S27',
  level: 'field',
  clause: 'FIELD-SHORT-NAMES',
  title: 'Name and vendor have at most 32 octets',
  applies: ({ evidence }) =>
    evidence.descriptors.some(({ value }) =>
      Boolean(value('MIDlet-Name') ?? value('MIDlet-Vendor')),
    ),
  absent: 'no descriptor has a name or a vendor that can be read',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `The developer guides of Motorola phones name 32 characters as the limit of both. Letters beyond ASCII take two octets or more. Keep the names short and put the rest into MIDlet-Description.`,
})

function* judgeDescriptor(found: DescriptorEvidence): Iterable<Judgement> {
  for (const name of ['MIDlet-Name', 'MIDlet-Vendor'] as const) {
    const value = found.value(name)
    if (value === undefined) continue
    const bytes = Buffer.byteLength(value)
    yield bytes > bytesMax
      ? fail(found, { actual: `${name} of ${bytes} octets`, expected: `at most ${bytesMax}` })
      : pass(found, `${name} of ${bytes} octets`)
  }
}
