/** How the server behaves towards an operator that does not take everything at once. */
import { statusCode } from '../../wire/smpp/status.table.ts'

/** Why something was not taken. */
export type Setback =
  /** No connection, or none any more: nobody knows whether it was taken. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'bind' | 'submit'; readonly status: number }
  /** `status`: of HTTP, which is 202 for whatever the gateway could read. */
  | { readonly kind: 'pap'; readonly code: number; readonly status: number }
  | { readonly kind: 'http'; readonly status: number }

export interface Conduct {
  /** Is it worth trying the same again? */
  mayPass(setback: Setback): boolean
  /** Does it let go of the message and tell nobody? */
  forgets(setback: Setback): boolean
  /** How long it waits before it tries the same again; attempts are counted from 1. */
  waitMs(setback: Setback, attempt: number): number
  /** Attempts for one message. */
  readonly attemptsMax: number
  /** Of a message in segments, those that were taken before a setback are handed in again with the rest. */
  readonly beginsAnew: boolean
  /** Receipts of messages that it does not know are answered as if they were wrong. */
  readonly refusesUnknownReceipts: boolean
  /** A connection to the SMSC over which nothing went for so long is asked whether it is there, or closed. */
  readonly silenceMsMax: number
}

const minuteMs = 60_000
const reconnectMs = 10_000

const passing: ReadonlySet<number> = new Set([
  statusCode('ESME_RSYSERR'),
  statusCode('ESME_RMSGQFUL'),
  statusCode('ESME_RTHROTTLED'),
  statusCode('ESME_RX_T_APPN'),
  statusCode('ESME_RBINDFAIL'),
])

/** PAP: 2xxx is the fault of who asks, 4xxx passes (WAP-247, status codes). */
const papServiceFailure = 4000
const papAborted = 5000
const httpServerError = 500

export const goodConduct: Conduct = {
  mayPass(setback) {
    switch (setback.kind) {
      case 'silence':
        return true
      case 'bind':
      case 'submit':
        return passing.has(setback.status)
      case 'pap':
        return setback.code >= papServiceFailure && setback.code < papAborted
      case 'http':
        return setback.status >= httpServerError
      default:
        return setback satisfies never
    }
  },
  forgets: () => false,
  waitMs({ kind }, attempt) {
    const first = kind === 'silence' || kind === 'bind' ? reconnectMs : minuteMs
    return first * 2 ** (attempt - 1)
  },
  attemptsMax: 5,
  beginsAnew: false,
  refusesUnknownReceipts: false,
  silenceMsMax: 240_000,
}

export function describeSetback(setback: Setback): string {
  switch (setback.kind) {
    case 'silence':
      return 'the connection ended without an answer'
    case 'bind':
      return `bind status ${setback.status}`
    case 'submit':
      return `submission status ${setback.status}`
    case 'pap':
      return `PAP code ${setback.code}`
    case 'http':
      return `HTTP status ${setback.status}`
    default:
      return setback satisfies never
  }
}
