/** Fields of a SISX package that hold one value, and how they are shown. */
import type { FieldReader } from './sisx-field.ts'
import { formatUid } from './sis-header.ts'

export interface SisVersion {
  readonly major: number
  readonly minor: number
  readonly build: number
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true })

/** UTF-16, the lower octet first. */
function readText(field: FieldReader): string {
  return utf16.decode(field.rest())
}

export function takeText(parent: FieldReader): string {
  return parent.leaf('string', readText, String)
}

export function takeTexts(parent: FieldReader): readonly string[] {
  return parent.leaves('string', readText, String)
}

export function takeUid(parent: FieldReader): number {
  return parent.leaf('UID', (field) => field.u32(), formatUid)
}

export function takeBlob(parent: FieldReader): Uint8Array {
  return parent.leaf(
    'blob',
    (field) => field.rest(),
    ({ length }) => `${length} octets`,
  )
}

export function takeVersion(parent: FieldReader): SisVersion {
  return parent.leaf('version', readVersion, formatVersion)
}

/** Numbers are signed: makers of packages write -1 where any number is meant. */
function readVersion(field: FieldReader): SisVersion {
  return { major: field.i32(), minor: field.i32(), build: field.i32() }
}

/** `1.2.345` */
export function formatVersion({ major, minor, build }: SisVersion): string {
  return `${major}.${minor}.${build}`
}

/** Below 0, equal or above 0, as `one` is before, equal to or after `other`. */
export function compareVersions(one: SisVersion, other: SisVersion): number {
  return one.major - other.major || one.minor - other.minor || one.build - other.build
}

/** `2009-09-17T12:49:38`, in no time zone that the package would state. The month counts from 0. */
export function takeInstant(parent: FieldReader): string {
  const both = parent.take('date and time')
  const date = both.leaf('date', readDate, String)
  return `${date}T${both.leaf('time', readTime, String)}`
}

function readDate(field: FieldReader): string {
  const year = String(field.u16()).padStart(4, '0')
  return `${year}-${two(field.u8() + 1)}-${two(field.u8())}`
}

function readTime(field: FieldReader): string {
  return `${two(field.u8())}:${two(field.u8())}:${two(field.u8())}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
