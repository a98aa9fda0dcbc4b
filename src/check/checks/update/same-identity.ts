import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { noUpdate, offeredUpdates } from '../../offered-updates.ts'

const anyUpdate = () => true

export default defineCheck({
  level: 'field',
  clause: 'FIELD-SUITE-IDENTITY',
  title: 'An update has the vendor and the name of the suite that it updates',
  applies: (context) => offeredUpdates(context, anyUpdate).length > 0,
  absent: noUpdate,
  *judge(context) {
    for (const { found, base } of offeredUpdates(context, anyUpdate)) {
      const [actual, expected] = [identityOf(found), identityOf(base)]
      yield actual === expected
        ? pass(found, `both are ${actual}`)
        : fail(found, { actual, expected, cause: base })
    }
  },
  explain: `Vendor and name are what phones know a suite by. Where one of them differs, if only in case or by a year, nothing is updated: a second suite appears beside the first, without its records, and the phone needs room for both. Keep both attributes for good, and show a new name by MIDlet-1 alone.`,
})

function identityOf({ value }: DescriptorEvidence): string {
  const [name = '', vendor = ''] = [value('MIDlet-Name'), value('MIDlet-Vendor')]
  return escapeText(`"${name}" of "${vendor}"`, 120)
}
