/** The part of the vocabulary that tells of messages: from the server over the operator's network into the phone. */

/** What a phone shows the user of a message that it keeps. */
export interface InboxFacts {
  readonly kind: 'si' | 'sl' | 'text'
  readonly text: string
  readonly url?: string
}

/** The rules by which a phone lets go of what it received. */
export const discardRules = [
  'malformed',
  'segments-missing',
  'duplicate-segment',
  'inbox-full',
  'nobody-on-port',
  'no-wap-push',
  'unknown-application',
  'unknown-content-type',
  'no-charset',
  'no-service-loading',
  'no-link',
  'no-text',
  'invalid-date',
  'expired',
  'not-newer',
  'no-id',
  'nothing-to-delete',
  'not-shown',
  'link-in-text',
] as const

export type DiscardRule = (typeof discardRules)[number]

export type MessageFact =
  /** What the target pushes next is not its own choice in these respects: the scenario wrote it. */
  | { readonly type: 'push.scripted'; readonly what: readonly string[] }
  /** The target was asked to push, or the network in its place. */
  | { readonly type: 'push.ordered'; readonly what: string; readonly to: string }
  | {
      /** One PDU, request, answer or datagram that came over a bearer of the operator's network, or went. */
      readonly type: 'bearer.exchanged'
      readonly bearer: string
      /** Connection, unique in its bearer. */
      readonly session: string
      readonly direction: 'to-network' | 'from-network'
      readonly octets: Uint8Array
      /** Milliseconds of real time since the case began, where the server came from elsewhere: it keeps to that. */
      readonly measured?: { readonly ms: number }
    }
  | {
      /** The network has taken on a message for the phone. */
      readonly type: 'message.accepted'
      readonly message: string
      readonly bearer: string
      /** Who handed it in: system id, user or address. */
      readonly sender: string
      readonly from: string
      readonly to: string
      readonly carrier: 'sms' | 'datagram'
      readonly dataCoding: number
      /** User data header as the sender made it; empty where there is none. */
      readonly udh: Uint8Array
      readonly octets: Uint8Array
    }
  | {
      /** One segment, as its TPDU, or one datagram on its last stretch. */
      readonly type: 'message.carried'
      readonly message: string
      readonly bearer: string
      readonly from: string
      readonly to: string
      readonly carrier: 'sms' | 'datagram'
      readonly octets: Uint8Array
      /** Of a datagram. */
      readonly port?: number
      /** What the air did to it because the scenario asked for it. */
      readonly air?: string
    }
  | { readonly type: 'message.ended'; readonly message: string; readonly state: string }
  | {
      readonly type: 'push.received'
      /** Ids of the messages whose segments it was put together from. */
      readonly messages: readonly string[]
      readonly from: string
      /** Absent: a text. */
      readonly port?: number
      readonly contentType: string
      /** As the push names it; absent: it does not. */
      readonly application?: string
      /** What the phone made of it, for a person. */
      readonly decoded: string
    }
  | {
      readonly type: 'link.offered'
      readonly messages: readonly string[]
      readonly url: string
      readonly from: 'si' | 'sl' | 'text'
      readonly text: string
      /** How it comes to the notice of the user; `loads`: he is not asked. */
      readonly signal: 'low' | 'medium' | 'high' | 'loads'
    }
  | {
      readonly type: 'push.discarded'
      readonly messages: readonly string[]
      readonly rule: DiscardRule
      readonly reason: string
    }
  | ({
      readonly type: 'inbox.changed'
      readonly change: 'stored' | 'replaced' | 'removed'
      /** Messages that the phone has after it. */
      readonly held: number
    } & InboxFacts)

export type PushFact = Extract<MessageFact, { type: 'push.received' }>
