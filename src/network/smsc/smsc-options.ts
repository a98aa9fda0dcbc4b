/** How an SMSC behaves where SMPP leaves it to the operator, and its limits. */
import type { Account } from '../bearer.ts'

export interface SmscLimits {
  readonly connectionsMax: number
  /** command_length. */
  readonly pduOctetsMax: number
  /** Submissions of one session that wait for their answers; one more is throttled. */
  readonly windowMax: number
  /** deliver_sm of one session that wait for their answers. */
  readonly deliveryWindowMax: number
  /** deliver_sm of one account that wait for a session; the oldest is lost beyond it. */
  readonly mailboxMax: number
  readonly deliveryAttemptsMax: number
  /** Octets that a peer has not read yet. */
  readonly unreadOctetsMax: number
  /** Wall time without an octet before a bind. */
  readonly bindMsMax: number
  /** Wall time without an octet. */
  readonly idleMsMax: number
}

export interface SmscOptions {
  readonly limits: SmscLimits
  /** Submissions of one account that are taken in any second of the clock. */
  readonly submitsPerSecondMax: number
  /** On the clock; 0 answers at once. */
  readonly answerAfterMs: number
  /** What data_coding 0 is: each SMSC has its own default. */
  readonly defaultCharset: 'gsm' | 'latin1'
  /** Message ids are opaque, and real ones differ between the answer and the receipt. */
  readonly ids: {
    readonly answer: IdForm
    readonly receiptText: IdForm
    readonly receiptTlv: IdForm | 'none'
  }
  /** The body of a response with an error: left out, or its fields empty. */
  readonly errorBodies: 'absent' | 'empty'
  /** Numbers that an account serves: texts that phones send there are its own. Without a row, whoever is bound gets them. */
  readonly serves: ReadonlyMap<Account['name'], readonly string[]>
  /** Between two attempts to deliver, on the clock. */
  readonly retryAfterMs: number
}

export type IdForm = 'decimal' | 'padded' | 'hex'

export const smscOptions: SmscOptions = {
  limits: {
    connectionsMax: 64,
    pduOctetsMax: 70_000,
    windowMax: 100,
    deliveryWindowMax: 50,
    mailboxMax: 100_000,
    deliveryAttemptsMax: 5,
    unreadOctetsMax: 4 * 1024 * 1024,
    bindMsMax: 5000,
    idleMsMax: 300_000,
  },
  submitsPerSecondMax: Number.POSITIVE_INFINITY,
  answerAfterMs: 0,
  defaultCharset: 'gsm',
  ids: { answer: 'decimal', receiptText: 'decimal', receiptTlv: 'decimal' },
  errorBodies: 'absent',
  serves: new Map(),
  retryAfterMs: 60_000,
}

const paddedDigits = 10

export function formatId(id: string, form: IdForm): string {
  if (form === 'hex') return Number(id).toString(16)
  return form === 'padded' ? id.padStart(paddedDigits, '0') : id
}

/** The router's id; `undefined` for what is none of that form. */
export function parseId(text: string, form: IdForm): string | undefined {
  if (!(form === 'hex' ? /^[0-9a-f]{1,13}$/i : /^\d{1,16}$/).test(text)) return undefined
  return String(Number.parseInt(text, form === 'hex' ? 16 : 10))
}
