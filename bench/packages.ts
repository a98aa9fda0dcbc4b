/** How fast a SISX package is read, beside a JAR of the same files: `node packages.ts ROUNDS`. Prints both, and their ratio. */
import { sisxSignings } from '../src/reference/sis/sisx-signer.ts'
import { buildSisx } from '../src/reference/sis/sisx-writer.ts'
import { buildSuite } from '../src/reference/suite-builder.ts'
import { inspectJar } from '../src/wire/jar.ts'
import { jarLimits } from '../src/wire/jar-limits.ts'
import { readSis } from '../src/wire/sis/sis.ts'
import { median } from './flows.ts'

const rounds = Number(process.argv[2])
const readsEach = 20
const files = 40
const fileBytes = 16_384
const mebibyte = 1024 * 1024

/** Half of the octets repeat, so that it packs about as code does; the same on every run. */
function contentsOf(index: number): Uint8Array {
  let state = index + 1
  return Uint8Array.from({ length: fileBytes }, (_, at) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return at % 64 < 32 ? at % 7 : state >>> 24
  })
}

const contents = Array.from({ length: files }, (_, index) => contentsOf(index))

const { jar } = buildSuite({
  name: 'Bench',
  vendor: 'Acme',
  version: '1.0.0',
  midlets: [{ name: 'Bench', className: 'acme.Bench' }],
  profile: 'MIDP-2.0',
  configuration: 'CLDC-1.1',
  entries: (entries) => [
    ...entries,
    ...contents.map((octets, index) => ({ path: `res/${index}.bin`, octets })),
  ],
})

const sisx = buildSisx({
  uid: 0x2000000a,
  name: 'Bench',
  vendor: 'Acme',
  version: { major: 1, minor: 0, build: 0 },
  targets: [{ uid: 0x101f7961 }],
  files: contents.map((octets, index) => ({
    target: `!:\\private\\2000000a\\${index}.bin`,
    octets,
  })),
  signings: [sisxSignings['symbian-signed']],
})

/** Mebibytes of package a second. Limits that are not the usual ones keep what was read before from being remembered. */
function rateOf(octets: Uint8Array, read: (octets: Uint8Array) => unknown): number {
  const began = performance.now()
  for (let turn = 0; turn < readsEach; turn += 1) read(octets)
  return (octets.length * readsEach * 1000) / mebibyte / (performance.now() - began)
}

const readJar = (octets: Uint8Array) => inspectJar(octets, { ...jarLimits })
const readSisx = (octets: Uint8Array) => readSis(octets)
const rates = Array.from({ length: rounds + 1 }, () => ({
  jar: rateOf(jar, readJar),
  sisx: rateOf(sisx, readSisx),
})).slice(1)
const figures = {
  jarBytes: jar.length,
  sisxBytes: sisx.length,
  jar: median(rates.map((rate) => rate.jar)),
  sisx: median(rates.map((rate) => rate.sisx)),
  ratio: median(rates.map((rate) => rate.sisx / rate.jar)),
}
process.stdout.write(`${JSON.stringify(figures)}\n`)
