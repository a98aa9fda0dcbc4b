/** `npm run fuzz [-- SEED [INPUTS [NAME …]]]`: a million inputs for each codec, none of which may crash, hang or make it grow. */
import { fuzzedCodecs } from './codecs.table.ts'
import { fuzz } from './fuzz.ts'
import type { FuzzedCodec } from './codecs.table.ts'

const [seed = '1', inputs = '1000000', ...names] = process.argv.slice(2)
const slowestMsMax = 250
const grownBytesMax = 32 * 1024 * 1024
/** Inputs before the next wait: Node.js lets go of a DEFLATE that failed only when the program waits, as every session does. */
const roundMax = 10_000

const chosen = fuzzedCodecs.filter(({ name }) => names.length === 0 || names.includes(name))
let failed = chosen.length === 0
for (const codec of chosen) {
  await fuzzInRounds(codec, roundMax, Number(seed) - 1)
  const before = await heldBytes()
  const began = performance.now()
  const { values, slowestMs } = await fuzzInRounds(codec, Number(inputs), Number(seed))
  const seconds = (performance.now() - began) / 1000
  const grown = (await heldBytes()) - before
  const isSound = slowestMs <= slowestMsMax && grown <= grownBytesMax
  failed ||= !isSound
  process.stdout.write(
    `${isSound ? 'sound ' : 'FAILED'}  ${codec.name}: ${inputs} inputs in ${seconds.toFixed(1)} s, ${values} values, ` +
      `slowest ${slowestMs.toFixed(1)} ms (at most ${slowestMsMax}), grown by ${Math.round(grown / 1024)} KiB\n`,
  )
}
process.exitCode = failed ? 1 : 0

/** Each round has a seed of its own, which the error of an input that fails names. */
async function fuzzInRounds(
  codec: FuzzedCodec,
  count: number,
  firstSeed: number,
): Promise<{ readonly values: number; readonly slowestMs: number }> {
  let values = 0
  let slowestMs = 0
  for (let done = 0; done < count; done += roundMax) {
    const round = fuzz(codec, Math.min(roundMax, count - done), firstSeed + done / roundMax)
    values += round.values
    slowestMs = Math.max(slowestMs, round.slowestMs)
    await turn()
  }
  return { values, slowestMs }
}

async function heldBytes(): Promise<number> {
  await turn()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
