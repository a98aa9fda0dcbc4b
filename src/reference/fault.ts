/**
 * One defect of a provisioning server. A fault takes hold as deep as it must: in the suite before it is packed, in the
 * attributes, in the octets, or in the answer.
 */
import type { Arrival } from './arrival.ts'
import type { Signing } from '../test-authority/signing.ts'
import type { DownloadDescriptor } from '../wire/download-descriptor.ts'
import type { BodyPart } from '../wire/multipart.ts'
import type { PushDraft } from '../wire/push/compose-push.ts'
import type { PushFault } from './push/pusher.ts'
import type { ClientSpecs, NativeKind } from './native/packages.ts'
import type { ProfileBounds } from './native/profile-reader.ts'
import type { JobSightings, JobState } from './native/jobs.ts'
import type { LedgerEntry } from './ledger.ts'
import type { ServerPolicies } from './policies.ts'
import { withHeaders } from './respond.ts'
import type { SuiteSpec } from './suite-builder.ts'
import type { TicketRules } from './ticket-rules.ts'
import type { TlsManner } from './tls/manner.ts'
import type { TicketState } from './tickets.ts'
import type { Visit } from './visits.ts'

export type Route =
  | 'page'
  | 'page-part'
  | 'descriptor'
  | 'package'
  | 'install-notify'
  | 'delete-notify'
  | 'client'
  | 'download'
  | 'object'
  | 'download-notify'
  | 'contact'
  | 'push-result'
  | 'delivery-report'
  | 'expired'
  | 'missing'
  | 'desk'

export type AttributePair = readonly [name: string, value: string]

/** What a fault may know of the request it spoils. */
export type WrittenPart = Pick<BodyPart, 'headers' | 'body'>

export interface FaultContext {
  readonly route: Route
  readonly request: Request
  readonly arrival: Arrival
  /** Payload of a report; empty for everything else. */
  readonly body: Uint8Array
  /** Scheme, host and port that the request was sent to. */
  readonly origin: string
  /** Milliseconds by the reference's clock. */
  readonly now: number
  /** The visit the URL belongs to; for a descriptor, the one just opened. */
  readonly visit: Visit | undefined
  /** The same descriptor was given to somebody since. */
  readonly isOvertaken: boolean
  /** Packages given out to this visit so far, to their last octet; only `answer` sees the one under way. */
  readonly deliveries: number
  /** Requests for this client so far, whole or not; the one under way counts. */
  readonly clientRequests: number
  /** `User-Agent` of the first request for it. */
  readonly clientAgent: string | undefined
  /** What the ledger says of the report just answered. */
  readonly report: LedgerEntry | undefined
  /** The UAProf document of the phone, where the request itself did not tell what it is. */
  readonly profile: 'not needed' | 'read' | 'lacking'
  /** The phone is refused, as one of another platform than the link is for. */
  readonly isOtherPlatform: boolean
  /** Of the ticket whose folder the URL lies in; none: in no such folder. */
  readonly ticket: TicketState | undefined
  readonly ticketEndsAt: number | undefined
  /** Another ticket was ordered for the same phone since. */
  readonly isOlderTicket: boolean
  /** `User-Agent` of the first request for it. */
  readonly ticketAgent: string | undefined
}

/**
 * What a hook gives is decided by what it is given, and it changes nothing in its place: `watch-faults.ts` asks it beforehand
 * whether it would show. A hook that is not watched there is taken to show in every case.
 */
export interface Fault {
  /** Ids of the checks that fail because of it; the first is the one it exists for. */
  readonly breaks: readonly [string, ...string[]]
  /** What the server does, as a sentence without a subject: `sends …`. */
  readonly title: string
  readonly suite?: (spec: SuiteSpec) => SuiteSpec
  readonly signing?: (signing: Signing, suite: SuiteSpec) => Signing
  readonly descriptor?: (
    attributes: readonly AttributePair[],
    context: FaultContext,
  ) => readonly AttributePair[]
  readonly descriptorOctets?: (octets: Uint8Array, context: FaultContext) => Uint8Array
  /** After `MIDlet-Jar-Size` was taken. */
  readonly packageOctets?: (octets: Uint8Array, context: FaultContext) => Uint8Array
  /** What is pushed, before it is put into octets. */
  readonly draft?: (draft: PushDraft) => PushDraft
  readonly pushing?: PushFault
  readonly policies?: (policies: ServerPolicies) => ServerPolicies
  readonly tickets?: (rules: TicketRules) => TicketRules
  readonly download?: (descriptor: DownloadDescriptor, context: FaultContext) => DownloadDescriptor
  readonly downloadOctets?: (octets: Uint8Array, context: FaultContext) => Uint8Array
  /** Of a body with a download descriptor and its object. */
  readonly downloadParts?: (parts: readonly WrittenPart[]) => readonly WrittenPart[]
  /** Which build of the client a phone gets. */
  readonly clientKind?: (
    chosen: NativeKind | undefined,
    context: FaultContext,
  ) => NativeKind | undefined
  /** What of the headers of a request for a client is looked at. */
  readonly clientAsked?: (headers: Headers) => Headers
  /** How long it waits for UAProf documents, and how much of them it reads. */
  readonly profileBounds?: (bounds: ProfileBounds) => ProfileBounds
  readonly client?: (specs: ClientSpecs) => ClientSpecs
  readonly clientOctets?: (octets: Uint8Array, kind: NativeKind) => Uint8Array
  /** What the server shows of a native installation. */
  readonly status?: (state: JobState, seen: JobSightings) => JobState
  /** How it shakes hands over https. */
  readonly tls?: (manner: TlsManner) => TlsManner
  readonly answer?: (response: Response, context: FaultContext) => Response | Promise<Response>
}

/** Declares a fault; its id is its path below `reference/faults/`. */
export function defineFault(fault: Fault): Fault {
  return fault
}

/** The answers to these routes, where they would have been good (2xx). */
export function spoil(
  routes: Route | readonly Route[],
  change: (response: Response, context: FaultContext) => Response | Promise<Response>,
): NonNullable<Fault['answer']> {
  return (response, context) =>
    response.ok && [routes].flat().includes(context.route) ? change(response, context) : response
}

/** `Content-Range` that counts the last octet as if it were not part of it. */
export function countOneTooFar(response: Response): Response {
  const [, from, to, total] =
    /([0-9]+)-([0-9]+)\/([0-9]+)/.exec(response.headers.get('Content-Range') ?? '') ?? []
  return response.status === 206
    ? withHeaders(response, { 'Content-Range': `bytes ${from}-${Number(to) + 1}/${total}` })
    : response
}

export const notifyRoutes: readonly Route[] = ['install-notify', 'delete-notify']
