/** An ESME that keeps a window of submissions open, as fast as the other side answers. */
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { SmppFramer } from '../src/wire/smpp/framer.ts'
import { decodeHeader } from '../src/wire/smpp/pdu-reader.ts'
import type { PduHeader } from '../src/wire/smpp/pdu-reader.ts'
import { encodePdu } from '../src/wire/smpp/pdu-writer.ts'
import type { Pdu } from '../src/wire/smpp/pdu.ts'

const fields = {
  status: 0,
  tlvs: [],
  serviceType: '',
  esmClass: 0x40,
  protocolId: 0,
  priority: 0,
  scheduleTime: '',
  validity: '',
  replaceIfPresent: 0,
  dataCoding: 4,
  defaultMessageId: 0,
} as const
/** A WAP push of the usual length, behind its ports. */
const push = new Uint8Array(
  Buffer.from(
    '0605040b8423f0000605ae8db1c39302056a0045c60c033132372e302e302e313a383038382f6f74612f67616d652e6a61640001034e65772067616d65000101',
    'hex',
  ),
)

export function submission(sequence: number, to: string, registeredDelivery = 0): Pdu {
  return {
    ...fields,
    command: 'submit_sm',
    sequence,
    registeredDelivery,
    source: { ton: 2, npi: 1, value: '1234' },
    destination: { ton: 1, npi: 1, value: to },
    shortMessage: push,
  }
}

export interface Peer {
  readonly socket: Socket
  send(pdu: Pdu): void
}

/** Binds as `acme`. @param onPdu told of every PDU but the answer to the bind */
export async function bindPeer(
  port: number,
  onPdu: (header: PduHeader, octets: Uint8Array) => void,
): Promise<Peer> {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  const framer = new SmppFramer()
  const bound = new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      if (typeof chunk === 'string') return
      for (const frame of framer.push(chunk)) {
        if (frame.kind === 'broken') throw new TypeError('a broken PDU')
        const header = decodeHeader(frame.octets)
        if (header.command === 'bind_transceiver_resp') resolve()
        else onPdu(header, frame.octets)
      }
    })
  })
  socket.on('error', () => {})
  await once(socket, 'connect')
  const send = (pdu: Pdu) => {
    socket.write(encodePdu(pdu))
  }
  send({
    command: 'bind_transceiver',
    sequence: 1,
    status: 0,
    tlvs: [],
    systemId: 'acme',
    password: 'secret',
    systemType: '',
    interfaceVersion: 0x34,
    addressRange: { ton: 0, npi: 0, value: '' },
  })
  await bound
  return { socket, send }
}
