/** Pushes by the operator's SMS gateway: Kannel's `sendsms`, or a JSON document with a token. */
import { WireError } from '../../errors.ts'
import { formatHex } from '../../wire/hex.ts'
import { composePush } from '../../wire/push/compose-push.ts'
import type { ComposedMessage } from '../../wire/push/compose-push.ts'
import { encodeGsm } from '../../wire/sms/gsm7.ts'
import { encodeUdh } from '../../wire/sms/udh.ts'
import type { Setback } from './conduct.ts'
import type { GatewayParts } from './gateway-parts.ts'
import { refused } from './order.ts'
import type { Order, Pushed, Way } from './order.ts'
import type { Post, Posted } from './post.ts'
import { untilTaken } from './retry.ts'

export type SmsHttpForm = 'sendsms' | 'json'

const gateway = 'sms.operator.test'
const minuteMs = 60_000
const secondMs = 1000
/** dlr-mask: delivered, or never will be (Kannel user's guide, delivery reports). */
const endedMask = '3'

export class SmsHttpWay implements Way {
  readonly #parts: GatewayParts
  readonly #form: SmsHttpForm
  #pushes = 0

  constructor(form: SmsHttpForm, parts: GatewayParts) {
    this.#form = form
    this.#parts = parts
  }

  async push(order: Order): Promise<Pushed> {
    const composed = compose(order)
    if (typeof composed === 'string') return refused(composed)
    this.#pushes += 1
    const report = `${this.#parts.origin}/delivery-report?push=${this.#pushes}`
    const { account } = this.#parts
    const post = this.#form === 'json' ? jsonPost : sendsmsPost
    const request = post(order, composed, { account, report })
    return untilTaken(async () => setbackOf(await this.#parts.send(request)), this.#parts)
  }

  close(): void {}
}

interface Sender {
  readonly account: GatewayParts['account']
  /** Where it is told what became of it. */
  readonly report: string
}

function sendsmsPost(
  { from, to, draft, validForMs }: Order,
  { elements, octets }: ComposedMessage,
  { account, report }: Sender,
): Post {
  const content =
    draft.kind === 'text'
      ? [
          ['coding', encodeGsm(draft.text) === undefined ? '2' : '0'],
          ['charset', 'utf-8'],
          ['text', escapeEach(new TextEncoder().encode(draft.text))],
        ]
      : [
          ['coding', '1'],
          ['udh', escapeEach(encodeUdh(elements))],
          ['text', escapeEach(octets)],
        ]
  const pairs = [
    ['username', account.systemId],
    ['password', account.password],
    ['from', from],
    ['to', encodeURIComponent(to)],
    ...content,
    ['dlr-mask', endedMask],
    ['dlr-url', encodeURIComponent(`${report}&type=%d`)],
    ...(validForMs === undefined ? [] : [['validity', String(Math.ceil(validForMs / minuteMs))]]),
  ]
  return {
    method: 'GET',
    path: `/cgi-bin/sendsms?${pairs.map((pair) => pair.join('=')).join('&')}`,
    headers: [['Host', gateway]],
    body: new Uint8Array(),
  }
}

function jsonPost(
  { from, to, draft, validForMs }: Order,
  { elements, octets }: ComposedMessage,
  { account, report }: Sender,
): Post {
  const content =
    draft.kind === 'text'
      ? { text: draft.text }
      : { data: formatHex(octets), udh: formatHex(encodeUdh(elements)) }
  const validity =
    validForMs === undefined ? {} : { validitySeconds: Math.ceil(validForMs / secondMs) }
  return {
    method: 'POST',
    path: '/v1/messages',
    headers: [
      ['Host', gateway],
      ['Authorization', `Bearer ${account.password}`],
      ['Content-Type', 'application/json'],
    ],
    body: new TextEncoder().encode(
      JSON.stringify({ from, to, ...content, ...validity, callback: report }),
    ),
  }
}

/** Each octet as `%XX`: gateways read values as octets, not as characters. */
function escapeEach(octets: Uint8Array): string {
  return [...octets].map((octet) => `%${octet.toString(16).padStart(2, '0')}`).join('')
}

function setbackOf(posted: Posted | undefined): Setback | undefined {
  if (posted === undefined) return { kind: 'silence' }
  return posted.status >= 200 && posted.status < 300
    ? undefined
    : { kind: 'http', status: posted.status }
}

function compose({ draft }: Order): ComposedMessage | string {
  try {
    return composePush(draft)
  } catch (error) {
    if (error instanceof WireError) return error.message
    throw error
  }
}
