import type { PackageEvidence } from '../../evidence.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { isCoded } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S32',
  level: 'field',
  clause: 'FIELD-JAR-CONTENT-LENGTH',
  title: 'The package comes with a Content-Length that equals MIDlet-Jar-Size',
  applies: ({ evidence }) => evidence.packages.some(({ response }) => response.status === 200),
  absent: 'no package was sent with 200',
  *judge(context) {
    for (const found of context.evidence.packages) {
      if (found.response.status !== 200) continue
      const length = headerValue(found.response.headers, 'Content-Length')
      const bytes = found.octets.length
      const stated = statedSize(found)
      if (length === undefined) {
        yield fail(found, {
          actual: 'package without Content-Length',
          expected: `Content-Length: ${stated ?? bytes}`,
        })
      } else if (Number(length) !== bytes || Number(length) !== Number(stated ?? bytes)) {
        yield fail(found, {
          actual: `Content-Length ${escapeText(length, 20)} for ${bytes} octets`,
          expected: stated === undefined ? `${bytes}` : `${stated}, as MIDlet-Jar-Size says`,
          ...(found.descriptor && { cause: found.descriptor }),
        })
      } else yield pass(found, `Content-Length ${length}`)
    }
  },
  explain: `Nokia phones compare the header with MIDlet-Jar-Size before they read a single octet, and report 904 when it differs. Without it they cannot show progress either. Send the exact length.`,
})

/** A size that is no number is for descriptor/jar-size-syntax to tell, a coding for no-content-coding. */
function statedSize(found: PackageEvidence): string | undefined {
  const stated = isCoded(found) ? undefined : found.descriptor?.value('MIDlet-Jar-Size')
  return stated !== undefined && /^[0-9]+$/.test(stated) ? stated : undefined
}
