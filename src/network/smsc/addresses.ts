/** Addresses that an SMSC takes (SMPP 3.4 sections 5.2.5 to 5.2.9). */
import { alphanumericTon } from '../../wire/sms/address.ts'
import type { SmsAddress } from '../../wire/sms/address.ts'
import { encodeGsm } from '../../wire/sms/gsm7.ts'
import type { SmppAddress } from '../../wire/smpp/pdu.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'

const internationalTon = 1
const tonMax = 6
const npis: readonly number[] = [0, 1, 3, 4, 6, 8, 9, 10, 14, 18]
/** Eleven letters fit an address in the air. */
const lettersMax = 11
const digits = /^\+?\d{1,20}$/
const digitsOrNone = /^(?:\+?[\d*#]{1,20})?$/

export type AddressReading = { readonly kind: 'address'; readonly address: SmsAddress } | Refusal

/** Without an address it is left to the SMSC: this one sends none. */
export function readSource({ ton, npi, value }: SmppAddress): AddressReading {
  if (ton > tonMax) return refuse('ESME_RINVSRCTON', `source_addr_ton ${ton}`)
  if (!npis.includes(npi)) return refuse('ESME_RINVSRCNPI', `source_addr_npi ${npi}`)
  if (ton === alphanumericTon) {
    const letters = encodeGsm(value)
    return letters === undefined || letters.length > lettersMax
      ? refuse('ESME_RINVSRCADR', `source_addr of ${value.length} letters`)
      : { kind: 'address', address: { ton, npi, value } }
  }
  if (!digitsOrNone.test(value)) return refuse('ESME_RINVSRCADR', 'source_addr is no number')
  return { kind: 'address', address: plain({ ton, npi, value }) }
}

export function readDestination({ ton, npi, value }: SmppAddress): AddressReading {
  if (ton > tonMax) return refuse('ESME_RINVDSTTON', `dest_addr_ton ${ton}`)
  if (!npis.includes(npi)) return refuse('ESME_RINVDSTNPI', `dest_addr_npi ${npi}`)
  if (ton === alphanumericTon || !digits.test(value)) {
    return refuse('ESME_RINVDSTADR', 'destination_addr is no number')
  }
  return { kind: 'address', address: plain({ ton, npi, value }) }
}

/** A plus is what makes a number international, and is not sent itself. */
function plain({ ton, npi, value }: SmppAddress): SmsAddress {
  return value.startsWith('+')
    ? { ton: internationalTon, npi: 1, value: value.slice(1) }
    : { ton, npi, value }
}
