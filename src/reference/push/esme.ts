/** A server as a client of an SMSC: binds once, submits one message after the other, takes receipts (SMPP 3.4). */
import type { Duplex } from 'node:stream'
import { WireError } from '../../errors.ts'
import { decodePdu } from '../../wire/smpp/pdu-reader.ts'
import { encodePdu } from '../../wire/smpp/pdu-writer.ts'
import { SmppFramer } from '../../wire/smpp/framer.ts'
import type { Pdu, PduBody } from '../../wire/smpp/pdu.ts'

export interface Esme {
  /** The answer to a request; none when the connection ended first. */
  ask(body: PduBody): Promise<Pdu | undefined>
  close(): void
}

const version34 = 0x34

/** @returns one that is bound, or the status of the answer that refused it */
export async function bindEsme(
  connection: Duplex,
  account: { readonly systemId: string; readonly password: string },
  alter: (pdu: Pdu) => readonly Pdu[] = (pdu) => [pdu],
): Promise<Esme | { readonly refusedWith: number | undefined }> {
  const esme = new BoundEsme(connection, alter)
  const answer = await esme.ask({
    command: 'bind_transceiver',
    ...account,
    systemType: '',
    interfaceVersion: version34,
    addressRange: { ton: 0, npi: 0, value: '' },
  })
  return answer?.status === 0 ? esme : { refusedWith: answer?.status }
}

class BoundEsme implements Esme {
  readonly #connection: Duplex
  readonly #alter: (pdu: Pdu) => readonly Pdu[]
  readonly #framer = new SmppFramer()
  readonly #waiting = new Map<number, (answer: Pdu | undefined) => void>()
  #sequence = 0

  constructor(connection: Duplex, alter: (pdu: Pdu) => readonly Pdu[]) {
    this.#connection = connection
    this.#alter = alter
    connection.on('data', (chunk: Uint8Array) => this.#hear(chunk))
    // What the network does to the connection ends it; whoever waits for an answer gets none.
    connection.on('error', () => undefined)
    connection.on('close', () => this.#giveUp())
  }

  ask(body: PduBody): Promise<Pdu | undefined> {
    this.#sequence += 1
    const sequence = this.#sequence
    return new Promise((resolve) => {
      if (this.#connection.destroyed) {
        resolve(undefined)
        return
      }
      this.#waiting.set(sequence, resolve)
      this.#send({ ...body, sequence, status: 0, tlvs: [] })
    })
  }

  close(): void {
    this.#connection.destroy()
  }

  #send(pdu: Pdu): void {
    for (const altered of this.#alter(pdu)) this.#connection.write(encodePdu(altered))
  }

  #hear(chunk: Uint8Array): void {
    for (const frame of this.#framer.push(new Uint8Array(chunk))) {
      if (frame.kind === 'broken') {
        this.#connection.destroy()
        return
      }
      const pdu = readPdu(frame.octets)
      if (pdu === undefined) this.#connection.destroy()
      else this.#answer(pdu)
    }
  }

  #answer(pdu: Pdu): void {
    const { sequence } = pdu
    if (pdu.command === 'deliver_sm') {
      this.#send({ command: 'deliver_sm_resp', messageId: '', sequence, status: 0, tlvs: [] })
    } else if (pdu.command === 'enquire_link') {
      this.#send({ command: 'enquire_link_resp', sequence, status: 0, tlvs: [] })
    } else {
      this.#waiting.get(sequence)?.(pdu)
      this.#waiting.delete(sequence)
    }
  }

  #giveUp(): void {
    for (const resolve of this.#waiting.values()) resolve(undefined)
    this.#waiting.clear()
  }
}

function readPdu(octets: Uint8Array): Pdu | undefined {
  try {
    return decodePdu(octets).pdu
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}
