/** The PDUs of SMPP 3.4. Texts are octet texts: one character to an octet, whatever charset the peer meant. */
import type { SmsAddress } from '../sms/address.ts'
import type { CommandName } from './commands.table.ts'
import type { Tlv } from './tlv.ts'

export type SmppAddress = SmsAddress

interface Head {
  /** 1 to 0x7FFFFFFF; a response has that of its request. */
  readonly sequence: number
  /** command_status: 0 in requests. */
  readonly status: number
  readonly tlvs: readonly Tlv[]
}

export type BindMode = 'receiver' | 'transmitter' | 'transceiver'

export interface Bind {
  readonly command: `bind_${BindMode}`
  readonly systemId: string
  readonly password: string
  readonly systemType: string
  readonly interfaceVersion: number
  readonly addressRange: SmppAddress
}

/** What submit_sm, submit_multi and deliver_sm have in common. */
export interface MessageFields {
  readonly serviceType: string
  readonly source: SmppAddress
  readonly esmClass: number
  readonly protocolId: number
  readonly priority: number
  readonly scheduleTime: string
  readonly validity: string
  readonly registeredDelivery: number
  readonly replaceIfPresent: number
  readonly dataCoding: number
  readonly defaultMessageId: number
  readonly shortMessage: Uint8Array
}

export type Destination =
  | { readonly kind: 'phone'; readonly address: SmppAddress }
  | { readonly kind: 'list'; readonly name: string }

const bodiless = [
  'unbind',
  'unbind_resp',
  'enquire_link',
  'enquire_link_resp',
  'generic_nack',
  'cancel_sm_resp',
  'replace_sm_resp',
] as const satisfies readonly CommandName[]

export type BodilessCommand = (typeof bodiless)[number]

export function isBodiless(command: CommandName): command is BodilessCommand {
  return bodiless.some((name) => name === command)
}

/** A response with an error may come without its body: then it is `undefined`. */
export type PduBody =
  | Bind
  | {
      readonly command: `bind_${BindMode}_resp`
      readonly systemId: string | undefined
    }
  | { readonly command: 'outbind'; readonly systemId: string; readonly password: string }
  | { readonly command: BodilessCommand }
  | (MessageFields & { readonly command: 'submit_sm'; readonly destination: SmppAddress })
  | (MessageFields & { readonly command: 'deliver_sm'; readonly destination: SmppAddress })
  | (MessageFields & {
      readonly command: 'submit_multi'
      readonly destinations: readonly Destination[]
    })
  | {
      readonly command: 'submit_sm_resp' | 'deliver_sm_resp' | 'data_sm_resp'
      readonly messageId: string | undefined
    }
  | {
      readonly command: 'submit_multi_resp'
      readonly result:
        | {
            readonly messageId: string
            readonly failed: readonly { readonly address: SmppAddress; readonly status: number }[]
          }
        | undefined
    }
  | {
      readonly command: 'data_sm'
      readonly serviceType: string
      readonly source: SmppAddress
      readonly destination: SmppAddress
      readonly esmClass: number
      readonly registeredDelivery: number
      readonly dataCoding: number
    }
  | { readonly command: 'query_sm'; readonly messageId: string; readonly source: SmppAddress }
  | {
      readonly command: 'query_sm_resp'
      readonly result:
        | {
            readonly messageId: string
            readonly finalDate: string
            readonly state: number
            readonly errorCode: number
          }
        | undefined
    }
  | {
      readonly command: 'cancel_sm'
      readonly serviceType: string
      readonly messageId: string
      readonly source: SmppAddress
      readonly destination: SmppAddress
    }
  | {
      readonly command: 'replace_sm'
      readonly messageId: string
      readonly source: SmppAddress
      readonly scheduleTime: string
      readonly validity: string
      readonly registeredDelivery: number
      readonly defaultMessageId: number
      readonly shortMessage: Uint8Array
    }
  | {
      readonly command: 'alert_notification'
      readonly source: SmppAddress
      readonly esme: SmppAddress
    }

export type Pdu = Head & PduBody
