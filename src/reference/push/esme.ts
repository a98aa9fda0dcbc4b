/** A server as a client of an SMSC: binds once, submits one message after the other, takes receipts (SMPP 3.4). */
import type { Duplex } from 'node:stream'
import { WireError } from '../../errors.ts'
import { decodePdu } from '../../wire/smpp/pdu-reader.ts'
import { encodePdu } from '../../wire/smpp/pdu-writer.ts'
import { SmppFramer } from '../../wire/smpp/framer.ts'
import type { Pdu, PduBody } from '../../wire/smpp/pdu.ts'
import type { Timers } from './order.ts'

export type DeliverPdu = Extract<Pdu, { readonly command: 'deliver_sm' }>

export interface EsmeParts {
  readonly connection: Duplex
  readonly timers: Timers
  /** What goes out in place of a PDU. */
  readonly alter: (pdu: Pdu) => readonly Pdu[]
  /** Gives the status of the answer. */
  readonly onDelivery: (pdu: DeliverPdu) => number
  readonly onEnd: () => void
  /** Nothing went over the connection for so long. */
  readonly silenceMsMax: number
  /** Does it still wait for something? Else it is closed when it is silent. */
  readonly isNeeded: () => boolean
}

const version34 = 0x34

export class Esme {
  readonly #parts: EsmeParts
  readonly #framer = new SmppFramer()
  readonly #waiting = new Map<number, (answer: Pdu | undefined) => void>()
  #sequence = 0
  #silence: number | undefined

  constructor(parts: EsmeParts) {
    this.#parts = parts
    const { connection } = parts
    connection.on('data', (chunk: Uint8Array) => this.#hear(chunk))
    // What the network does to the connection ends it; whoever waits for an answer gets none.
    connection.on('error', () => undefined)
    connection.on('end', () => this.close())
    connection.on('close', () => this.#giveUp())
  }

  /** The status of the answer; none when the connection ended first. */
  async bind(account: {
    readonly systemId: string
    readonly password: string
  }): Promise<number | undefined> {
    const answer = await this.ask({
      command: 'bind_transceiver',
      ...account,
      systemType: '',
      interfaceVersion: version34,
      addressRange: { ton: 0, npi: 0, value: '' },
    })
    return answer?.status
  }

  /** The answer to a request; none when the connection ended first. */
  ask(body: PduBody): Promise<Pdu | undefined> {
    this.#sequence += 1
    const pdus = this.#parts.alter({ ...body, sequence: this.#sequence, status: 0, tlvs: [] })
    const [first] = pdus
    return new Promise((resolve) => {
      if (first === undefined || this.#parts.connection.destroyed) {
        resolve(undefined)
        return
      }
      this.#waiting.set(first.sequence, resolve)
      this.#send(pdus)
    })
  }

  close(): void {
    this.#parts.connection.destroy()
  }

  #answer(body: PduBody, sequence: number, status = 0): void {
    this.#send(this.#parts.alter({ ...body, sequence, status, tlvs: [] }))
  }

  #send(pdus: readonly Pdu[]): void {
    if (pdus.length === 0) return
    this.#parts.connection.write(Buffer.concat(pdus.map((pdu) => encodePdu(pdu))))
    this.#listenOn()
  }

  #hear(chunk: Uint8Array): void {
    for (const frame of this.#framer.push(new Uint8Array(chunk))) {
      const pdu = frame.kind === 'broken' ? undefined : readPdu(frame.octets)
      if (pdu === undefined) {
        this.close()
        return
      }
      this.#take(pdu)
    }
    this.#listenOn()
  }

  #take(pdu: Pdu): void {
    const { sequence } = pdu
    if (pdu.command === 'deliver_sm') {
      const status = this.#parts.onDelivery(pdu)
      this.#answer({ command: 'deliver_sm_resp', messageId: '' }, sequence, status)
    } else if (pdu.command === 'enquire_link') {
      this.#answer({ command: 'enquire_link_resp' }, sequence)
    } else if (pdu.command === 'unbind') {
      this.#answer({ command: 'unbind_resp' }, sequence)
      this.#parts.connection.end()
    } else {
      this.#waiting.get(sequence)?.(pdu)
      this.#waiting.delete(sequence)
    }
  }

  #listenOn(): void {
    const { timers, silenceMsMax, connection } = this.#parts
    if (this.#silence !== undefined) timers.clearTimeout(this.#silence)
    this.#silence = undefined
    if (connection.destroyed) return
    this.#silence = timers.setTimeout(() => {
      this.#silence = undefined
      void this.ask({ command: this.#parts.isNeeded() ? 'enquire_link' : 'unbind' })
      this.#listenOn()
    }, silenceMsMax)
  }

  #giveUp(): void {
    if (this.#silence !== undefined) this.#parts.timers.clearTimeout(this.#silence)
    for (const resolve of this.#waiting.values()) resolve(undefined)
    this.#waiting.clear()
    this.#parts.onEnd()
  }
}

/** The server asks; it does not answer. */
export function isOwnRequest({ command }: Pdu): boolean {
  return !command.endsWith('_resp') && command !== 'generic_nack'
}

function readPdu(octets: Uint8Array): Pdu | undefined {
  try {
    return decodePdu(octets).pdu
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}
