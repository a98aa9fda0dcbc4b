/** What an executable says of the machine it runs on (Microsoft PE and COFF Specification). */
import { OctetReader } from '../octets.ts'

export interface PortableExecutable {
  /** Machine word of the COFF header, e.g. 0x1C0 for ARM. */
  readonly machine: number
  /** 9 is Windows CE; absent without an optional header. */
  readonly subsystem: number | undefined
  /** It has a header of the common language runtime: what counts is the runtime, not the machine. */
  readonly managed: boolean
}

const dosSignature = 0x5a4d
const peSignature = 0x00004550
/** Where the DOS header says where the PE header is. */
const peOffsetPlace = 0x3c
const optionalMagic = { pe32: 0x10b, pe32Plus: 0x20b } as const
const clrDirectory = 14

/** Absent when it is no executable, e.g. a text, or a DOS program. Never throws. */
export function readPortableExecutable(octets: Uint8Array): PortableExecutable | undefined {
  const reader = new OctetReader(octets)
  if (reader.remaining < peOffsetPlace + 4 || reader.u16le() !== dosSignature) return undefined
  reader.seek(peOffsetPlace)
  const peOffset = reader.u32le()
  if (peOffset + coffBytes > octets.length) return undefined
  reader.seek(peOffset)
  return reader.u32le() === peSignature ? readCoff(reader) : undefined
}

const coffBytes = 24

/** Machine 2 · sections 2 · time 4 · symbol table 4 · symbols 4 · length of the optional header 2 · characteristics 2 */
function readCoff(reader: OctetReader): PortableExecutable {
  const machine = reader.u16le()
  reader.skip(14)
  const optionalBytes = Math.min(reader.u16le(), Math.max(0, reader.remaining - 2))
  reader.skip(2)
  return { machine, ...readOptional(reader.part(optionalBytes)) }
}

/**
 * Magic 2 · 66 octets · subsystem 2 · characteristics 2 · four lengths of 4 or, in PE32+, 8 · 0 4 · number of directories
 * 4 · directories, each: address 4 · length 4
 */
function readOptional(reader: OctetReader): Omit<PortableExecutable, 'machine'> {
  if (reader.remaining < 72) return { subsystem: undefined, managed: false }
  const magic = reader.u16le()
  if (magic !== optionalMagic.pe32 && magic !== optionalMagic.pe32Plus) {
    return { subsystem: undefined, managed: false }
  }
  reader.skip(66)
  const subsystem = reader.u16le()
  const before = 2 + 4 * (magic === optionalMagic.pe32 ? 4 : 8) + 4
  if (reader.remaining < before + 4) return { subsystem, managed: false }
  reader.skip(before)
  const directories = reader.u32le()
  if (directories <= clrDirectory || reader.remaining < 8 * (clrDirectory + 1)) {
    return { subsystem, managed: false }
  }
  reader.skip(8 * clrDirectory)
  return { subsystem, managed: reader.u32le() !== 0 }
}
