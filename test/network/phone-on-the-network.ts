import type { DeliveredMessage, Inbox } from '../../src/handset/ports.ts'
import { decodeDeliver } from '../../src/wire/sms/deliver.ts'
import { readDataCoding } from '../../src/wire/sms/data-coding.ts'
import { decodeGsm } from '../../src/wire/sms/gsm7.ts'
import { decodeUcs2 } from '../../src/wire/sms/ucs2.ts'

export interface PhoneOnTheNetwork extends Inbox {
  readonly taken: DeliveredMessage[]
  answer: ReturnType<Inbox['take']>
}

/** A phone that keeps what it is given. */
export function phoneOnTheNetwork(): PhoneOnTheNetwork {
  const phone: PhoneOnTheNetwork = {
    taken: [],
    answer: 'taken',
    take(message) {
      if (phone.answer === 'taken') phone.taken.push(message)
      return phone.answer
    },
  }
  return phone
}

/** The text of a short message; octets in hexadecimal digits. */
export function textOf({ payload }: DeliveredMessage): string {
  if (payload.kind === 'datagram') return Buffer.from(payload.octets).toString('hex')
  const { dataCoding, octets } = decodeDeliver(payload.tpdu)
  const { alphabet } = readDataCoding(dataCoding)
  if (alphabet === 'gsm') return decodeGsm(octets)
  return alphabet === 'ucs2' ? decodeUcs2(octets) : Buffer.from(octets).toString('hex')
}
