/** What the names in the chart of a retrieval mean. */
import { setup } from 'xstate'
import type { Exchange, Purpose } from '../../trace/events.ts'
import type { AccessPoint } from '../access-point.ts'
import type { Received } from '../behaviour.ts'
import type { NextMove } from '../next-move.ts'
import type { CarryOrder } from '../arrival.ts'
import { changeHeaders } from '../headers.ts'
import type { HeaderChange } from '../headers.ts'
import type { BrokenDownload } from '../broken-downloads.ts'
import type { Credentials } from '../rules/credentials.ts'
import type { Phone } from '../phone.ts'
import { joinParts, keepPart } from '../rules/ranges.ts'
import { appendRest, brokenDownload, isOutdated, moveHome } from '../rules/resumption.ts'
import type { Resumption } from '../rules/resumption.ts'
import { sendRequest } from './effects.ts'
import type { AnswerCame } from './effects.ts'
import type { UserEvent } from './events.ts'
import { challengedBy, isAccepted, typedCredentials } from './questions.ts'
import { note } from './note.ts'
import { tell } from './tell.ts'

/** In what a request differs from those of the phone. */
export interface Manner {
  readonly method?: 'HEAD'
  readonly headers: readonly HeaderChange[]
}

export interface RetrievalInput {
  readonly phone: Phone
  readonly purpose: Purpose
  readonly url: string
  readonly credentials: Credentials | undefined
  readonly expectedBytes: number | undefined
  readonly probe: Exchange['probe']
  readonly accessPoint?: AccessPoint
  readonly manner?: Manner
  /** It broke off before, and goes on. */
  readonly broken?: BrokenDownload | undefined
}

export interface Retrieved {
  readonly received: Received
  /** Those that were asked for on the way. */
  readonly credentials: Credentials | undefined
  /** The user did not want to go on. */
  readonly cancelled: boolean
  /** It broke off, and this is what came of it. */
  readonly broken?: BrokenDownload | undefined
}

export interface RetrievalContext extends RetrievalInput, Resumption {
  readonly rounds: number
  readonly cancelled: boolean
  /** The server is only asked whether it has it. */
  readonly looking: boolean
  /** Where it began. */
  readonly link: string
  readonly hops: number
  readonly waits: number
  readonly received: Received
  readonly waitMs: number
}

const nothingYet: Received = {
  kind: 'failure',
  url: '',
  cause: 'unreachable',
  detail: 'not asked yet',
}

export const retrievalSetup = setup({
  types: {
    context: {} as RetrievalContext,
    input: {} as RetrievalInput,
    output: {} as Retrieved,
    events: {} as UserEvent | AnswerCame,
  },
  guards: {
    'the user is asked': ({ context: { phone, probe, rounds } }, received: Received) =>
      probe === undefined && phone.behaviour.asksForCredentials(received, rounds),
    'the user typed credentials': (_, event: UserEvent) => typedCredentials(event) !== undefined,
    'the user accepts': (_, event: UserEvent) => isAccepted(event),
    'the user has to agree to it': ({ context }, received: Received) =>
      context.probe === undefined &&
      context.phone.behaviour.asks('redirect') &&
      nextMove(context, received).kind === 'follow',
    'it leads elsewhere': ({ context }, received: Received) =>
      nextMove(context, received).kind === 'follow',
    'the server wants time': ({ context }, received: Received) =>
      nextMove(context, received).kind === 'wait',
    'it is no longer the same': ({ context }, received: Received) => isOutdated(context, received),
    'it is there': ({ context }, received: Received) =>
      nextMove(context, received).kind === 'fetch',
    'there is more of it': ({ context }, received: Received) =>
      nextMove(context, received).kind === 'continue',
  },
  delays: { 'until the server wants': ({ context }) => context.waitMs },
  actions: {
    'send the request': ({ context, self }) =>
      sendRequest(context.phone.radio, makeOrder(context), self),
    'take the outcome': note((_, received: Received) => ({ received })),
    'turn to the new place': note(({ context }, received: Received) => {
      const move = nextMove(context, received)
      if (move.kind !== 'follow') return {}
      const { keepsCredentialsOnRedirect } = context.phone.behaviour
      const credentials = keepsCredentialsOnRedirect ? context.credentials : undefined
      const home = received.kind === 'response' ? moveHome(context, received, move.url) : {}
      return { url: move.url, hops: context.hops + 1, credentials, ...home }
    }),
    'note that it is there': note(({ context }, received: Received) => {
      const move = nextMove(context, received)
      if (move.kind !== 'fetch' || received.kind === 'failure') return {}
      const { headers: known } = received
      return { looking: false, expectedBytes: move.bytes, known, ...atHome(context) }
    }),
    'forget what is there': note(({ context }) => ({
      known: [],
      parts: [],
      octetsSoFar: 0,
      ...atHome({ ...context, home: context.link }),
    })),
    'count the wait': note(({ context }, received: Received) => {
      const move = nextMove(context, received)
      return move.kind === 'wait' ? { waitMs: move.ms, waits: context.waits + 1 } : {}
    }),
    'take the credentials': note(({ context }, event: UserEvent) => ({
      credentials: challengedBy(context.received, typedCredentials(event)),
      rounds: context.rounds + 1,
    })),
    'note that the user stopped it': note(() => ({ cancelled: true })),
    'ask for credentials': tell(({ context }) => ({
      type: 'prompt.shown',
      prompt: 'credentials',
      text: `${context.url} asks for a user name and a password`,
    })),
    'ask whether to follow': tell(({ context }) => ({
      type: 'prompt.shown',
      prompt: 'redirect',
      text: `${context.url} leads to another place. Go there?`,
    })),
    'keep the range': note(({ context }, received: Received) => keepPart(context, received)),
  },
})

