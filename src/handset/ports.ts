/**
 * The effects a handset has on the world, as interfaces. Adapters implement them. A port resolves with an outcome and
 * never rejects for something that a network, a server or a user may do; a rejection is a defect of the harness.
 */
import type {
  ExchangeFailure,
  Header,
  Measured,
  RecordedRequest,
  RecordedResponse,
} from '../trace/events.ts'

/** How fast a phone takes the octets of an answer. What it has not taken makes no room for more. */
export interface Pace {
  /** The head of the answer is there; it says so many octets of body. None: it does not say. */
  begin(bodyBytes: number | undefined): void
  /** Resolves once the time is over that so many octets take; false: the phone takes no more. */
  take(bytes: number): Promise<boolean>
}

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST'
  /** Absolute http(s) URL. */
  readonly url: string
  readonly form: 'origin' | 'absolute'
  readonly version: '1.0' | '1.1'
  /** Sent in this order and case, after `Host`, before `Connection` and framing headers. */
  readonly headers: readonly Header[]
  readonly body?: Uint8Array
  readonly framing: 'length' | 'chunked'
  readonly connection: 'keep-alive' | 'close'
  /** The connection is cut on the handset's side once this many body octets of the response have arrived. */
  readonly cutAtBodyByte?: number
  /** None: octets are taken as they come. */
  readonly pace?: Pace
}

export type HttpOutcome = {
  /** Octets that may have left the target before they were taken; only where they were taken at a pace. */
  readonly aheadBytesMax?: number
} & (
  | {
      readonly kind: 'response'
      readonly request: RecordedRequest
      readonly response: RecordedResponse
      readonly measured: Measured
    }
  | {
      readonly kind: 'failure'
      readonly failure: ExchangeFailure
      readonly request: RecordedRequest
      /** What had arrived of the response, if its head was complete. `cut` failures carry the octets before the cut. */
      readonly response?: RecordedResponse
      readonly measured: Measured
    }
)

/** One request, one outcome: no redirects followed, no decompression, no cookies, no retries. */
export interface Http {
  exchange(request: HttpRequest): Promise<HttpOutcome>
}

/** One turn of a conversation over a connection. */
export type TcpTurn =
  | { readonly kind: 'send'; readonly octets: Uint8Array }
  /** The next line that comes has this text in it. */
  | { readonly kind: 'line'; readonly text: string }
  /** The next octets that come are these. */
  | { readonly kind: 'octets'; readonly octets: Uint8Array }
  /** Whatever comes, until it is all that is wanted; asked with all that came in this turn, each time that more did. */
  | { readonly kind: 'until'; readonly isAll: (octets: Uint8Array) => boolean }

export interface TcpCall {
  readonly host: string
  readonly port: number
  readonly turns: readonly TcpTurn[]
}

export type TcpOutcome = {
  readonly sent: Uint8Array
  readonly received: Uint8Array
} & (
  | { readonly kind: 'held' }
  /** Something else came than what was waited for. */
  | { readonly kind: 'contradicted'; readonly detail: string }
  | { readonly kind: 'failure'; readonly failure: ExchangeFailure }
)

/** One connection, its turns one after the other, then its end; bounded in octets and time. */
export interface Tcp {
  talk(call: TcpCall): Promise<TcpOutcome>
}

export type TimerId = number

/** Virtual or wall time in milliseconds since the case began. Shape fits XState's `clock` option. */
export interface Clock {
  now(): number
  setTimeout(fn: () => void, ms: number): TimerId
  clearTimeout(id: TimerId): void
}

/** What the air brings to a phone: a short message as its TPDU, or a datagram. */
export type DeliveredPayload =
  /** An SMS-DELIVER (3GPP 23.040 section 9.2.2.1). */
  | { readonly kind: 'sms'; readonly tpdu: Uint8Array }
  | {
      readonly kind: 'datagram'
      readonly destination: number
      readonly source: number
      readonly octets: Uint8Array
    }

/** One segment or datagram of a message that somebody sent to the phone. */
export interface DeliveredMessage {
  /** Of the whole message, unique in its network; for the record, a phone does not see it. */
  readonly id: string
  /** The bearer that it was sent by; for the record as well. */
  readonly bearer: string
  readonly from: string
  readonly to: string
  readonly payload: DeliveredPayload
}

/**
 * Where the network leaves messages. `absent` is a phone that is off or uncovered, `full` one without room: both are asked again once
 * they say that they are reachable. `refused` is final.
 */
export interface Inbox {
  take(message: DeliveredMessage): 'taken' | 'absent' | 'full' | 'refused'
}

/** A page as the phone has it, for a browser that runs its scripts. */
export interface ScriptedPage {
  readonly url: string
  readonly headers: readonly Header[]
  readonly octets: Uint8Array
  /** Name of the character set of its text. */
  readonly charset: string
  readonly userAgent: string
  /** Value of Accept-Language. */
  readonly language: string
  readonly screen: { readonly width: number; readonly height: number }
  /** Milliseconds since 1970, by the calendar of the phone. */
  readonly now: number
  /** Asks for what belongs to the page. None: the page does not get it. */
  readonly ask: (request: PartRequest) => Promise<PagePart | undefined>
}

export interface PartRequest {
  readonly method: 'GET' | 'HEAD' | 'POST'
  readonly url: string
  readonly body?: { readonly contentType: string | undefined; readonly octets: Uint8Array }
}

export interface PagePart {
  readonly status: number
  readonly headers: readonly Header[]
  readonly body: Uint8Array
}

export interface RenderedPage {
  readonly title: string
  readonly text: string
  /** Those that can be seen, in the order of the page; addresses are absolute. */
  readonly links: readonly { readonly href: string; readonly text: string }[]
  readonly asksPassword: boolean
  /** It went on to this address by itself. */
  readonly wentTo: string | undefined
  /** URLs that nobody was asked for. */
  readonly unasked: readonly string[]
  /** PNG of the screen; none: it was too large, or could not be made. */
  readonly screenshot: Uint8Array | undefined
}

export type RenderOutcome =
  | { readonly kind: 'rendered'; readonly page: RenderedPage }
  | {
      readonly kind: 'not rendered'
      /** There is no browser on this machine, or it did not come to an end. */
      readonly why: 'no-browser' | 'broken-off'
      /** One sentence for a person; for a limit it names the limit and its value. */
      readonly reason: string
    }

/** Shows a page, runs its scripts for a while, and says what there is then to be seen. */
export interface Browser {
  render(page: ScriptedPage): Promise<RenderOutcome>
}
