/** How fast a SISX package is read, beside a JAR of the same files: `node packages.ts ROUNDS`. Prints both, and their ratio. */
import { sisxSignings } from '../src/test-authority/sisx-signing.ts'
import { buildSisx } from '../src/reference/sis/sisx-writer.ts'
import { readSis } from '../src/wire/sis/sis.ts'
import { median } from './flows.ts'
import { contentsOf, files, jar, rateOf, rateOfJar } from './yardstick-jar.ts'

const rounds = Number(process.argv[2])

const contents = Array.from({ length: files }, (_, index) => contentsOf(index))

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

const readSisx = (octets: Uint8Array) => readSis(octets)
const rates = Array.from({ length: rounds + 1 }, () => ({
  jar: rateOfJar(),
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
