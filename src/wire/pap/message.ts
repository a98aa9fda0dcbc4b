/** Messages of the Push Access Protocol (WAP-164 for 1.0, WAP-247 for 2.0). Dates are `YYYY-MM-DDThh:mm:ssZ`. */

export interface PushMessage {
  readonly kind: 'push-message'
  readonly pushId: string
  readonly addresses: readonly string[]
  readonly deliverBefore?: string | undefined
  readonly deliverAfter?: string | undefined
  readonly sourceReference?: string | undefined
  readonly progressNotesRequested?: boolean | undefined
  /** Where the initiator wants to hear how it ended. */
  readonly notifyTo?: string | undefined
  readonly replacePushId?: string | undefined
  readonly replaceMethod?: string | undefined
  readonly quality?: QualityOfService | undefined
}

export interface QualityOfService {
  readonly priority?: string | undefined
  readonly deliveryMethod?: string | undefined
  readonly network?: string | undefined
  readonly networkRequired?: boolean | undefined
  readonly bearer?: string | undefined
  readonly bearerRequired?: boolean | undefined
}

export interface Result {
  readonly code: number
  readonly description?: string | undefined
}

export interface PushResponse {
  readonly kind: 'push-response'
  readonly pushId: string
  readonly senderAddress?: string | undefined
  readonly senderName?: string | undefined
  readonly replyTime?: string | undefined
  readonly result: Result
}

export interface CancelMessage {
  readonly kind: 'cancel-message'
  readonly pushId: string
  /** None: all that the push had. */
  readonly addresses: readonly string[]
}

export interface CancelResponse {
  readonly kind: 'cancel-response'
  readonly pushId: string
  readonly results: readonly (Result & { readonly addresses: readonly string[] })[]
}

export interface StatusQueryMessage {
  readonly kind: 'statusquery-message'
  readonly pushId: string
  readonly addresses: readonly string[]
}

export interface StatusQueryResponse {
  readonly kind: 'statusquery-response'
  readonly pushId: string
  readonly results: readonly (Result & {
    readonly addresses: readonly string[]
    readonly eventTime?: string | undefined
    readonly messageState: string
  })[]
}

export const messageStates = [
  'rejected',
  'pending',
  'delivered',
  'undeliverable',
  'expired',
  'aborted',
  'timeout',
  'cancelled',
  'unknown',
] as const
export type PapMessageState = (typeof messageStates)[number]

export interface ResultNotificationMessage {
  readonly kind: 'resultnotification-message'
  readonly pushId: string
  readonly address: string
  readonly senderAddress?: string | undefined
  readonly senderName?: string | undefined
  readonly receivedTime?: string | undefined
  readonly eventTime?: string | undefined
  readonly messageState: string
  readonly result: Result
}

export interface ResultNotificationResponse {
  readonly kind: 'resultnotification-response'
  readonly pushId: string
  readonly address?: string | undefined
  readonly result: Result
}

export interface BadMessageResponse {
  readonly kind: 'badmessage-response'
  readonly result: Result
  readonly fragment?: string | undefined
}

export type PapMessage =
  | PushMessage
  | PushResponse
  | CancelMessage
  | CancelResponse
  | StatusQueryMessage
  | StatusQueryResponse
  | ResultNotificationMessage
  | ResultNotificationResponse
  | BadMessageResponse

/** Where a message departs from its document type or from what a gateway can act on. */
export interface PapDeviation {
  readonly rule: PapRule
  readonly offset: number
  readonly found: string
}

export type PapRule =
  | 'version'
  | 'missing-attribute'
  | 'unexpected-attribute'
  | 'unexpected-element'
  | 'missing-address'
  | 'address-form'
  | 'date-form'
  | 'dates-crossed'
  | 'unknown-value'
  | 'unknown-code'
  | 'part-type'
  | 'related-type'
  | 'missing-content'
  | 'transfer-encoding'

export const papDocumentTypes = {
  '1.0': {
    publicId: '-//WAPFORUM//DTD PAP 1.0//EN',
    systemId: 'http://www.wapforum.org/DTD/pap_1.0.dtd',
  },
  '2.0': {
    publicId: '-//WAPFORUM//DTD PAP 2.0//EN',
    systemId: 'http://www.wapforum.org/DTD/pap_2.0.dtd',
  },
} as const
export type PapVersion = keyof typeof papDocumentTypes
