/** A request or an answer of HTTP as it went over a bearer, read from its octets. */
import { fromOctetText, toOctetText } from '../wire/octet-text.ts'
import { headerValue } from '../wire/http-fields.ts'

export interface HttpMessage {
  /** Request line or status line. */
  readonly line: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
}

const headEnd = '\r\n\r\n'
const field = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*$/
const fieldsMax = 200

/** None where there is no whole head. */
export function readHttpMessage(octets: Uint8Array): HttpMessage | undefined {
  const text = toOctetText(octets)
  const end = text.indexOf(headEnd)
  if (end === -1) return undefined
  const [line = '', ...lines] = text.slice(0, end).split('\r\n', fieldsMax)
  const headers = lines.flatMap((one) => {
    const [, name, value] = field.exec(one) ?? []
    return name === undefined || value === undefined ? [] : [[name, value] as const]
  })
  const rest = text.slice(end + headEnd.length)
  const isChunked = /\bchunked$/i.test(headerValue(headers, 'Transfer-Encoding') ?? '')
  return { line, headers, body: fromOctetText(isChunked ? joinChunks(rest) : rest) }
}

/** Up to what is no chunk (RFC 9112 section 7.1). */
function joinChunks(text: string): string {
  const chunks: string[] = []
  let at = 0
  while (at < text.length) {
    const lineEnd = text.indexOf('\r\n', at)
    const size = Number.parseInt(text.slice(at, lineEnd === -1 ? at : lineEnd), 16)
    if (!(size > 0)) break
    chunks.push(text.slice(lineEnd + 2, lineEnd + 2 + size))
    at = lineEnd + 2 + size + 2
  }
  return chunks.join('')
}

/** Of a status line. */
export function statusOf({ line }: HttpMessage): number {
  return Number(/^HTTP\/\d\.\d (\d{3})/.exec(line)?.[1] ?? 0)
}
