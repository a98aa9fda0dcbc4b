/** What a careless gateway does to bodies on their way. Octets outside the change stay as they were. */

import type { Profile } from '../profile/profile.ts'
import type { Header } from '../trace/events.ts'
import { headerValue } from '../wire/http-fields.ts'
import { parseMediaType } from '../wire/media-types.ts'
import { pageKindOf } from '../wire/page/page.ts'
import { brokenSignings } from '../test-authority/broken-signings.table.ts'
import { writePaths, writeSignature } from '../test-authority/signing.ts'
import type { Signing } from '../test-authority/signing.ts'

/** Sets attributes (in place, or at the end), removes some, adds a raw line. */
export interface DescriptorChange {
  readonly set?: Readonly<Record<string, string>> | undefined
  readonly remove?: readonly string[] | undefined
  readonly addLine?: string | undefined
  /** Puts certificates of the test authority, with one defect, in place of those that are there. */
  readonly certify?: string | undefined
}

export function alterDescriptor(octets: Uint8Array, change: DescriptorChange): Uint8Array {
  const certified = certify(change.certify)
  const text = Buffer.from(octets).toString('latin1')
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const removed = new Set([
    ...(change.remove ?? []),
    ...Object.keys(change.set ?? {}),
    ...Object.keys(certified),
  ])
  const isRemoved = (name: string) =>
    removed.has(name) || (change.certify !== undefined && certificateName.test(name))
  const kept = text
    .split(/\r?\n/)
    .filter(
      (line) => line !== '' && !isRemoved(line.slice(0, Math.max(0, line.indexOf(':'))).trim()),
    )
  const set = Object.entries({ ...certified, ...change.set }).map(
    ([name, value]) => `${name}: ${latin1(value)}`,
  )
  const added = change.addLine === undefined ? [] : [latin1(change.addLine)]
  const lines = [...kept, ...set, ...added]
  return new Uint8Array(Buffer.from(lines.map((line) => line + lineEnd).join(''), 'latin1'))
}

const signings: ReadonlyMap<string, Signing> = new Map(Object.entries(brokenSignings))

/** Defects that certificates and signatures of the test authority can have. */
export const signingDefects: readonly string[] = [...signings.keys()]

const certificateName = /^MIDlet-Certificate-[0-9]+-[0-9]+$/

/**
 * A signature that is itself at fault is made over no octets: that it is at fault does not depend on them. Every other one
 * is left as the target made it.
 */
function certify(name: string | undefined): Readonly<Record<string, string>> {
  const signing = signings.get(name ?? '')
  if (signing === undefined) return {}
  const hasOwnSignature = signing.key !== 'signer' || signing.digest !== undefined
  return Object.fromEntries(
    hasOwnSignature ? writeSignature(signing, new Uint8Array()) : writePaths(signing),
  )
}

/** A text whose code units are the octets of its UTF-8 form. */
function latin1(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}

export const packageChangeNames = [
  'corrupt',
  'cut short',
  'append octets',
  'replace by a web page',
] as const

type PackageChange = (typeof packageChangeNames)[number]

export const packageChanges = {
  /** Every bit of the middle octet turned: some entry no longer matches its CRC, or cannot be inflated. */
  corrupt: (octets: Uint8Array): Uint8Array =>
    octets.map((octet, index) => (index === octets.length >> 1 ? octet ^ 0xff : octet)),
  'cut short': (octets: Uint8Array): Uint8Array => octets.slice(0, octets.length >> 1),
  'append octets': (octets: Uint8Array): Uint8Array => {
    const longer = new Uint8Array(octets.length + 16)
    longer.set(octets)
    return longer
  },
  'replace by a web page': (octets: Uint8Array): Uint8Array => {
    const page = new TextEncoder().encode('<html><body>Session timed out</body></html>')
    const padded = new Uint8Array(Math.max(octets.length, page.length)).fill(0x20)
    padded.set(page)
    return padded
  },
} as const satisfies Readonly<Record<PackageChange, (octets: Uint8Array) => Uint8Array>>

/** What every installer of a platform takes for a package by its media type alone. */
export const packageLabels: Readonly<Record<Profile['platform'], string>> = {
  midp: 'application/java-archive',
  symbian: 'application/vnd.symbian.install',
  'windows-mobile': 'application/vnd.ms-cab-compressed',
}

/** A page may lead to what is changed, and is not it. */
export function isPage(headers: readonly Header[]): boolean {
  const label = headerValue(headers, 'Content-Type')
  const type = label === undefined ? undefined : parseMediaType(label)
  return type !== undefined && pageKindOf(type.essence) !== undefined
}
