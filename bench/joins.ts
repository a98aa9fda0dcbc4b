/** Interleaved segments of many senders: `node joins.ts SENDERS`. Prints what was joined, and what was held at most. */
import { SegmentJoiner, joinLimits } from '../src/wire/sms/joiner.ts'

const senders = Number(process.argv[2])
const total = 3
const octets = new Uint8Array(134)
const joiner = new SegmentJoiner()
const collect = () => globalThis.gc?.()

const add = (sender: number, sequence: number) =>
  joiner.add(
    `35840${sender}`,
    { kind: 'concatenation', referenceBits: 8, reference: sender & 0xff, total, sequence },
    { octets: octets.slice() },
    0,
  )

let whole = 0
let octetsHeld = 0
const began = performance.now()
for (const sequence of [2, 3, 1]) {
  for (let sender = 0; sender < senders; sender += 1) {
    if (add(sender, sequence).kind === 'whole') whole += 1
    octetsHeld = Math.max(octetsHeld, joiner.octets)
  }
}
const ms = performance.now() - began

collect()
const before = process.memoryUsage().heapUsed
let messagesHeld = 0
for (let sender = 0; sender < senders * 20; sender += 1) {
  add(sender, 1)
  messagesHeld = Math.max(messagesHeld, joiner.messages)
}
collect()
const figures = {
  whole,
  ms,
  octetsHeld,
  /** Of twenty times the senders, none of whom ends a message. */
  messagesHeld,
  messagesMax: joinLimits.messagesMax,
  floodBytes: process.memoryUsage().heapUsed - before,
}
process.stdout.write(`${JSON.stringify(figures)}\n`)
