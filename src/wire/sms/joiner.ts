/**
 * Puts segments together again: out of order, doubled, of many senders at once, some never whole. Messages that share a
 * reference but differ in sender, width of the reference or total are different messages (3GPP 23.040 section
 * 9.2.3.24.1). A message that was whole is forgotten at once: some senders use the same reference for all they send.
 */
import type { Concatenation } from './udh.ts'

export interface JoinLimits {
  /** Messages that wait for a segment. */
  readonly messagesMax: number
  /** Octets of all waiting segments. */
  readonly octetsMax: number
  /** Since the first segment of a message. */
  readonly ageMsMax: number
}

/** 3GPP names no limits; these are ours. */
export const joinLimits: JoinLimits = {
  messagesMax: 16_384,
  octetsMax: 8 * 1024 * 1024,
  ageMsMax: 24 * 3_600_000,
}

export interface Part {
  readonly octets: Uint8Array
}

/** A message given up before it was whole, and the limit that says so. */
export interface Forgotten {
  readonly sender: string
  readonly concatenation: Pick<Concatenation, 'reference' | 'referenceBits' | 'total'>
  readonly held: number
  readonly limit: keyof JoinLimits
}

export type JoinOutcome<P extends Part> = { readonly forgotten: readonly Forgotten[] } & (
  | { readonly kind: 'whole'; readonly parts: readonly P[] }
  | { readonly kind: 'waiting'; readonly missing: readonly number[] }
  /** The segment was there already; `same` when its octets are equal too. The first one is kept. */
  | { readonly kind: 'duplicate'; readonly same: boolean }
)

interface Waiting<P extends Part> {
  readonly sender: string
  readonly concatenation: Concatenation
  readonly firstAt: number
  readonly parts: Map<number, P>
  octets: number
}

export class SegmentJoiner<P extends Part> {
  readonly #limits: JoinLimits
  /** In the order of their first segments. */
  readonly #waiting = new Map<string, Waiting<P>>()
  #octets = 0

  constructor(limits: JoinLimits = joinLimits) {
    this.#limits = limits
  }

  get messages(): number {
    return this.#waiting.size
  }

  get octets(): number {
    return this.#octets
  }

  /**
   * @param sender tells senders apart; whoever listens at several numbers puts the number into it too
   * @param now milliseconds of the clock that the ages are counted on; it never goes back
   */
  add(sender: string, concatenation: Concatenation, part: P, now: number): JoinOutcome<P> {
    const forgotten = this.#forgetOld(now)
    const key = keyOf(sender, concatenation)
    const known = this.#waiting.get(key)
    const earlier = known?.parts.get(concatenation.sequence)
    if (earlier !== undefined) {
      return { kind: 'duplicate', same: sameOctets(earlier.octets, part.octets), forgotten }
    }
    const message = known ?? { sender, concatenation, firstAt: now, parts: new Map(), octets: 0 }
    if (known === undefined) this.#waiting.set(key, message)
    message.parts.set(concatenation.sequence, part)
    message.octets += part.octets.length
    this.#octets += part.octets.length
    if (message.parts.size === concatenation.total) {
      this.#drop(key, message)
      return { kind: 'whole', parts: inOrder(message), forgotten }
    }
    forgotten.push(...this.#forgetSurplus())
    return { kind: 'waiting', missing: missingOf(message), forgotten }
  }

  #forgetOld(now: number): Forgotten[] {
    return this.#forgetWhile(({ firstAt }) =>
      now - firstAt > this.#limits.ageMsMax ? 'ageMsMax' : undefined,
    )
  }

  #forgetSurplus(): Forgotten[] {
    const { messagesMax, octetsMax } = this.#limits
    return this.#forgetWhile(() => {
      if (this.#waiting.size > messagesMax) return 'messagesMax'
      return this.#octets > octetsMax ? 'octetsMax' : undefined
    })
  }

  /** From the oldest on. */
  #forgetWhile(limitOf: (message: Waiting<P>) => keyof JoinLimits | undefined): Forgotten[] {
    const forgotten: Forgotten[] = []
    for (const [key, message] of this.#waiting) {
      const limit = limitOf(message)
      if (limit === undefined) break
      this.#drop(key, message)
      const { sender, parts } = message
      const { reference, referenceBits, total } = message.concatenation
      const concatenation = { reference, referenceBits, total }
      forgotten.push({ sender, concatenation, held: parts.size, limit })
    }
    return forgotten
  }

  #drop(key: string, message: Waiting<P>): void {
    this.#waiting.delete(key)
    this.#octets -= message.octets
  }
}

function keyOf(sender: string, { referenceBits, reference, total }: Concatenation): string {
  return `${referenceBits}/${reference}/${total}/${sender}`
}

function inOrder<P extends Part>({ parts }: Waiting<P>): readonly P[] {
  return [...parts].toSorted(([a], [b]) => a - b).map(([, part]) => part)
}

function missingOf<P extends Part>({ concatenation, parts }: Waiting<P>): readonly number[] {
  return Array.from({ length: concatenation.total }, (_, index) => index + 1).filter(
    (sequence) => !parts.has(sequence),
  )
}

function sameOctets(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((octet, index) => octet === right[index])
}
