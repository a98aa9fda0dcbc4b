/** Symbian's installation packages: the legacy format of EPOC to Symbian OS 8, and SISX of Symbian OS 9 and later. */
import { WireError } from '../../errors.ts'
import type { Annotate } from '../annotate.ts'
import { OctetReader } from '../octets.ts'
import { readLegacySis } from './legacy-sis.ts'
import type { LegacySis } from './legacy-sis.ts'
import { unpack } from './packed-octets.ts'
import type { SisFile } from './sis-file.ts'
import { headerBytes, legacyUid, sisxUid } from './sis-header.ts'
import { sisLimits } from './sis-limits.ts'
import type { SisLimits } from './sis-limits.ts'
import { readSisx, readSisxStub } from './sisx.ts'
import type { Sisx } from './sisx.ts'
import { fieldTypes } from './sisx-field.ts'

export type SisPackage = LegacySis | Sisx

/** `stub`: what a phone keeps of a package in its ROM, beginning with a controller; it is no download. */
export type SisFormat = 'sis' | 'sisx' | 'stub'

/** By the first sixteen octets, as Symbian's recogniser goes; none where they are no package. */
export function detectSis(octets: Uint8Array): SisFormat | undefined {
  if (octets.length < headerBytes) return undefined
  const words = new OctetReader(octets)
  const [first, second, third] = [words.u32le(), words.u32le(), words.u32le()]
  if (first === sisxUid) return 'sisx'
  if (third === legacyUid) return 'sis'
  const isStub =
    first === fieldTypes.controller && second === octets.length - 8 && third === fieldTypes.info
  return isStub ? 'stub' : undefined
}

export interface SisReading {
  readonly limits?: SisLimits
  /** Told what the octets of the package mean. */
  readonly annotate?: Annotate
  /** Gets a SISX package's controller without compression, and gives who is told what its octets mean. */
  readonly annotateController?: (controller: Uint8Array) => Annotate
}

/**
 * Reads a package whole, and compares each of its files with its hash. What a phone's installer cannot read is thrown; what
 * is merely odd, and files that are not what they should be, are `notes`.
 *
 * @example readSis(octets).version // { major: 1, minor: 0, build: 2 }
 * @throws WireError `sis/…` or `wire/…`: no package, a broken one, or one that reaches a limit, which the message names
 */
export function readSis(octets: Uint8Array, reading: SisReading = {}): SisPackage {
  const { limits = sisLimits, annotate, annotateController } = reading
  if (octets.length > limits.sisBytesMax) {
    const found = `Unexpected package of ${octets.length} octets`
    const expected = `expected at most ${limits.sisBytesMax} (sisBytesMax)`
    throw new WireError('sis/too-large', `${found}, ${expected}`, 0)
  }
  const format = detectSis(octets)
  switch (format) {
    case 'sis':
      return readLegacySis(octets, { limits, annotate })
    case 'sisx':
      return readSisx(octets, { limits, annotate, annotateController })
    case 'stub':
      return readSisxStub(octets, { limits, annotate })
    case undefined: {
      const found = `Unexpected beginning of ${octets.length} octets`
      throw new WireError('sis/no-package', `${found}, expected the UIDs of a Symbian package`, 0)
    }
    default:
      return format satisfies never
  }
}

/**
 * @param file out of `readSis(octets).files`, with `contents`
 * @throws WireError `sis/…` when it cannot be taken out
 */
export function extractSisFile(
  octets: Uint8Array,
  { target, contents }: SisFile,
  limits: SisLimits = sisLimits,
): Uint8Array {
  if (contents === undefined) {
    throw new WireError('sis/no-contents', `Unexpected file ${target}, expected one with octets`, 0)
  }
  return unpack(octets, contents, { name: 'fileBytesMax', bytes: limits.fileBytesMax })
}
