/**
 * Packages of Symbian OS 9 and later (SISX; siscontents.cpp of Symbian's installer):
 *
 *     UIDs and their checksum, 16 octets · contents: controller checksum · data checksum · the controller, compressed · data
 *
 * A file that begins with a controller is the stub of what is in a phone's ROM, which nobody downloads.
 */
import { WireError } from '../../errors.ts'
import type { Annotate } from '../annotate.ts'
import { OctetReader } from '../octets.ts'
import { crc16 } from './crc16.ts'
import { unpack } from './packed-octets.ts'
import type { PackedOctets } from './packed-octets.ts'
import type { SisFile } from './sis-file.ts'
import { formatUid, headerBytes, noteHeader, readSisHeader } from './sis-header.ts'
import type { SisHeader } from './sis-header.ts'
import type { SisLimits } from './sis-limits.ts'
import type { SisNote, TakeNote } from './sis-note.ts'
import { readController } from './sisx-controller.ts'
import type { SisxController } from './sisx-controller.ts'
import { readFiles, readPacked, takeData } from './sisx-data.ts'
import { FieldReader, FieldReading } from './sisx-field.ts'

export interface Sisx extends SisxController {
  readonly format: 'sisx'
  /** None in a stub. */
  readonly header: SisHeader | undefined
  /** The controller without compression; its places are those that `annotateController` is told. */
  readonly controller: Uint8Array
  /** All of them: those of packages within this one, and those that stand under conditions, too. */
  readonly files: readonly SisFile[]
  readonly notes: readonly SisNote[]
}

export interface SisxWay {
  readonly limits: SisLimits
  readonly annotate?: Annotate | undefined
  /** Gets the controller without compression, and gives who is told what its octets mean. */
  readonly annotateController?: ((controller: Uint8Array) => Annotate) | undefined
}

/** @throws WireError `sis/…` or `wire/out-of-bounds`; offsets within the controller are told in words */
export function readSisx(octets: Uint8Array, way: SisxWay): Sisx {
  const notes: SisNote[] = []
  const note: TakeNote = (taken) => void notes.push(taken)
  const header = readSisHeader(new OctetReader(octets))
  noteHeader(header, note)
  way.annotate?.(0, 12, `UIDs ${header.uids.map(formatUid).join(' ')}`)
  way.annotate?.(12, headerBytes, `UID checksum ${formatUid(header.checksum)}`)
  const { limits, annotate } = way
  const reading = new FieldReading(octets, { limits, note, annotate })
  const { packed, data } = readContents(reading)
  const controllerMax = { name: 'controllerBytesMax', bytes: limits.controllerBytesMax }
  const controllerOctets = unpack(octets, packed, controllerMax)
  const inner = new FieldReading(controllerOctets, {
    limits,
    note,
    annotate: way.annotateController?.(controllerOctets),
  })
  const controller = within(packed.start, () => takeController(inner))
  if (controller.uid !== header.uids[2]) {
    const found = `Unexpected UID ${formatUid(header.uids[2])}, expected ${formatUid(controller.uid)}`
    note({ rule: 'header-uid', file: undefined, offset: 8, found, blocking: false })
  }
  const files = readFiles(controller, data, reading)
  return { ...controller, format: 'sisx', header, controller: controllerOctets, files, notes }
}

/** @throws WireError as {@link readSisx} */
export function readSisxStub(octets: Uint8Array, way: SisxWay): Sisx {
  const notes: SisNote[] = []
  const note: TakeNote = (taken) => void notes.push(taken)
  const { limits, annotate } = way
  const controller = takeController(new FieldReading(octets, { limits, note, annotate }))
  return { ...controller, format: 'sisx', header: undefined, controller: octets, files: [], notes }
}

function readContents(reading: FieldReading) {
  const { octets, note } = reading
  const outer = new FieldReader(reading, { start: headerBytes, end: octets.length })
  const contents = outer.take('contents')
  if (outer.remaining > 0) {
    const found = `Unexpected ${outer.remaining} octets behind the contents, expected none`
    note({ rule: 'trailing', file: undefined, offset: outer.offset, found, blocking: false })
  }
  const stated = {
    controller: takeChecksum(contents, 'controller checksum'),
    data: takeChecksum(contents, 'data checksum'),
  }
  const compressed = contents.take('compressed')
  const packed: PackedOctets = readPacked(compressed)
  const dataStart = contents.offset
  const data = takeData(contents)
  const dataPlace = { start: dataStart, end: contents.offset }
  compareChecksum(reading, stated.controller, compressed.whole, 'controller-checksum')
  compareChecksum(reading, stated.data, dataPlace, 'data-checksum')
  return { packed, data }
}

function takeChecksum(
  contents: FieldReader,
  name: 'controller checksum' | 'data checksum',
): number | undefined {
  if (!contents.nextIs(name)) return undefined
  return contents.leaf(name, (field) => field.u16(), formatChecksum)
}

function formatChecksum(checksum: number): string {
  return `0x${checksum.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Over the whole field: its type, its length and its padding too. */
function compareChecksum(
  { octets, note }: FieldReading,
  stated: number | undefined,
  { start, end }: { readonly start: number; readonly end: number },
  rule: 'controller-checksum' | 'data-checksum',
): void {
  if (stated === undefined) return
  const right = crc16(octets.subarray(start, end))
  if (stated === right) return
  const found = `Unexpected checksum ${formatChecksum(stated)}, expected ${formatChecksum(right)}`
  note({ rule, file: undefined, offset: start, found, blocking: false })
}

function takeController(reading: FieldReading): SisxController {
  const place = { start: 0, end: reading.octets.length }
  return readController(new FieldReader(reading, place).take('controller'))
}

/** An offset into what was compressed is no offset into the package. */
function within<T>(start: number, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    throw new WireError(error.code, `Within the controller: ${error.message}`, start)
  }
}
