/** How fast an installation cabinet is read, its signature verified, beside a JAR of equal length: `node cabinets.ts ROUNDS`. */
import type { InstallCabSpec } from '../src/reference/cab/install-cab-spec.ts'
import { writeInstallCab } from '../src/reference/cab/install-cab-writer.ts'
import { acme, issuer } from '../src/test-authority/authority.ts'
import { readCabinet } from '../src/wire/cab/cab.ts'
import { readInstallCab } from '../src/wire/cab/install-cab.ts'
import { median } from './flows.ts'
import { contentsOf, fileBytes, files, jar, rateOf, rateOfJar } from './yardstick-jar.ts'

const rounds = Number(process.argv[2])

/** Stored, the same length holds fewer octets. */
function cabinetOf(
  compression: 'stored' | 'mszip',
  more: Pick<InstallCabSpec, 'signing'> = {},
): Uint8Array {
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
    ...more,
  })
}

const readCab = (octets: Uint8Array) => readInstallCab(readCabinet(octets))
const [stored, mszip] = [cabinetOf('stored'), cabinetOf('mszip')]
const signed = cabinetOf('mszip', { signing: { path: [acme, issuer], key: 'signer' } })
const rates = Array.from({ length: rounds + 1 }, () => ({
  jar: rateOfJar(),
  stored: rateOf(stored, readCab),
  mszip: rateOf(mszip, readCab),
  signed: rateOf(signed, readCab),
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
  signedRatio: median(rates.map((rate) => rate.signed / rate.jar)),
}
process.stdout.write(`${JSON.stringify(figures)}\n`)
