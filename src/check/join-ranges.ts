import type { Exchange, RecordedResponse } from '../trace/events.ts'
import { headerValue, parseContentRange } from '../wire/http-fields.ts'

/** A package that is complete: one 200 answer, or 206 answers that follow each other without a gap. */
export interface WholePackage {
  readonly exchange: Exchange
  readonly response: RecordedResponse
  readonly parts: readonly Exchange[]
  readonly octets: Uint8Array
}

/** Pieces of one package before it is given up; a handset asks for 30,000 octets at a time. */
const partsMax = 4_096

/**
 * Finds the packages in a run of fetches that all ended without a failure. A 206 counts as a piece when its
 * `Content-Range` continues the piece before it (RFC 9110 15.3.7); a sequence that never reaches its end is no package.
 */
export function joinRanges(fetches: readonly Exchange[]): readonly WholePackage[] {
  const wholes: WholePackage[] = []
  let pieces: readonly Exchange[] = []
  for (const exchange of fetches) {
    const { response } = exchange
    if (response?.status === 200) {
      wholes.push({ exchange, response, parts: [exchange], octets: response.body })
      pieces = []
    } else if (response?.status === 206) {
      pieces = append(pieces, exchange)
      if (isLast(exchange) && pieces.length > 0 && pieces.length <= partsMax) {
        wholes.push({ exchange, response, parts: pieces, octets: joinBodies(pieces) })
        pieces = []
      }
    }
  }
  return wholes
}

/** A piece that does not follow starts anew if it is the first of the package, and is given up otherwise. */
function append(pieces: readonly Exchange[], next: Exchange): readonly Exchange[] {
  const range = rangeOf(next)
  if (range === undefined || range.end - range.start + 1 !== next.response?.body.length) return []
  if (range.start === 0) return [next]
  const held = pieces.reduce((sum, piece) => sum + (piece.response?.body.length ?? 0), 0)
  const follows = pieces[0]?.request.url === next.request.url && range.start === held
  return follows ? [...pieces, next] : []
}

function isLast(exchange: Exchange): boolean {
  const range = rangeOf(exchange)
  return range !== undefined && range.total !== undefined && range.end + 1 === range.total
}

function rangeOf({ response }: Exchange): ReturnType<typeof parseContentRange> {
  const value = response && headerValue(response.headers, 'Content-Range')
  return value === undefined ? undefined : parseContentRange(value)
}

function joinBodies(pieces: readonly Exchange[]): Uint8Array {
  const bodies = pieces.map(({ response }) => response?.body ?? new Uint8Array())
  const joined = new Uint8Array(bodies.reduce((sum, body) => sum + body.length, 0))
  let offset = 0
  for (const body of bodies) {
    joined.set(body, offset)
    offset += body.length
  }
  return joined
}
