/**
 * The first sixteen octets of a package: three UIDs and their checksum, by which the two formats are told apart. Names and
 * media types say nothing: developers keep `.sis` for both (recsisx.cpp of Symbian's recogniser looks at the octets too).
 */
import { OctetReader } from '../octets.ts'
import { crc16 } from './crc16.ts'
import type { TakeNote } from './sis-note.ts'

/** First word of every package of Symbian OS 9 and later. */
export const sisxUid = 0x10201a7a
/** Third word of every package of EPOC and of Symbian OS up to 8. */
export const legacyUid = 0x10000419
/** Second word of a legacy package of EPOC release 3 to 5, and of release 6, which is Symbian OS 6 to 8. */
export const releaseUids = { epoc: 0x1000006d, er6: 0x10003a12 } as const

export const headerBytes = 16

export interface SisHeader {
  readonly uids: readonly [number, number, number]
  readonly checksum: number
  readonly rightChecksum: number
}

export function readSisHeader(reader: OctetReader): SisHeader {
  const words = reader.take(headerBytes - 4)
  const uids = new OctetReader(words)
  return {
    uids: [uids.u32le(), uids.u32le(), uids.u32le()],
    checksum: reader.u32le(),
    rightChecksum: uidChecksum(words),
  }
}

/** CRC-16 of the octets at even places in the low half, of those at odd places in the high half. */
export function uidChecksum(words: Uint8Array): number {
  const every = (second: 0 | 1) => words.filter((_, at) => at % 2 === second)
  return ((crc16(every(1)) << 16) | crc16(every(0))) >>> 0
}

export function noteHeader({ checksum, rightChecksum }: SisHeader, note: TakeNote): void {
  if (checksum === rightChecksum) return
  const found = `Unexpected UID checksum ${formatUid(checksum)}, expected ${formatUid(rightChecksum)}`
  note({ rule: 'uid-checksum', file: undefined, offset: 12, found, blocking: false })
}

/** `0x10201A7A` */
export function formatUid(uid: number): string {
  return `0x${uid.toString(16).toUpperCase().padStart(8, '0')}`
}
