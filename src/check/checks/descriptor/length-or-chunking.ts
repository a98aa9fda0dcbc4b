import { defineCheck, fail, pass } from '../../check.ts'
import { headerValue } from '../../../wire/http-fields.ts'

export default defineCheck({
  row: 'S22',
  level: 'field',
  clause: 'RFC9110-CONTENT-LENGTH',
  title: 'A descriptor comes with its length, or in chunks',
  applies: ({ evidence }) =>
    evidence.descriptors.some(({ response }) => response.version === '1.1'),
  absent: 'no descriptor was sent with HTTP/1.1',
  *judge(context) {
    for (const found of context.evidence.descriptors) {
      const { headers, body } = found.response
      const length = headerValue(headers, 'Content-Length')
      const isChunked = headerValue(headers, 'Transfer-Encoding') !== undefined
      if (length === undefined && !isChunked) {
        yield fail(found, {
          actual: 'descriptor that ends when the connection does',
          expected: 'Content-Length, or chunks',
        })
      } else
        yield pass(
          found,
          isChunked ? 'sent in chunks' : `Content-Length ${length} for ${body.length} octets`,
        )
    }
  },
  explain: `Without a length a phone cannot tell a whole descriptor from one that was cut off, and gateways with small buffers give up. Send Content-Length.`,
})
