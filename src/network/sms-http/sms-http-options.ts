/** How a gateway of HTTP behaves where nothing is written down, and its limits. */
import type { SmsAddress } from '../../wire/sms/address.ts'
import { httpLimits } from '../http/http-limits.ts'
import type { HttpLimits } from '../http/http-limits.ts'

export interface SmsHttpOptions {
  readonly limits: HttpLimits & { readonly receiversMax: number }
  /** Sender of a message that names none. */
  readonly from: SmsAddress
}

export const smsHttpOptions: SmsHttpOptions = {
  limits: { ...httpLimits, receiversMax: 100 },
  from: { ton: 0, npi: 1, value: '0000' },
}
