import { defineCheck, fail, pass } from '../../check.ts'
import { isCoded, placeIn } from '../../legible-descriptors.ts'
import type { DeviationRule } from '../../../wire/attributes.ts'

const charsetRules: ReadonlySet<DeviationRule> = new Set<DeviationRule>([
  'unsupported-charset',
  'undecodable-octets',
])

export default defineCheck({
  row: 'S03',
  level: 'must',
  clause: 'MIDP2-OTA-JAD-04',
  title: 'A descriptor can be decoded in the charset it declares, UTF-8 by default',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  *judge(context) {
    for (const found of context.evidence.descriptors) {
      if (isCoded(found)) continue
      const broken = found.descriptor.deviations.find(({ rule }) => charsetRules.has(rule))
      if (broken === undefined) yield pass(found, `decodes as ${found.descriptor.charset}`)
      else {
        yield fail(found, {
          actual: `${broken.rule} in ${placeIn(broken)}: "${broken.found}"`,
          expected: `text in ${found.descriptor.charset}`,
        })
      }
    }
  },
  explain: `Phones convert the descriptor to Unicode before they read it, and take UTF-8 where no charset is given. Octets of another charset become wrong names, which then differ from the manifest (905), or make the whole descriptor invalid (906). Write descriptors in UTF-8.`,
})
