/** Whether a push can be sent at all, before anybody looks for the phone. */
import { parsePapAddress } from '../../wire/pap/address.ts'
import type { PushMessage, QualityOfService, Result } from '../../wire/pap/message.ts'
import { parseDate } from '../../wire/wbxml/date.ts'
import { normalMsisdn } from '../msisdn.ts'

export interface Admission {
  readonly kind: 'admitted'
  /** Numbers by the addresses they stand in. */
  readonly numbers: readonly (readonly [address: string, number: string])[]
  /** Milliseconds since 1970. */
  readonly deliverAfter: number | undefined
  readonly deliverBefore: number | undefined
}

type Refused = { readonly kind: 'refused' } & Result

export type Admitting = Admission | Refused

export function admitPush(
  message: PushMessage,
  { nowMs, addressesMax }: { readonly nowMs: number; readonly addressesMax: number },
): Admitting {
  const { pushId, addresses, quality, replacePushId } = message
  if (pushId === '') return refuse(2000, 'push-id is missing')
  if (addresses.length === 0) return refuse(2000, 'no address')
  if (addresses.length > addressesMax) {
    return refuse(3005, `more than ${addressesMax} addresses (addressesMax)`)
  }
  if (replacePushId !== undefined) return refuse(3011, 'replacing is not supported')
  const unmet = unmetQuality(quality)
  if (unmet !== undefined) return unmet
  const times = readTimes(message, nowMs)
  if (times.kind === 'refused') return times
  const numbers: (readonly [string, string])[] = []
  for (const address of addresses) {
    const parsed = parsePapAddress(address)
    if (parsed === undefined) return refuse(2002, 'an address is none of a client')
    if (parsed.type !== 'PLMN') return refuse(2003, `no client has an address of ${parsed.type}`)
    numbers.push([address, normalMsisdn(parsed.specifier)])
  }
  return { ...times, kind: 'admitted', numbers }
}

function readTimes(
  message: PushMessage,
  nowMs: number,
): ({ readonly kind: 'times' } & Pick<Admission, 'deliverAfter' | 'deliverBefore'>) | Refused {
  const deliverBefore = instantOf(message.deliverBefore)
  const deliverAfter = instantOf(message.deliverAfter)
  if (deliverBefore === false || deliverAfter === false) {
    return refuse(2000, 'a timestamp is no date')
  }
  if (deliverBefore !== undefined && deliverBefore <= nowMs) {
    return refuse(2001, 'deliver-before-timestamp has passed')
  }
  if (deliverBefore !== undefined && deliverAfter !== undefined && deliverBefore <= deliverAfter) {
    return refuse(2000, 'deliver-before-timestamp is not after deliver-after-timestamp')
  }
  return { kind: 'times', deliverAfter, deliverBefore }
}

function unmetQuality(quality: QualityOfService | undefined): Refused | undefined {
  const bearer = quality?.bearer?.toLowerCase()
  const network = quality?.network?.toLowerCase()
  if (quality?.bearerRequired === true && bearer !== undefined && bearer !== 'sms') {
    return refuse(3010, 'this gateway has SMS only')
  }
  if (quality?.networkRequired === true && network !== undefined && network !== 'gsm') {
    return refuse(3009, 'this gateway has GSM only')
  }
  if (quality?.deliveryMethod === 'confirmed') {
    return refuse(3007, 'a push without session is never confirmed')
  }
  return undefined
}

/** False for what is no date. */
function instantOf(text: string | undefined): number | false | undefined {
  return text === undefined ? undefined : (parseDate(text) ?? false)
}

function refuse(code: number, description: string): Refused {
  return { kind: 'refused', code, description }
}
