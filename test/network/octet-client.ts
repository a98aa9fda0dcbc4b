import { once } from 'node:events'
import { connect } from 'node:net'
import { SmppFramer } from '../../src/wire/smpp/framer.ts'
import { decodePdu } from '../../src/wire/smpp/pdu-reader.ts'
import type { Pdu } from '../../src/wire/smpp/pdu.ts'

/** A peer that sends octets as it likes and reads PDUs. */
export async function connectOctets(port: number) {
  const socket = connect(port, '127.0.0.1')
  const framer = new SmppFramer()
  const pdus: Pdu[] = []
  const waiting: (() => void)[] = []
  let isClosed = false
  const wake = () => {
    for (const resolve of waiting.splice(0)) resolve()
  }
  socket.on('data', (chunk) => {
    const octets = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    for (const frame of framer.push(octets)) {
      if (frame.kind === 'pdu') pdus.push(decodePdu(frame.octets).pdu)
    }
    wake()
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    isClosed = true
    wake()
  })
  await once(socket, 'connect')
  return {
    socket,
    send: (octets: Uint8Array) => socket.write(octets),
    /** The next PDU; `closed` when the connection ended before it. */
    async next(): Promise<Pdu | 'closed'> {
      while (pdus.length === 0 && !isClosed) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve)
        })
      }
      return pdus.shift() ?? 'closed'
    },
  }
}
