/** Submissions a second through the SMSC to the inbox, against the bare server of the npm package `smpp`, with the same sender. */
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { encodePdu } from '../src/wire/smpp/pdu-writer.ts'
import { median } from './flows.ts'
import { bindPeer, submission } from './submitter.ts'
import type { Peer } from './submitter.ts'

const window = 50
const warmUp = 2000
const phones = 100

export interface SubmitFigures {
  readonly barePerSecond: number
  readonly perSecond: number
  readonly ratio: number
  readonly submitted: number
  /** Messages that the phones have. */
  readonly received: number
}

/** Alternating rounds; medians. */
export async function measureSubmits(perRound: number, rounds: number): Promise<SubmitFigures> {
  const bare = await raise('bare')
  const ours = await raise('ours')
  try {
    await bare.submit(warmUp)
    await ours.submit(warmUp)
    const bareRates: number[] = []
    const rates: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      bareRates.push(await bare.submit(perRound))
      rates.push(await ours.submit(perRound))
    }
    const barePerSecond = median(bareRates)
    const perSecond = median(rates)
    const submitted = warmUp + perRound * rounds
    const received = await settled(ours, submitted)
    return { barePerSecond, perSecond, ratio: perSecond / barePerSecond, submitted, received }
  } finally {
    bare.close()
    ours.close()
  }
}

/** A submission is answered before its message is carried: the last ones are waited for, as long as a second. */
async function settled(
  server: { readonly count: () => Promise<number> },
  submitted: number,
): Promise<number> {
  const until = performance.now() + 1000
  let received = await server.count()
  while (received < submitted && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    received = await server.count()
  }
  return received
}

async function raise(kind: 'bare' | 'ours') {
  const server = fork(new URL('./submit-server.ts', import.meta.url), [kind])
  const port = await answerOf(server, 'port')
  const lane = new Lane()
  const peer = await bindPeer(port, ({ status }) => lane.answered(status))
  lane.peer = peer
  return {
    submit: (count: number) => lane.submit(count),
    count: () => {
      server.send('count')
      return answerOf(server, 'count')
    },
    close: () => {
      peer.socket.destroy()
      server.disconnect()
    },
  }
}

async function answerOf(server: ChildProcess, name: 'port' | 'count'): Promise<number> {
  const [message]: { readonly port?: unknown; readonly count?: unknown }[] = await once(
    server,
    'message',
  )
  return Number(message?.[name])
}

/** One connection with a window; PDUs are written once and numbered in place, so that the sender costs little. */
class Lane {
  peer: Peer | undefined
  readonly #templates = Array.from({ length: phones }, (_, phone) =>
    encodePdu(submission(0, String(358_400_000_000 + phone))),
  )
  #sequence = 1
  #left = 0
  #open = 0
  #done: () => void = () => {}

  /** Answers a second. */
  async submit(count: number): Promise<number> {
    const began = performance.now()
    this.#left = count
    await new Promise<void>((resolve) => {
      this.#done = resolve
      this.#fill()
    })
    return (count * 1000) / (performance.now() - began)
  }

  answered(status: number): void {
    if (status !== 0) throw new TypeError(`a submission was refused with ${status}`)
    this.#open -= 1
    // Half a window at once: what every sender that waits for a chunk of answers does.
    if (this.#open <= window / 2) this.#fill()
    if (this.#open === 0 && this.#left === 0) this.#done()
  }

  #fill(): void {
    const batch: Uint8Array[] = []
    for (; this.#open < window && this.#left > 0; this.#left -= 1) {
      this.#open += 1
      this.#sequence = (this.#sequence % 0x7fffffff) + 1
      const pdu = this.#templates[this.#sequence % phones]?.slice() ?? new Uint8Array()
      new DataView(pdu.buffer).setUint32(12, this.#sequence)
      batch.push(pdu)
    }
    if (batch.length > 0) this.peer?.socket.write(Buffer.concat(batch))
  }
}
