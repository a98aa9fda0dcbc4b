import { defineCheck, fail, pass } from '../../check.ts'
import { judgeLegible } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

const mandatoryNames = [
  'MIDlet-Name',
  'MIDlet-Version',
  'MIDlet-Vendor',
  'MIDlet-Jar-URL',
  'MIDlet-Jar-Size',
] as const

export default defineCheck({
  row: 'S10',
  level: 'must',
  clause: 'MIDP2-OTA-JAD-06',
  title: 'A descriptor has a name, a version, a vendor, and the URL and size of the package',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `Without any one of them a phone must refuse the descriptor with 906, before it fetches anything. Jar-Size and Jar-URL are the ones most often missing in the field: build tools leave them for the server to fill in.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  const missing = mandatoryNames.filter((name) => !found.value(name))
  yield missing.length === 0
    ? pass(found, 'all mandatory attributes are there')
    : fail(found, {
        actual: `descriptor without ${missing.join(', ')}`,
        expected: 'all five mandatory attributes, none of them empty',
      })
}
