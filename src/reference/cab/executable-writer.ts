/** Writes the headers of an executable for Windows CE (Microsoft PE and COFF Specification) with nothing behind them. */
import { OctetWriter } from '../../wire/octets.ts'

export interface ExecutableSpec {
  /** 0x1C0 ARM, 0x1C2 Thumb, 0x166 MIPS, 0x1A2 SH3, 0x14C x86. */
  readonly machine: number
  /** With a header of the common language runtime. */
  readonly managed?: boolean
  /** Octets behind the headers, so that two executables may differ in more than their machine. */
  readonly body?: Uint8Array
}

const peOffset = 0x80
const directories = 16
const optionalBytes = 96 + directories * 8
const clrDirectory = 14
const subsystemCe = 9
const characteristics = 0x0102

export function writeExecutable({ machine, managed = false, body }: ExecutableSpec): Uint8Array {
  const writer = new OctetWriter(512)
  // DOS header: MZ, and at its end where the PE header is.
  writer.u16le(0x5a4d).bytes(new Uint8Array(0x3a)).u32le(peOffset)
  writer.bytes(new Uint8Array(peOffset - writer.length))
  // COFF header: PE\0\0, machine, sections, time, symbol table, symbols, optional header, characteristics.
  writer.u32le(0x4550).u16le(machine).u16le(0).u32le(0).u32le(0).u32le(0)
  writer.u16le(optionalBytes).u16le(characteristics)
  // Optional header of PE32: magic, 66 octets of sizes and addresses, subsystem, characteristics, four sizes, flags.
  writer.u16le(0x10b).bytes(new Uint8Array(66)).u16le(subsystemCe).bytes(new Uint8Array(22))
  writer.u32le(directories)
  for (let directory = 0; directory < directories; directory += 1) {
    const present = managed && directory === clrDirectory
    writer.u32le(present ? 0x2008 : 0).u32le(present ? 72 : 0)
  }
  return writer.bytes(body ?? new Uint8Array(0)).toUint8Array()
}
