/** How fast an installation cabinet without a signature is read, beside a JAR of equal length: `node cabinets.ts ROUNDS`. */
import { writeInstallCab } from '../src/reference/cab/install-cab-writer.ts'
import { buildSuite } from '../src/reference/suite-builder.ts'
import { readCabinet } from '../src/wire/cab/cab.ts'
import { readInstallCab } from '../src/wire/cab/install-cab.ts'
import { inspectJar } from '../src/wire/jar.ts'
import { jarLimits } from '../src/wire/jar-limits.ts'
import { median } from './flows.ts'

const rounds = Number(process.argv[2])
const readsEach = 20
const files = 40
const fileBytes = 16_384
const mebibyte = 1024 * 1024

/** Half of the octets repeat, so that it packs about as code does; the same on every run. */
function contentsOf(index: number, bytes: number): Uint8Array {
  let state = index + 1
  return Uint8Array.from({ length: bytes }, (_, at) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return at % 64 < 32 ? at % 7 : state >>> 24
  })
}

const { jar } = buildSuite({
  name: 'Bench',
  vendor: 'Acme',
  version: '1.0.0',
  midlets: [{ name: 'Bench', className: 'acme.Bench' }],
  profile: 'MIDP-2.0',
  configuration: 'CLDC-1.1',
  entries: (entries) => [
    ...entries,
    ...Array.from({ length: files }, (_, index) => ({
      path: `res/${index}.bin`,
      octets: contentsOf(index, fileBytes),
    })),
  ],
})

/** Stored, the same length holds fewer octets. */
function cabinetOf(compression: 'stored' | 'mszip'): Uint8Array {
  const bytes = compression === 'mszip' ? fileBytes : Math.floor(jar.length / files)
  return writeInstallCab({
    name: 'Bench',
    provider: 'Acme',
    architecture: 0,
    installFolder: String.raw`%CE1%\Bench`,
    files: Array.from({ length: files }, (_, index) => ({
      name: `file${index}.bin`,
      octets: contentsOf(index, bytes),
    })),
    withSetup: true,
    compression,
  })
}

/** Mebibytes of package a second. Limits that are not the usual ones keep what was read before from being remembered. */
function rateOf(octets: Uint8Array, read: (octets: Uint8Array) => unknown): number {
  const began = performance.now()
  for (let turn = 0; turn < readsEach; turn += 1) read(octets)
  return (octets.length * readsEach * 1000) / mebibyte / (performance.now() - began)
}

const readJar = (octets: Uint8Array) => inspectJar(octets, { ...jarLimits })
const readCab = (octets: Uint8Array) => readInstallCab(readCabinet(octets))
const [stored, mszip] = [cabinetOf('stored'), cabinetOf('mszip')]
const rates = Array.from({ length: rounds + 1 }, () => ({
  jar: rateOf(jar, readJar),
  stored: rateOf(stored, readCab),
  mszip: rateOf(mszip, readCab),
})).slice(1)
const figures = {
  jarBytes: jar.length,
  storedBytes: stored.length,
  mszipBytes: mszip.length,
  jar: median(rates.map((rate) => rate.jar)),
  stored: median(rates.map((rate) => rate.stored)),
  mszip: median(rates.map((rate) => rate.mszip)),
  storedRatio: median(rates.map((rate) => rate.stored / rate.jar)),
  mszipRatio: median(rates.map((rate) => rate.mszip / rate.jar)),
}
process.stdout.write(`${JSON.stringify(figures)}\n`)
