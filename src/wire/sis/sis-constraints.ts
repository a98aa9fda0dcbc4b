/**
 * What the certificates of developers are limited to (devcertgen of Symbian's tools; x509certext.h, `KDeviceIdListConstraint`
 * and its neighbours): the phones, the UIDs of packages and of vendors, and the capabilities that they are for.
 */
import type { Certificate } from '../certificate.ts'
import { DerReader, derTag } from '../der.ts'
import type { DerElement } from '../der.ts'
import { capabilities } from './capabilities.table.ts'

export interface SisConstraints {
  /** IMEIs of the only phones; none: any phone. */
  readonly devices: readonly string[] | undefined
  /** UIDs of the only packages, and of the only vendors. */
  readonly packageUids: readonly number[] | undefined
  readonly vendorUids: readonly number[] | undefined
  /** The only capabilities that files may have. */
  readonly capabilities: readonly string[] | undefined
}

const oids = {
  devices: '1.2.826.0.1.1796587.1.1.1.1',
  packageUids: '1.2.826.0.1.1796587.1.1.1.4',
  vendorUids: '1.2.826.0.1.1796587.1.1.1.5',
  capabilities: '1.2.826.0.1.1796587.1.1.1.6',
} as const

/** Entries of one list. A certificate of a developer is for at most a thousand phones (Symbian Signed, Open Signed Offline). */
const listedMax = 1000

const utf8 = 0x0c

/** @throws WireError `wire/der` */
export function readConstraints({ others }: Certificate): SisConstraints {
  return {
    devices: readList(others.get(oids.devices), utf8, readText),
    packageUids: readList(others.get(oids.packageUids), derTag.integer, readUid),
    vendorUids: readList(others.get(oids.vendorUids), derTag.integer, readUid),
    capabilities: readCapabilities(others.get(oids.capabilities)),
  }
}

function readList<T>(
  element: DerElement | undefined,
  tag: number,
  read: (element: DerElement) => T,
): readonly T[] | undefined {
  if (element === undefined) return undefined
  const list = DerReader.of(DerReader.of(element).take(derTag.sequence, 'a list'))
  const values: T[] = []
  while (!list.atEnd) {
    if (values.length === listedMax) {
      throw list.refuse('one more entry', `at most ${listedMax} (listedMax)`)
    }
    values.push(read(list.take(tag, 'an entry')))
  }
  return values
}

function readText({ content }: DerElement): string {
  return new TextDecoder().decode(content)
}

/** Symbian's tool writes four octets without a sign octet before them, so that a UID from 0x80000000 on looks negative. */
function readUid(element: DerElement): number {
  const { content } = element
  if (content.length > 5) throw DerReader.of(element).refuse('a long number', 'a UID')
  return content.reduce((uid, octet) => uid * 256 + octet, 0) % 0x100000000
}

/** The first bit of all is capability 0. */
function readCapabilities(element: DerElement | undefined): readonly string[] | undefined {
  if (element === undefined) return undefined
  const [, ...octets] = DerReader.of(element).take(derTag.bitString, 'capabilities').content
  return capabilities
    .filter(({ bit }) => ((octets[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0)
    .map(({ name }) => name)
}
