/** A server as an independent program speaks SMPP: the npm package `smpp`. */
import { once } from 'node:events'
import smpp from 'smpp'
import type { PeerPdu } from 'smpp'

export type Fields = Readonly<Record<string, unknown>>

export interface Esme {
  request(command: string, fields?: Fields): Promise<PeerPdu>
  /** The next deliver_sm, once it has come; it is answered with `answers`. */
  next(): Promise<PeerPdu>
  /** Statuses of the answers to deliver_sm, one after the other; then 0. `silent` gives none. */
  readonly answers: (number | 'silent')[]
  readonly closed: Promise<void>
  destroy(): void
}

export async function connectEsme(port: number): Promise<Esme> {
  const session = smpp.connect({ host: '127.0.0.1', port })
  const arrived: PeerPdu[] = []
  const waiting: ((pdu: PeerPdu) => void)[] = []
  const answers: (number | 'silent')[] = []
  session.on('deliver_sm', (pdu: PeerPdu) => {
    const answer = answers.shift() ?? 0
    if (answer !== 'silent') session.send(pdu.response({ command_status: answer }))
    const listener = waiting.shift()
    if (listener === undefined) arrived.push(pdu)
    else listener(pdu)
  })
  for (const command of ['enquire_link', 'unbind']) {
    session.on(command, (pdu: PeerPdu) => session.send(pdu.response()))
  }
  session.on('error', () => {})
  const closed = new Promise<void>((resolve) => {
    session.on('close', () => resolve())
  })
  await once(session, 'connect')
  return {
    answers,
    closed,
    request: (command, fields = {}) =>
      new Promise((resolve) => {
        session.send(new smpp.PDU(command, fields), resolve)
      }),
    next: () => {
      const pdu = arrived.shift()
      return pdu === undefined
        ? new Promise((resolve) => {
            waiting.push(resolve)
          })
        : Promise.resolve(pdu)
    },
    destroy: () => session.destroy(),
  }
}

export const login = { system_id: 'acme', password: 'secret' } as const

export async function bindEsme(port: number, command = 'bind_transceiver'): Promise<Esme> {
  const esme = await connectEsme(port)
  await esme.request(command, login)
  return esme
}
