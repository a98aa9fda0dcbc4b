/** The JAR that other packages are read beside, and how fast a package is read. */
import { buildSuite } from '../src/reference/suite-builder.ts'
import { inspectJar } from '../src/wire/jar.ts'
import { jarLimits } from '../src/wire/jar-limits.ts'

export const files = 40
export const fileBytes = 16_384

const readsEach = 20
const mebibyte = 1024 * 1024

/** Half of the octets repeat, so that it packs about as code does; the same on every run. */
export function contentsOf(index: number, bytes = fileBytes): Uint8Array {
  let state = index + 1
  return Uint8Array.from({ length: bytes }, (_, at) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return at % 64 < 32 ? at % 7 : state >>> 24
  })
}

export const { jar } = buildSuite({
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
      octets: contentsOf(index),
    })),
  ],
})

/** Mebibytes of package a second. */
export function rateOf(octets: Uint8Array, read: (octets: Uint8Array) => unknown): number {
  const began = performance.now()
  for (let turn = 0; turn < readsEach; turn += 1) read(octets)
  return (octets.length * readsEach * 1000) / mebibyte / (performance.now() - began)
}

/** Of the JAR. Limits that are not the usual ones keep what was read before from being remembered. */
export function rateOfJar(): number {
  return rateOf(jar, (octets) => inspectJar(octets, { ...jarLimits }))
}
