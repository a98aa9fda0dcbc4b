/** `npm run fuzz [-- SEED [INPUTS [NAME …]]]`: a million inputs for each codec, none of which may crash, hang or make it grow. */
import { fuzzedCodecs } from './codecs.table.ts'
import { fuzz } from './fuzz.ts'

const [seed = '1', inputs = '1000000', ...names] = process.argv.slice(2)
const slowestMsMax = 250
const grownBytesMax = 32 * 1024 * 1024

const chosen = fuzzedCodecs.filter(({ name }) => names.length === 0 || names.includes(name))
let failed = chosen.length === 0
for (const codec of chosen) {
  fuzz(codec, 10_000, Number(seed) + 1)
  const before = heldBytes()
  const began = performance.now()
  const { values, slowestMs } = fuzz(codec, Number(inputs), Number(seed))
  const seconds = (performance.now() - began) / 1000
  const grown = heldBytes() - before
  const isSound = slowestMs <= slowestMsMax && grown <= grownBytesMax
  failed ||= !isSound
  process.stdout.write(
    `${isSound ? 'sound ' : 'FAILED'}  ${codec.name}: ${inputs} inputs in ${seconds.toFixed(1)} s, ${values} values, ` +
      `slowest ${slowestMs.toFixed(1)} ms (at most ${slowestMsMax}), grown by ${Math.round(grown / 1024)} KiB\n`,
  )
}
process.exitCode = failed ? 1 : 0

function heldBytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
