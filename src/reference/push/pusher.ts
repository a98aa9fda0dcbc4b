/** How the server pushes: as a client of the operator's short message service centre. */
import type { Duplex } from 'node:stream'
import { WireError } from '../../errors.ts'
import { composePush } from '../../wire/push/compose-push.ts'
import type { PushDraft } from '../../wire/push/compose-push.ts'
import { esmHeader } from '../../wire/smpp/message-flags.ts'
import type { Pdu, PduBody } from '../../wire/smpp/pdu.ts'
import { formatSmppTime } from '../../wire/smpp/time.ts'
import { readDataCoding } from '../../wire/sms/data-coding.ts'
import { splitUserData } from '../../wire/sms/segments.ts'
import type { Segment } from '../../wire/sms/segments.ts'
import { encodeUdh } from '../../wire/sms/udh.ts'
import { bindEsme } from './esme.ts'
import type { Esme } from './esme.ts'

/** The account that the server has with the operator. */
export const pushAccount = { systemId: 'reference', password: 'operator' } as const

export interface Order {
  readonly from: string
  readonly to: string
  readonly draft: PushDraft
  readonly validForMs: number | undefined
}

export type Pushed =
  | { readonly kind: 'handed in' }
  | { readonly kind: 'refused'; readonly reason: string }

/** What a server does wrong when it pushes. */
export interface PushFault {
  /** What goes to the SMSC in place of a PDU. */
  readonly pdu?: (pdu: Pdu) => readonly Pdu[]
}

export interface Pusher {
  push(order: Order): Promise<Pushed>
  close(): void
}

/** @param connect opens a connection to the SMSC */
export function createPusher(connect: () => Duplex, fault?: PushFault): Pusher {
  return new SmppPusher(connect, fault)
}

class SmppPusher implements Pusher {
  readonly #connect: () => Duplex
  readonly #fault: PushFault | undefined
  #esme: Esme | undefined
  /** Of the last message that was cut into segments. */
  #reference = 0

  constructor(connect: () => Duplex, fault: PushFault | undefined) {
    this.#connect = connect
    this.#fault = fault
  }

  async push(order: Order): Promise<Pushed> {
    const segments = this.#cut(order.draft)
    if (typeof segments === 'string') return { kind: 'refused', reason: segments }
    const bound = this.#esme ?? (await bindEsme(this.#connect(), pushAccount, this.#fault?.pdu))
    if ('refusedWith' in bound)
      return { kind: 'refused', reason: refusal('bind', bound.refusedWith) }
    this.#esme = bound
    for (const segment of segments) {
      const answer = await bound.ask(submission(order, segment))
      if (answer?.status === 0) continue
      if (answer === undefined) this.#esme = undefined
      return { kind: 'refused', reason: refusal('submission', answer?.status) }
    }
    return { kind: 'handed in' }
  }

  close(): void {
    this.#esme?.close()
  }

  /** Into segments, or the reason why it cannot be. */
  #cut(draft: PushDraft): readonly Coded[] | string {
    this.#reference = (this.#reference % 255) + 1
    try {
      const { dataCoding, elements, octets } = composePush(draft)
      const { alphabet } = readDataCoding(dataCoding)
      const reference = { referenceBits: 8, reference: this.#reference } as const
      const segments = splitUserData({ alphabet, elements, octets }, reference)
      return segments.map((segment) => ({ ...segment, dataCoding }))
    } catch (error) {
      if (error instanceof WireError) return error.message
      throw error
    }
  }
}

type Coded = Segment & { readonly dataCoding: number }

function refusal(what: string, status: number | undefined): string {
  return status === undefined ? `the connection ended at the ${what}` : `${what} status ${status}`
}

const international = { ton: 1, npi: 1 } as const
const local = { ton: 0, npi: 1 } as const
const receiptOnceEnded = 1

function submission({ from, to, validForMs }: Order, segment: Coded): PduBody {
  const { elements, octets, dataCoding } = segment
  const header = elements.length === 0 ? new Uint8Array() : encodeUdh(elements)
  return {
    command: 'submit_sm',
    serviceType: '',
    source: { ...local, value: from },
    destination: { ...international, value: to.replace(/^\+/, '') },
    esmClass: header.length === 0 ? 0 : esmHeader,
    protocolId: 0,
    priority: 0,
    scheduleTime: '',
    validity: validForMs === undefined ? '' : relativeTime(validForMs),
    registeredDelivery: receiptOnceEnded,
    replaceIfPresent: 0,
    dataCoding,
    defaultMessageId: 0,
    shortMessage: Uint8Array.from([...header, ...octets]),
  }
}

/** Counted from now; networks keep nothing for a hundred days. */
function relativeTime(ms: number): string {
  const total = Math.ceil(ms / 1000)
  return formatSmppTime({
    kind: 'relative',
    years: 0,
    months: 0,
    days: Math.min(99, Math.floor(total / 86_400)),
    hours: Math.floor(total / 3600) % 24,
    minutes: Math.floor(total / 60) % 60,
    seconds: total % 60,
  })
}
