import type { PackageEvidence } from '../../evidence.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { escapeText } from '../../../wire/escape.ts'

export default defineCheck({
  row: 'S32',
  level: 'field',
  clause: 'FIELD-JAR-CONTENT-LENGTH',
  title: 'The package comes with a Content-Length that equals MIDlet-Jar-Size',
  applies: ({ evidence }) => evidence.packages.length > 0,
  absent: 'no package was sent',
  *judge(context) {
    for (const found of context.evidence.packages) {
      if (found.parts.length > 1 || found.response.status === 206) continue
      const length = headerValue(found.response.headers, 'Content-Length')
      const stated = statedSize(found) ?? String(found.octets.length)
      if (length === undefined) {
        yield fail(found, {
          actual: 'package without Content-Length',
          expected: `Content-Length: ${stated}`,
        })
      } else if (Number(length) !== found.octets.length || Number(length) !== Number(stated)) {
        yield fail(found, {
          actual: `Content-Length ${escapeText(length, 20)} for ${found.octets.length} octets`,
          expected: `${stated}, as MIDlet-Jar-Size says`,
        })
      } else yield pass(found, `Content-Length ${length}`)
    }
  },
  explain: `Nokia phones compare the header with MIDlet-Jar-Size before they read a single octet, and report 904 when it differs. Without it they cannot show progress either. Send the exact length.`,
})

/** A size that is no number is for descriptor/jar-size-syntax to tell. */
function statedSize({ descriptor }: PackageEvidence): string | undefined {
  const stated = descriptor?.value('MIDlet-Jar-Size')
  return stated !== undefined && /^[0-9]+$/.test(stated) ? stated : undefined
}
