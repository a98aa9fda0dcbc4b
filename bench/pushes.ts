/**
 * A push to each of many phones, from an ESME whose connection is cut in the middle: `node pushes.ts PHONES`. It binds again, learns from
 * its receipts which of those without an answer had come, and submits the rest. Prints how many pushes each phone has.
 */
import { WallClock } from '../src/adapters/clock-wall.ts'
import { createRouter } from '../src/network/router.ts'
import { openSmsc } from '../src/network/smsc.ts'
import { decodePdu } from '../src/wire/smpp/pdu-reader.ts'
import { encodePdu } from '../src/wire/smpp/pdu-writer.ts'
import { bindPeer, submission } from './submitter.ts'
import type { Peer } from './submitter.ts'

const phones = Number(process.argv[2])
const window = 50
const numbers = Array.from({ length: phones }, (_, phone) => String(358_400_000_000 + phone))
const taken = new Map<string, number>()
const accepted = new Set<string>()
const receipts = new Map<string, number>()

const clock = new WallClock()
const router = createRouter({ clock, log: () => {}, startsAtMs: 0 })
for (const number of numbers) {
  router.attach(number, {
    take: () => {
      taken.set(number, (taken.get(number) ?? 0) + 1)
      return 'taken'
    },
  })
}
const accounts = [{ name: 'acme', password: 'secret' }]
const smsc = await openSmsc({
  router,
  clock,
  startsAtMs: 0,
  accounts,
  host: '127.0.0.1',
  port: 0,
  log: () => {},
})

const began = performance.now()
await submitAll(numbers, Math.floor(phones / 2))
const afterCut = { taken: taken.size, answered: accepted.size, receipts: receipts.size }
await receiptsOfTaken()
const rest = numbers.filter((number) => !receipts.has(number))
await submitAll(rest, Number.POSITIVE_INFINITY)
await receiptsOfTaken()
const ms = performance.now() - began
await smsc.close()
clock.close()

const counts = [...taken.values()]
const figures = {
  phones,
  ms,
  afterCut,
  submittedAgain: rest.length - (phones - Math.floor(phones / 2)),
  once: counts.filter((count) => count === 1).length,
  doubled: counts.filter((count) => count > 1).length,
  lost: phones - counts.length,
  withReceipt: receipts.size,
}
process.stdout.write(`${JSON.stringify(figures)}\n`)

/** Submits in a window; the connection is cut, with answers outstanding, after so many. */
async function submitAll(to: readonly string[], cutAfter: number): Promise<void> {
  const open = new Map<number, string>()
  let next = 0
  let peer: Peer | undefined
  await new Promise<void>((resolve, reject) => {
    const fill = () => {
      while (open.size < window && next < to.length) {
        const number = to[next] ?? ''
        next += 1
        open.set(next + 1, number)
        peer?.send(submission(next + 1, number, 1))
        if (next === cutAfter) {
          peer?.socket.destroy()
          resolve()
          return
        }
      }
      if (open.size === 0) resolve()
    }
    bindPeer(smsc.port, (header, octets) => {
      if (header.command === 'submit_sm_resp') {
        accepted.add(open.get(header.sequence) ?? '')
        open.delete(header.sequence)
        fill()
      } else if (peer !== undefined) noteReceipt(peer, octets)
    }).then((bound) => {
      peer = bound
      fill()
    }, reject)
  })
  peer?.socket.destroy()
}

/** Binds until there is a receipt for every push that a phone has. */
async function receiptsOfTaken(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let peer: Peer | undefined
    const early: Uint8Array[] = []
    const look = () => {
      if (router.waiting > 0 || receipts.size < taken.size) return
      peer?.socket.destroy()
      resolve()
    }
    bindPeer(smsc.port, (_, octets) => {
      if (peer === undefined) early.push(octets)
      else noteReceipt(peer, octets)
      look()
    }).then((bound) => {
      peer = bound
      for (const octets of early) noteReceipt(bound, octets)
      look()
    }, reject)
  })
}

function noteReceipt(peer: Peer, octets: Uint8Array): void {
  const { pdu } = decodePdu(octets)
  if (pdu.command !== 'deliver_sm') return
  receipts.set(pdu.source.value, (receipts.get(pdu.source.value) ?? 0) + 1)
  const { sequence } = pdu
  const answer = {
    command: 'deliver_sm_resp',
    sequence,
    status: 0,
    messageId: '',
    tlvs: [],
  } as const
  peer.socket.write(encodePdu(answer))
}
