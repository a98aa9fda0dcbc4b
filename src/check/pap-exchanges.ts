/** What a server and a push proxy gateway said to each other, read anew from the octets of the trace. */
import { WireError } from '../errors.ts'
import type { EventOf } from '../trace/events.ts'
import { headerValue } from '../wire/http-fields.ts'
import type { PapMessage, ResultNotificationMessage } from '../wire/pap/message.ts'
import { readPapMessage } from '../wire/pap/read-message.ts'
import { readPapSubmission } from '../wire/pap/submission.ts'
import type { PapSubmission } from '../wire/pap/submission.ts'
import { parseMultipart } from '../wire/multipart.ts'
import type { BodyPart } from '../wire/multipart.ts'
import { mediaTypeParameter, parseMediaType } from '../wire/media-types.ts'
import { instantOf } from './conversation-time.ts'
import type { Evidence } from './evidence.ts'
import { readHttpMessage, statusOf } from './http-messages.ts'
import type { HttpMessage } from './http-messages.ts'

export interface PapAnswer {
  readonly seq: number
  readonly at: number
  readonly status: number
  /** Of the message inside. */
  readonly code: number | undefined
}

/** A push that the server posted. */
export interface PapPost {
  readonly seq: number
  readonly at: number
  readonly request: HttpMessage
  /** Absent where it could not be read; `problem` says why. */
  readonly submission: PapSubmission | undefined
  readonly problem: string | undefined
  readonly parts: readonly BodyPart[]
  readonly pushId: string | undefined
  readonly answer: PapAnswer | undefined
  /** The same for each attempt with the same push, whatever its id. */
  readonly key: string
  /** Pushes that the scenario had asked for by then. */
  readonly asked: number
}

/** The gateway told the server what became of a push. */
export interface PapNotification {
  readonly seq: number
  readonly at: number
  readonly message: ResultNotificationMessage
  readonly answer: (PapAnswer & { readonly message: PapMessage | undefined }) | undefined
}

const knownPosts = new WeakMap<Evidence, readonly PapPost[]>()

/** In the order in which they were posted; queries and cancellations are left out. */
export function papPosts(evidence: Evidence): readonly PapPost[] {
  const found = knownPosts.get(evidence) ?? collectPosts(evidence)
  knownPosts.set(evidence, found)
  return found
}

function collectPosts(evidence: Evidence): readonly PapPost[] {
  const events = gatewayEvents(evidence)
  const pushes = evidence.all('step.started').filter(({ verb }) => verb === 'push')
  return events.flatMap((event) => {
    if (event.direction !== 'to-network') return []
    if (isCall(event)) return []
    const request = readHttpMessage(event.octets)
    if (request === undefined || !request.line.startsWith('POST ')) return []
    const post = readPost(request)
    const kind = post.submission?.message.kind
    if (kind !== undefined && kind !== 'push-message') return []
    const asked = pushes.filter((step) => step.seq < event.seq).length
    const { seq } = event
    const at = instantOf(event)
    return [{ seq, at, request, ...post, answer: answerAfter(event, events), asked }]
  })
}

export function papNotifications(evidence: Evidence): readonly PapNotification[] {
  const events = gatewayEvents(evidence)
  return events.flatMap((event) => {
    if (event.direction !== 'from-network' || !isCall(event)) return []
    const message = messageIn(readHttpMessage(event.octets))
    if (message?.kind !== 'resultnotification-message') return []
    const { seq } = event
    return [{ seq, at: instantOf(event), message, answer: answerAfter(event, events) }]
  })
}

function gatewayEvents(evidence: Evidence): readonly EventOf<'bearer.exchanged'>[] {
  return evidence.all('bearer.exchanged').filter(({ bearer }) => bearer === 'ppg')
}

/** Connections that the gateway opened. */
function isCall({ session }: EventOf<'bearer.exchanged'>): boolean {
  return session.startsWith('ppg.call.')
}

/** What the other side said next on the same connection. */
function answerAfter(
  { seq, session, direction }: EventOf<'bearer.exchanged'>,
  events: readonly EventOf<'bearer.exchanged'>[],
): (PapAnswer & { readonly message: PapMessage | undefined }) | undefined {
  const next = events.find((event) => event.seq > seq && event.session === session)
  if (next === undefined || next.direction === direction) return undefined
  const answer = readHttpMessage(next.octets)
  if (answer === undefined) return undefined
  const message = messageIn(answer)
  const code = message !== undefined && 'result' in message ? message.result.code : undefined
  return { seq: next.seq, at: instantOf(next), status: statusOf(answer), code, message }
}

function readPost(
  request: HttpMessage,
): Pick<PapPost, 'submission' | 'problem' | 'parts' | 'pushId' | 'key'> {
  const contentType = headerValue(request.headers, 'Content-Type') ?? ''
  const parts = readParts(contentType, request.body)
  try {
    const submission = readPapSubmission(contentType, request.body)
    const { message, content } = submission
    const isPush = message.kind === 'push-message'
    const octets = Buffer.from(content?.body ?? []).toString('hex')
    const to = isPush ? message.addresses.join(' ') : ''
    return {
      submission,
      problem: undefined,
      parts,
      pushId: isPush ? message.pushId : undefined,
      key: `${to} ${content?.mediaType.essence} ${octets}`,
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    const key = Buffer.from(request.body).toString('hex')
    return { submission: undefined, problem: error.message, parts, pushId: undefined, key }
  }
}

function readParts(contentType: string, body: Uint8Array): readonly BodyPart[] {
  const type = parseMediaType(contentType)
  const boundary = type && mediaTypeParameter(type, 'boundary')
  if (boundary === undefined) return []
  try {
    return parseMultipart(body, boundary)
  } catch (error) {
    if (error instanceof WireError) return []
    throw error
  }
}

function messageIn(http: HttpMessage | undefined): PapMessage | undefined {
  if (http === undefined) return undefined
  try {
    return readPapMessage(http.body).message
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}

/** PAP: 4xxx passes, so does a server error of HTTP; so may what had no answer. */
export function mayPass({ answer }: PapPost): boolean {
  if (answer === undefined) return true
  const { code, status } = answer
  return code === undefined ? status >= 500 : code >= 4000 && code < 5000
}

/** PAP: 2xxx is the fault of who asks. */
export function isRefusedForGood({ answer }: PapPost): boolean {
  return answer?.code !== undefined && answer.code >= 2000 && answer.code < 3000
}

/** PAP: 1xxx. */
export function isAccepted({ answer }: PapPost): boolean {
  return answer?.code !== undefined && answer.code >= 1000 && answer.code < 2000
}
