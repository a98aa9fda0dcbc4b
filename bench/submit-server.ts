/**
 * An SMSC on loopback for the benchmark, in a process of its own: `ours` with router and phones, or `bare`, the npm package `smpp` that
 * answers and does nothing else. Asked for its count, it tells how many messages came to their end.
 */
import smpp from 'smpp'
import type { PeerPdu } from 'smpp'
import { WallClock } from '../src/adapters/clock-wall.ts'
import { createRouter } from '../src/network/router.ts'
import { openSmsc } from '../src/network/smsc.ts'

const phones = 100

if (process.argv[2] === 'bare') {
  let count = 0
  const server = smpp.createServer((session) => {
    session.on('error', () => {})
    // Without it the yardstick waits for delayed acknowledgements instead of working.
    session.socket.setNoDelay(true)
    session.on('bind_transceiver', (pdu: PeerPdu) => session.send(pdu.response()))
    session.on('submit_sm', (pdu: PeerPdu) => {
      count += 1
      session.send(pdu.response({ message_id: String(count) }))
    })
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (typeof address === 'object' && address !== null) process.send?.({ port: address.port })
  })
  process.on('message', () => process.send?.({ count }))
} else {
  let count = 0
  const clock = new WallClock()
  const parts = { clock, log: () => {}, startsAtMs: Date.UTC(2006, 2, 1) }
  const router = createRouter(parts)
  for (let phone = 0; phone < phones; phone += 1) {
    router.attach(String(358_400_000_000 + phone), {
      take: () => {
        count += 1
        return 'taken'
      },
    })
  }
  const accounts = [{ name: 'acme', password: 'secret' }]
  const { port } = await openSmsc({ ...parts, router, accounts, host: '127.0.0.1', port: 0 })
  process.on('message', () => process.send?.({ count }))
  process.send?.({ port })
}
process.on('disconnect', () => process.exit(0))
