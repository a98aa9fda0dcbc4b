/** How senders hear what became of their messages. */
import type { CallBack } from '../http/call-back.ts'
import type { MessageState, StateChange } from '../submission.ts'
import type { ReportWish } from './sendsms.ts'

/** Bits of `dlr-mask`, which are also the types that `%d` stands for (Kannel user's guide, delivery reports). */
const bits: Readonly<Record<MessageState, number>> = {
  delivered: 1,
  expired: 2,
  undeliverable: 2,
  deleted: 2,
  unknown: 2,
  enroute: 4,
  accepted: 8,
  rejected: 16,
}

export interface Told {
  readonly from: string
  readonly to: string
  readonly change: StateChange
  /** Milliseconds since 1970. */
  readonly atMs: number
}

/** The call that a wish asks for at this state; none where its mask does not have the bit. */
export function dlrCall({ url, mask }: ReportWish, told: Told): CallBack | undefined {
  const type = bits[told.change.state]
  if ((mask & type) === 0) return undefined
  return { method: 'GET', url: fill(url, told, type), headers: {}, body: new Uint8Array() }
}

/** A letter that is a hex digit is one only where no digit follows: `%d0` is an octet. */
const escapes = /%(?:[G-Zg-z%]|[A-Fa-f](?![0-9A-Fa-f]))/g

/**
 * `%d` type, `%I` id, `%p` sender and `%P` receiver of the report, which come the other way round than those of the message,
 * `%t` time. What else there is becomes nothing.
 */
function fill(url: string, { from, to, change, atMs }: Told, type: number): string {
  const time = new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')
  const words: ReadonlyMap<string, string> = new Map([
    ['d', String(type)],
    ['I', change.id],
    ['p', to],
    ['P', from],
    ['t', time],
    ['T', String(Math.floor(atMs / 1000))],
    ['%', '%'],
  ])
  return url.replace(escapes, (escape) => encodeURIComponent(words.get(escape.slice(1)) ?? ''))
}

/** The call of the JSON form, at the final state. */
export function jsonCall(url: string, { to, change, atMs }: Told): CallBack | undefined {
  if (!change.final) return undefined
  const at = new Date(atMs).toISOString()
  const body = JSON.stringify({ id: change.id, to, status: change.state, at })
  return {
    method: 'POST',
    url,
    headers: { 'Content-Type': 'application/json' },
    body: new TextEncoder().encode(body),
  }
}
