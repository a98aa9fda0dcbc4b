/** Pushes to the address of a phone on its data connection: the WSP PDU as a datagram (WAP-235, connectionless push). */
import { WireError } from '../../errors.ts'
import { composePush } from '../../wire/push/compose-push.ts'
import { portsOf } from '../../wire/sms/udh.ts'
import { handedIn, refused } from './order.ts'
import type { Order, Pushed, Way } from './order.ts'

/** WAP push, not secured, and the gateway that it customarily comes from (WAP-259 WDP). */
const pushPort = 2948
const gatewayPort = 9200
/** Of the server, among addresses that nobody has (RFC 5737). */
const ownAddress = '192.0.2.1'

export type SendDatagram = (
  octets: Uint8Array,
  source: { readonly address: string; readonly port: number },
) => void

export class UdpWay implements Way {
  readonly #send: SendDatagram

  constructor(sendDatagram: SendDatagram) {
    this.#send = sendDatagram
  }

  /** Nobody answers a datagram. */
  push({ draft }: Order): Promise<Pushed> {
    if (draft.kind === 'text') return Promise.resolve(refused('a datagram carries no texts'))
    try {
      const { elements, octets } = composePush(draft)
      if (portsOf(elements)?.destination !== pushPort) {
        return Promise.resolve(refused(`the network takes datagrams at port ${pushPort} only`))
      }
      this.#send(octets, { address: ownAddress, port: gatewayPort })
      return Promise.resolve(handedIn)
    } catch (error) {
      if (error instanceof WireError) return Promise.resolve(refused(error.message))
      throw error
    }
  }

  close(): void {}
}
