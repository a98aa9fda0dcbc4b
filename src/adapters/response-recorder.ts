import { WireError } from '../errors.ts'
import type { ExchangeFailure, RecordedResponse } from '../trace/events.ts'
import { escapeOctets } from '../wire/escape.ts'
import { headerValue, parseResponseHead } from '../wire/http-fields.ts'
import type { ResponseHead } from '../wire/http-fields.ts'
import type { HttpLimits } from './http-limits.ts'
import { OctetGatherer, viewOf } from './octet-gatherer.ts'

/** What became of a chunk while the head was still awaited. */
export type HeadProgress =
  | { readonly kind: 'more' }
  /** The final head is whole; `octets` begin with it. */
  | { readonly kind: 'head'; readonly octets: Uint8Array }
  | { readonly kind: 'failure'; readonly failure: ExchangeFailure }

const more = { kind: 'more' } as const
const protocol = [0x48, 0x54, 0x54, 0x50, 0x2f]

/** Keeps the octets of one response: its final head as received, its body without transfer coding. */
export class ResponseRecorder {
  readonly #limits: HttpLimits
  #held: OctetGatherer | undefined
  #interimBytes = 0
  #head: Uint8Array | undefined
  #parsed: ResponseHead | undefined
  #statedBytes: number | undefined
  readonly #body = new OctetGatherer()

  constructor(limits: HttpLimits) {
    this.#limits = limits
  }

  /** Octets of a head that has not ended yet. */
  get heldBytes(): number {
    return this.#head === undefined ? this.#interimBytes + (this.#held?.length ?? 0) : 0
  }

  get bodyBytes(): number {
    return this.#body.length
  }

  /** The response so far, once its head is whole. */
  get response(): RecordedResponse | undefined {
    if (this.#parsed === undefined || this.#head === undefined) return undefined
    const { status, reason, version, headers } = this.#parsed
    return { status, reason, version, headers, head: this.#head, body: this.#body.octets }
  }

  /** Octets of the body, as the head says. */
  get statedBytes(): number | undefined {
    return this.#statedBytes
  }

  get hasHead(): boolean {
    return this.#head !== undefined
  }

  /**
   * Takes octets until the final head is whole. Interim responses are passed over, asked for or not (RFC 9110
   * section 15.2), but count towards the limit.
   */
  takeHead(chunk: Uint8Array): HeadProgress {
    let octets = chunk
    let from = 0
    if (this.#held !== undefined) {
      from = Math.max(0, this.#held.length - 2)
      this.#held.append(chunk)
      octets = this.#held.octets
    }
    for (;;) {
      if (!startsLikeHttp(octets)) return malformed(`"${escapeOctets(octets)}"`, '"HTTP/"')
      const end = findHeadEnd(octets, from)
      if (this.#interimBytes + (end ?? octets.length) > this.#limits.headBytesMax)
        return this.#tooLong()
      if (end === undefined) return this.#hold(octets)
      const failure = this.#read(octets, end)
      if (failure !== undefined) return { kind: 'failure', failure }
      if (this.#head !== undefined) return { kind: 'head', octets }
      this.#interimBytes += end
      this.#held = undefined
      octets = octets.subarray(end)
      from = 0
      if (octets.length === 0) return more
    }
  }

  /** @returns octets of the chunk that were kept; fewer than all when the limit is reached */
  takeBody(chunk: Uint8Array, bytesMax: number): number {
    const room = bytesMax - this.#body.length
    const kept = chunk.length <= room ? chunk : chunk.subarray(0, Math.max(0, room))
    if (kept.length > 0) this.#body.append(kept, Math.min(this.#statedBytes ?? 0, bytesMax))
    return kept.length
  }

  #hold(octets: Uint8Array): HeadProgress {
    if (this.#held === undefined) {
      this.#held = new OctetGatherer()
      this.#held.append(octets)
    }
    return more
  }

  #tooLong(): HeadProgress {
    const detail = `the response head is longer than headBytesMax, ${this.#limits.headBytesMax} octets`
    return { kind: 'failure', failure: { cause: 'limit', detail } }
  }

  #read(octets: Uint8Array, end: number): ExchangeFailure | undefined {
    const head = viewOf(octets.subarray(0, end))
    try {
      const parsed = parseResponseHead(head)
      if (parsed.status < 200 && parsed.status !== 101) return undefined
      this.#head = head
      this.#parsed = parsed
      const length = headerValue(parsed.headers, 'content-length')
      if (length !== undefined && /^[0-9]{1,15}$/.test(length)) this.#statedBytes = Number(length)
      return undefined
    } catch (error) {
      if (error instanceof WireError) return { cause: 'malformed', detail: error.message }
      throw error
    }
  }
}

function malformed(found: string, expected: string): HeadProgress {
  const detail = `Unexpected ${found}, expected ${expected}`
  return { kind: 'failure', failure: { cause: 'malformed', detail } }
}

function startsLikeHttp(octets: Uint8Array): boolean {
  const compared = Math.min(octets.length, protocol.length)
  for (let index = 0; index < compared; index += 1) {
    if (octets[index] !== protocol[index]) return false
  }
  return true
}

/** Index after the empty line; a line may end in LF alone, so that such a head is found and told of. */
function findHeadEnd(octets: Uint8Array, from: number): number | undefined {
  for (let at = octets.indexOf(10, from); at !== -1; at = octets.indexOf(10, at + 1)) {
    const next = octets[at + 1]
    if (next === 10) return at + 2
    if (next === 13 && octets[at + 2] === 10) return at + 3
  }
  return undefined
}
