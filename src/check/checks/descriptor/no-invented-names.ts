import { escapeText } from '../../../wire/escape.ts'
import { isDefinedName, isReservedName, spellingOf } from '../../../wire/reserved-names.ts'
import { defineCheck, fail, type Judgement, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { judgeLegible, placeIn } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S15',
  level: 'must',
  clause: 'PKG21-JAD-RESERVED',
  title: 'A descriptor has no home-made MIDlet- or MicroEdition- attributes',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `These prefixes are reserved, and Nokia Series 40 phones refuse a descriptor with such a name that they do not know, although unknown names are to be ignored. Give attributes of your own another prefix.`,
})

function* judgeDescriptor(found: DescriptorEvidence): Iterable<Judgement> {
  const invented = found.descriptor.attributes.filter(({ name }) => isInvented(name))
  if (invented.length === 0) yield pass(found, 'all reserved names are defined ones')
  for (const attribute of invented) {
    yield fail(found, {
      actual: `"${escapeText(attribute.name, 60)}" in ${placeIn(attribute)}`,
      expected: 'a name that is defined, or one without the reserved prefix',
    })
  }
}

/** Wrong numbers are for the checks of entries, wrong letters for the check of case. */
function isInvented(name: string): boolean {
  if (!isReservedName(name) || isDefinedName(name)) return false
  return !/^MIDlet-(?:Push-)?[0-9]+$/.test(name) && spellingOf(name) === undefined
}