/** Where the next request goes once an answer was taken: the redirects on the way to it are made again. */
function atHome({ home }: Pick<Resumption, 'home'>) {
  return { url: home, home, hops: 0, strayed: false }
}

export function begin(input: RetrievalInput): RetrievalContext {
  const { phone, probe, broken, url } = input
  return {
    ...input,
    looking: phone.behaviour.looksFirst && probe === undefined && broken === undefined,
    link: url,
    home: url,
    strayed: false,
    hops: 0,
    waits: 0,
    known: broken?.headers ?? [],
    parts: broken === undefined ? [] : [broken.octets],
    octetsSoFar: broken?.octets.length ?? 0,
    received: nothingYet,
    waitMs: 0,
    rounds: 0,
    cancelled: false,
  }
}

export function retrievedBy(context: RetrievalContext): Retrieved {
  const { credentials, cancelled } = context
  const ranged = isRanged(context)
  const received = ranged
    ? joinParts({ ...context, ranged })
    : appendRest(context, context.received)
  const broken = brokenDownload(context, received)
  return { received, credentials, cancelled, ...(broken === undefined ? {} : { broken }) }
}

function nextMove(context: RetrievalContext, received: Received): NextMove {
  const { phone, purpose, looking, hops, waits, octetsSoFar } = context
  const [ranged, parts] = [isRanged(context), context.parts.length]
  const state = { purpose, received, looking, hops, waits, ranged, parts, octetsSoFar }
  return phone.behaviour.nextMove(state, phone.profile)
}

function isRanged({ phone, purpose }: RetrievalContext): boolean {
  return phone.behaviour.rangeBytes(purpose) !== undefined
}

export function makeOrder(context: RetrievalContext): CarryOrder {
  const { phone, purpose, url, credentials, expectedBytes, probe, octetsSoFar } = context
  const { looking, accessPoint, manner } = context
  const { behaviour, profile } = phone
  const style = behaviour.requestStyle(purpose, profile)
  const rangeBytes = behaviour.rangeBytes(purpose)
  const known = { headers: context.known, octets: octetsSoFar }
  const conditions = probe === undefined && !looking ? behaviour.resumption.conditions(known) : []
  const headers = [...style.headers, ...conditions]
  if (credentials !== undefined) headers.push(behaviour.authorization(credentials))
  if (rangeBytes !== undefined) {
    headers.push(['Range', `bytes=${octetsSoFar}-${octetsSoFar + rangeBytes - 1}`])
  }
  return {
    purpose,
    expectedBytes,
    probe,
    credentials: credentials?.kind,
    ...(accessPoint === undefined ? {} : { accessPoint }),
    request: {
      ...style,
      method: isLook(looking, probe) ? 'HEAD' : (manner?.method ?? 'GET'),
      url,
      headers: changeHeaders(headers, manner?.headers ?? []),
      framing: 'length',
    },
  }
}

function isLook(looking: boolean, probe: Exchange['probe']): boolean {
  return looking || probe === 'head-of-ticket' || probe === 'head-of-link'
}
