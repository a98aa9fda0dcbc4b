import type { DeviationRule } from '../../../wire/attributes.ts'
import { defineCheck, type Judgement } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { judgeDeviations, judgeLegible } from '../../legible-descriptors.ts'

/** Refused, but not by the grammar: these have a check of their own. */
const judgedElsewhere: ReadonlySet<DeviationRule> = new Set<DeviationRule>([
  'unsupported-charset',
  'undecodable-octets',
  'too-long',
])

export default defineCheck({
  row: 'S06',
  level: 'must',
  clause: 'PKG21-JAD-GRAMMAR',
  title: 'A descriptor follows the grammar of descriptors',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor, 'descriptor/grammar'),
  explain: `A line that is no attribute makes the whole descriptor invalid (906); Nokia phones stop there and do not even report it. Folded lines belong to manifests: in a descriptor each phone treats them in another way. Write one attribute a line, without a blank before the colon.`,
})

function judgeDescriptor(found: DescriptorEvidence): Iterable<Judgement> {
  return judgeDeviations(found, {
    isOne: ({ rule, tolerated }) => !tolerated && !judgedElsewhere.has(rule),
    expected: 'lines of a name, a colon and a value',
    none: `${found.descriptor.attributes.length} attributes, all well-formed`,
  })
}
