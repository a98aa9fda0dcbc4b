import { headerValue } from '../../../wire/http-fields.ts'
import { type CheckContext, defineCheck, fail, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

export default defineCheck({
  row: 'S22',
  level: 'field',
  clause: 'RFC9112-FRAMING',
  title: 'A descriptor comes with its length, or in chunks',
  applies: (context) => framed(context).length > 0,
  absent: 'no descriptor was sent to an HTTP/1.1 phone',
  *judge(context) {
    for (const found of framed(context)) {
      const { headers, body } = found.response
      const isChunked = headerValue(headers, 'Transfer-Encoding') !== undefined
      const length = headerValue(headers, 'Content-Length')
      if (isChunked) yield pass(found, 'sent in chunks')
      else if (length !== undefined) yield pass(found, `${body.length} octets, as announced`)
      else {
        yield fail(found, {
          actual: 'descriptor that ends when the connection does',
          expected: 'Content-Length, or chunks',
        })
      }
    }
  },
  explain: `Without a length a phone cannot tell a whole descriptor from one that was cut off, and has to wait for the connection to close. Send Content-Length; chunks are for servers that cannot know it.`,
})

/** An HTTP/1.0 phone is used to answers that end with the connection. */
function framed({ evidence }: CheckContext): readonly DescriptorEvidence[] {
  return evidence.descriptors.filter(({ exchange }) => exchange.request.version === '1.1')
}
