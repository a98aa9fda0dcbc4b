import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValues } from '../../../wire/http-fields.ts'

export default defineCheck({
  row: 'S24',
  level: 'field',
  clause: 'RFC9111-NO-CACHE',
  title: 'A descriptor is not to be kept by gateways',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  *judge(context) {
    for (const found of context.evidence.descriptors) {
      const control = headerValues(found.response.headers, 'Cache-Control').join(', ')
      yield /no-cache|no-store|private|max-age\s*=\s*0\b/i.test(control)
        ? pass(found, `Cache-Control: ${escapeText(control, 60)}`)
        : fail(found, {
            actual:
              control === '' ? 'no Cache-Control' : `Cache-Control "${escapeText(control, 60)}"`,
            expected: 'no-cache or no-store',
          })
    }
  },
  explain: `Gateways of operators kept descriptors and packages, so that phones got the size of one version with the octets of another (904), or the notify URL of somebody else. Forbid keeping the descriptor.`,
})
