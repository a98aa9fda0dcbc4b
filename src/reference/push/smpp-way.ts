/** Pushes as a client of the operator's short message service centre. */
import type { Duplex } from 'node:stream'
import { WireError } from '../../errors.ts'
import { composePush } from '../../wire/push/compose-push.ts'
import type { PushDraft } from '../../wire/push/compose-push.ts'
import { esmHeader, esmIntermediate } from '../../wire/smpp/message-flags.ts'
import type { PduBody } from '../../wire/smpp/pdu.ts'
import { parseReceipt } from '../../wire/smpp/receipt.ts'
import { statusCode } from '../../wire/smpp/status.table.ts'
import { formatSmppTime } from '../../wire/smpp/time.ts'
import { readDataCoding } from '../../wire/sms/data-coding.ts'
import { splitUserData } from '../../wire/sms/segments.ts'
import type { Segment } from '../../wire/sms/segments.ts'
import { encodeUdh } from '../../wire/sms/udh.ts'
import { toOctetText } from '../../wire/octet-text.ts'
import type { Conduct, Setback } from './conduct.ts'
import { Esme } from './esme.ts'
import type { DeliverPdu, EsmeParts } from './esme.ts'
import { refused } from './order.ts'
import type { Order, Pushed, Timers, Way } from './order.ts'
import { untilTaken } from './retry.ts'

export interface SmppParts {
  readonly connect: () => Duplex
  readonly account: { readonly systemId: string; readonly password: string }
  readonly timers: Timers
  readonly conduct: Conduct
  readonly alter: EsmeParts['alter']
}

/** Ids of messages without receipt that are remembered; the oldest is forgotten. */
const awaitedMax = 10_000
const unknownMessage = statusCode('ESME_RINVMSGID')

export class SmppWay implements Way {
  readonly #parts: SmppParts
  #esme: Esme | undefined
  /** Messages whose last receipt has not come. */
  readonly #awaited = new Set<string>()
  /** Of the last message that was cut into segments. */
  #reference = 0
  #isClosed = false

  constructor(parts: SmppParts) {
    this.#parts = parts
  }

  async push(order: Order): Promise<Pushed> {
    const segments = this.#cut(order.draft)
    if (typeof segments === 'string') return refused(segments)
    let next = 0
    return untilTaken(async () => {
      if (this.#parts.conduct.beginsAnew) next = 0
      const bound = await this.#bind()
      if (!(bound instanceof Esme)) return bound
      for (; next < segments.length; next += 1) {
        const setback = await this.#submit(bound, order, segments[next])
        if (setback !== undefined) return setback
      }
      return undefined
    }, this.#parts)
  }

  close(): void {
    this.#isClosed = true
    this.#esme?.close()
  }

  async #submit(
    esme: Esme,
    order: Order,
    segment: Coded | undefined,
  ): Promise<Setback | undefined> {
    if (segment === undefined) return undefined
    const answer = await esme.ask(submission(order, segment))
    if (answer === undefined) return { kind: 'silence' }
    if (answer.status !== 0) return { kind: 'submit', status: answer.status }
    if (answer.command === 'submit_sm_resp') this.#await(answer.messageId ?? '')
    return undefined
  }

  async #bind(): Promise<Esme | Setback> {
    if (this.#esme !== undefined) return this.#esme
    const { connect, timers, alter, account, conduct } = this.#parts
    const esme = new Esme({
      connection: connect(),
      timers,
      alter,
      silenceMsMax: conduct.silenceMsMax,
      isNeeded: () => this.#awaited.size > 0,
      onDelivery: (pdu) => this.#hear(pdu),
      onEnd: () => this.#ended(esme),
    })
    const status = await esme.bind(account)
    if (status === 0) {
      this.#esme = esme
      return esme
    }
    esme.close()
    return status === undefined ? { kind: 'silence' } : { kind: 'bind', status }
  }

  /** What the network still has to tell comes over the next connection. */
  #ended(esme: Esme): void {
    if (this.#esme !== esme) return
    this.#esme = undefined
    if (this.#isClosed || this.#awaited.size === 0) return
    const { timers, conduct } = this.#parts
    const again = () => {
      void untilTaken(async () => {
        const bound = await this.#bind()
        return bound instanceof Esme ? undefined : bound
      }, this.#parts)
    }
    timers.setTimeout(again, conduct.waitMs({ kind: 'silence' }, 1))
  }

  #await(id: string): void {
    this.#awaited.add(id)
    const [oldest] = this.#awaited
    if (this.#awaited.size > awaitedMax && oldest !== undefined) this.#awaited.delete(oldest)
  }

  /** @returns the status of the answer: the centre is to be rid of it, whatever it says */
  #hear({ esmClass, shortMessage }: DeliverPdu): number {
    const id = parseReceipt(toOctetText(shortMessage))?.id ?? ''
    const isKnown = this.#awaited.has(id)
    if ((esmClass & esmIntermediate) === 0) this.#awaited.delete(id)
    return isKnown || !this.#parts.conduct.refusesUnknownReceipts ? 0 : unknownMessage
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
