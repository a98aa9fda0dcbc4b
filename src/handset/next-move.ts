import type { Purpose } from '../trace/events.ts'
import type { Received } from './behaviour.ts'

/** What a retrieval does next. */
export type NextMove =
  | { readonly kind: 'settle' }
  | { readonly kind: 'follow'; readonly url: string }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'continue'; readonly from: number }
  /** The server was only asked about it, and has it. */
  | { readonly kind: 'fetch'; readonly bytes: number | undefined }

export interface RetrievalState {
  readonly purpose: Purpose
  readonly received: Received
  readonly hops: number
  readonly waits: number
  /** The request was only to find out (HEAD). */
  readonly looking?: boolean
  /** The request named a range. */
  readonly ranged: boolean
  /** Earlier ranges of the same package, and their octets. */
  readonly parts: number
  readonly octetsSoFar: number
}
