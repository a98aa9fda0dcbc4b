/** Credentials stay out of the record: traces are kept and passed on. */
import type { Header, RecordedRequest } from '../trace/events.ts'

const leftOut = 'Basic (left out)'
const secretField = /^(proxy-)?authorization$/i
const secretLine = /^((?:proxy-)?authorization:[ \t]*)[^\r\n]*/gim

/** The request as it was sent, but for what the user typed. */
export function withoutSecrets(request: RecordedRequest): RecordedRequest {
  if (!request.headers.some(([name]) => secretField.test(name))) return request
  const headers = request.headers.map(([name, value]): Header => [
    name,
    secretField.test(name) ? leftOut : value,
  ])
  const head = Buffer.from(request.head).toString('latin1').replace(secretLine, `$1${leftOut}`)
  return { ...request, headers, head: new Uint8Array(Buffer.from(head, 'latin1')) }
}
