/**
 * What a `Response` cannot express: lengths that lie, bodies that end early, answers that never come. A framed response
 * is written octet by octet and its connection is closed after it; all others go through `node:http`.
 */
export interface Frame {
  /** Value of `Content-Length`, true or not; `omit` leaves the end of the body to the end of the connection. */
  readonly contentLength?: number | 'omit'
  /** Send the body in chunks (RFC 9112 section 7.1). Alone it replaces `Content-Length`. */
  readonly chunked?: true
  /** The connection ends once this many octets of the body have been sent. */
  readonly cutAfterBodyOctets?: number
  /** The connection ends when so many milliseconds are over by the clock of the server and the body is not sent yet. */
  readonly cutAfterMs?: number
  /** Octets of header names; `title` unless told. */
  readonly headerCase?: 'title' | 'lower'
  /** Nothing is ever sent; the connection stays open until its idle limit. */
  readonly hang?: true
  /** Without its line end. */
  readonly statusLine?: string
  /** Stands in for the whole head, empty line included. */
  readonly rawHead?: Uint8Array
}

const frames = new WeakMap<Response, Frame>()

export function frame(response: Response, how: Frame): Response {
  frames.set(response, how)
  return response
}

export function frameOf(response: Response): Frame | undefined {
  return frames.get(response)
}
