/** Traces of a phone for which links are ordered, pushed as texts of the target and opened. */
import type { Check } from '../../../src/check/check.ts'
import type { Policies } from '../../../src/trace/policies.ts'
import { encodeGsm } from '../../../src/wire/sms/gsm7.ts'
import {
  caseFacts,
  descriptorFetched,
  descriptorText,
  findings,
  jadType,
  packageFetched,
  traceOf,
} from '../trace-builder.ts'
import type { ExchangeSketch, SketchedFact } from '../trace-builder.ts'

export const number = '+358401234567'
export const lifetimeMs = 600_000

/** Two tickets that nobody can guess from each other. */
export const links = [
  'http://ota.test/t/4f1c7be09a3d52886e0b91d7c3fa2e55/demo.jad',
  'http://ota.test/t/b83a05d6e1974c2fa06d7f18925be3c4/demo.jad',
] as const

export const [link] = links

export function ordered(at: number, url: string = link): readonly SketchedFact[] {
  return [
    { type: 'ticket.ordered', app: 'demo', to: number, at },
    {
      type: 'message.accepted',
      message: `m${at}`,
      bearer: 'smsc',
      sender: 'reference',
      from: '16400',
      to: number,
      carrier: 'sms',
      dataCoding: 0,
      udh: new Uint8Array(),
      octets: encodeGsm(`Install ${url}`) ?? new Uint8Array(),
      at,
    },
  ]
}

/** The link is opened; unless told otherwise its descriptor comes. */
export function opened(at: number, sketch: ExchangeSketch = {}): SketchedFact {
  const body = sketch.status === undefined ? descriptorText() : 'There is no such ticket.\n'
  const headers =
    sketch.status === undefined ? [jadType] : ([['Content-Type', 'text/plain']] as const)
  return descriptorFetched(body, { url: link, at, startedAt: at, headers, ...sketch })
}

export function delivered(at: number, sketch: ExchangeSketch = {}): SketchedFact {
  return packageFetched(undefined, { at, startedAt: at, ...sketch })
}

export interface Promised {
  readonly ticketLifetimeMs?: number
  readonly clock?: boolean
  readonly policies?: Policies
}

/** What a check says, in the words of a report. */
export function toldOf(
  check: Check,
  facts: readonly SketchedFact[],
  promise: Promised = { ticketLifetimeMs: lifetimeMs },
): readonly string[] {
  const target = { ...caseFacts().target, ...promise }
  return findings(check, traceOf(facts, { target })).map(
    ({ verdict, reason }) => `${verdict}: ${reason}`,
  )
}
