import type { Exchange, RecordedResponse } from '../../trace/events.ts'
import { escapeOctets } from '../../wire/escape.ts'

const headLinesMax = 14
const bodyExcerptMax = 160
/** Octets of a body in which the text to show is looked for. */
const bodySearchedMax = 65_536

/** One line of an exchange as it was on the wire, escaped. */
export interface WireLine {
  readonly side: '>' | '<' | '!'
  readonly text: string
  /** It holds what the finding is about. */
  readonly marked: boolean
}

/**
 * The request line (and body), then the response head and an excerpt of its body around `mark`.
 *
 * @param mark escaped octets to look for, the `actual` of a finding
 */
export function exchangeLines(exchange: Exchange, mark: string | undefined): readonly WireLine[] {
  const { request, response, failure, network } = exchange
  const lines: WireLine[] = []
  const add = (side: WireLine['side'], text: string): void => {
    const marked = side === '<' && mark !== undefined && mark.length > 2 && text.includes(mark)
    lines.push({ side, text, marked })
  }
  add('>', `${request.method} ${escapeText(request.target)} HTTP/${request.version}`)
  if (request.body.length > 0) add('>', escapeOctets(request.body, bodyExcerptMax))
  if (response !== undefined) responseLines(response, mark).forEach((text) => add('<', text))
  if (network !== undefined) add('!', `the network ${network.did}`)
  if (failure !== undefined) add('!', `${failure.cause}: ${escapeText(failure.detail)}`)
  return lines
}

function responseLines(response: RecordedResponse, mark: string | undefined): readonly string[] {
  const head = splitHead(response.head)
  const hidden = head.length - headLinesMax
  return [
    ...(hidden > 0 ? [...head.slice(0, headLinesMax), `… ${hidden} more lines`] : head),
    ...bodyLines(response.body, mark),
  ]
}

/** Lines of a head, each with the escaped line end it had; the empty one that closes it is left out. */
function splitHead(head: Uint8Array): readonly string[] {
  const lines: string[] = []
  for (let start = 0; start < head.length;) {
    const lf = head.indexOf(0x0a, start)
    const end = lf === -1 ? head.length : lf + 1
    lines.push(escapeOctets(head.subarray(start, end), bodyExcerptMax))
    start = end
  }
  return lines.at(-1) === '\\r\\n' ? lines.slice(0, -1) : lines
}

function bodyLines(body: Uint8Array, mark: string | undefined): readonly string[] {
  if (body.length === 0) return ['(no body)']
  const searched = escapeOctets(body.subarray(0, bodySearchedMax), bodySearchedMax * 4)
  const found = mark === undefined ? -1 : searched.indexOf(mark)
  const from = Math.max(0, found - 40)
  const shown = searched.slice(from, from + bodyExcerptMax)
  const before = from > 0 ? '…' : ''
  const after = from + bodyExcerptMax < searched.length ? '…' : ''
  return [`${before}${shown}${after}`, `(${body.length} octets)`]
}

function escapeText(text: string): string {
  return escapeOctets(new TextEncoder().encode(text), bodyExcerptMax)
}
