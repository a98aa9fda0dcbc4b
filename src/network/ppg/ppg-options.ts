/** How a gateway behaves where PAP leaves it to the operator, and its limits. */
import type { SmsAddress } from '../../wire/sms/address.ts'
import { httpLimits } from '../http/http-limits.ts'
import type { HttpLimits } from '../http/http-limits.ts'

export interface PpgOptions {
  readonly limits: HttpLimits & {
    /** Pushes that are remembered for queries; the oldest that has ended is forgotten first. */
    readonly pushesMax: number
    readonly addressesMax: number
    readonly notifyAttemptsMax: number
  }
  /** Whom a phone sees as the sender. */
  readonly from: SmsAddress
  /** Between two attempts to notify, on the clock. */
  readonly retryAfterMs: number
}

export const ppgOptions: PpgOptions = {
  limits: { ...httpLimits, pushesMax: 10_000, addressesMax: 100, notifyAttemptsMax: 3 },
  from: { ton: 0, npi: 1, value: '9200' },
  retryAfterMs: 60_000,
}
