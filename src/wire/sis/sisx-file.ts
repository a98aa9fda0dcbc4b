/** One file of a SISX package, as its controller describes it (filedescription.cpp of Symbian's installer). */
import { capabilities } from './capabilities.table.ts'
import type { FieldReader } from './sisx-field.ts'
import { takeBlob, takeText } from './sisx-leaf.ts'

export interface SisxFileDescription {
  /** `!:\sys\bin\Demo.exe`; the exclamation mark is the drive that the user chooses. */
  readonly target: string
  readonly mediaType: string | undefined
  /** 1 install, 2 run, 4 show its text, 8 nothing yet: the application makes it later. */
  readonly operation: number
  readonly options: number
  /** Names by capabilities.table.ts, `bit 23` where a bit has none. */
  readonly capabilities: readonly string[]
  readonly hash: { readonly algorithm: number; readonly octets: Uint8Array }
  /** Lengths with and without compression. */
  readonly packedBytes: number
  readonly bytes: number
  /** Which one of the files of the package's data unit it is. */
  readonly index: number
}

export function takeFileDescription(field: FieldReader): SisxFileDescription {
  const target = takeText(field)
  const mediaType = takeText(field)
  return {
    target,
    mediaType: mediaType === '' ? undefined : mediaType,
    capabilities: field.nextIs('capabilities') ? takeCapabilities(field) : [],
    hash: takeHash(field),
    operation: field.u32('Operation'),
    options: field.u32('Options'),
    packedBytes: field.u64('Length'),
    bytes: field.u64('Length without compression'),
    index: field.u32('Index of its data'),
  }
}

function takeCapabilities(parent: FieldReader): readonly string[] {
  return parent.leaf('capabilities', readCapabilities, (names) => names.join(' '))
}

/** Octets of a set that are read; the twenty capabilities there are need three. */
const capabilityBytesMax = 32

/** One bit each, the lowest of the first octet first. */
function readCapabilities(field: FieldReader): readonly string[] {
  const octets = field.rest()
  if (octets.length > capabilityBytesMax) {
    const expected = `at most ${capabilityBytesMax} (capabilityBytesMax)`
    throw field.refuse(`capabilities of ${octets.length} octets`, expected, field.place.start)
  }
  const bits = Array.from(octets, (octet, at) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => octet & (1 << bit)).map((bit) => at * 8 + bit),
  )
  return bits.flat().map((bit) => capabilities.find((row) => row.bit === bit)?.name ?? `bit ${bit}`)
}

function takeHash(parent: FieldReader): SisxFileDescription['hash'] {
  const field = parent.take('hash')
  return { algorithm: field.u32('Hash algorithm'), octets: takeBlob(field) }
}
