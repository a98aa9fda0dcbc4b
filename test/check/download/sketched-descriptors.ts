/** Download descriptors in a few words, and what a check says of them. */
import type { Check } from '../../../src/check/check.ts'
import type { Header } from '../../../src/trace/events.ts'
import { ddNamespace } from '../../../src/wire/download-descriptor.ts'
import { findings, traceOf } from '../trace-builder.ts'
import type { SketchedFact } from '../trace-builder.ts'

export const ddType: Header = ['Content-Type', 'application/vnd.oma.dd+xml']
export const objectUrl = 'http://ota.test/square.png'
export const whole = `<type>image/png</type><size>4</size><objectURI>${objectUrl}</objectURI>`

export const media = (content = whole, xmlns = ddNamespace) =>
  `<?xml version="1.0"?>\n<!-- made by hand --><media xmlns="${xmlns}">${content}</media>`

export function tell(check: Check, ...facts: readonly SketchedFact[]): readonly string[] {
  return findings(check, traceOf(facts)).map(({ verdict, reason }) => `${verdict}: ${reason}`)
}
