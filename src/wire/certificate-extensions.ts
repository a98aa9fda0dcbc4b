/** The extensions of a certificate that decide whether it may sign a suite, or issue such a certificate (PKI21, RFC 5280 4.2). */
import { DerReader, derTag, readBits, readBoolean, readOid, readSmallNumber } from './der.ts'
import type { DerElement } from './der.ts'

export interface Extensions {
  /** None where the extension is absent. */
  readonly basicConstraints:
    | {
        readonly authority: boolean
        /** Certificates of authorities that may come between it and the signer's. */
        readonly pathLengthMax: number | undefined
      }
    | undefined
  readonly keyUsage: ReadonlySet<KeyUsage> | undefined
  readonly extendedKeyUsage:
    | { readonly critical: boolean; readonly purposes: readonly string[] }
    | undefined
  /** Object identifiers of critical extensions that are not understood here. */
  readonly unknownCritical: readonly string[]
  /** Values of all extensions that are not understood here, and of other names, by their object identifier, for those who do. */
  readonly others: ReadonlyMap<string, DerElement>
}

export type KeyUsage = (typeof keyUsages)[number]

/** In the order of their bits (RFC 5280 4.2.1.3). */
const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const

/** id-kp-codeSigning. */
export const codeSigning = '1.3.6.1.5.5.7.3.3'

export const noExtensions: Extensions = {
  basicConstraints: undefined,
  keyUsage: undefined,
  extendedKeyUsage: undefined,
  unknownCritical: [],
  others: new Map(),
}

/** Extensions, or purposes of one key, in one certificate. */
const extensionsMax = 64

type Draft = { -readonly [name in keyof Extensions]: Extensions[name] }

/** Other names of the subject: of servers, their hosts. */
export const subjectAltName = '2.5.29.17'

const readers: ReadonlyMap<string, (draft: Draft, value: DerReader, critical: boolean) => void> =
  new Map([
    ['2.5.29.15', readKeyUsage],
    ['2.5.29.19', readBasicConstraints],
    ['2.5.29.37', readExtendedKeyUsage],
  ])

/** @throws WireError `wire/der` */
export function readExtensions(element: DerElement): Extensions {
  const wrapping = DerReader.of(element)
  const list = DerReader.of(wrapping.take(derTag.sequence, 'extensions'))
  wrapping.end('the extensions')
  const draft: Draft = { ...noExtensions }
  const seen = new Set<string>()
  while (!list.atEnd) {
    if (seen.size === extensionsMax) {
      throw list.refuse('one more extension', `at most ${extensionsMax} (extensionsMax)`)
    }
    readExtension(list, draft, seen)
  }
  return draft
}

function readExtension(list: DerReader, draft: Draft, seen: Set<string>): void {
  const reader = DerReader.of(list.take(derTag.sequence, 'an extension'))
  const oid = readOid(reader.take(derTag.oid, 'the kind of an extension'))
  const flag = reader.takeIf(derTag.boolean)
  const critical = flag !== undefined && readBoolean(flag)
  const value = reader.take(derTag.octetString, 'the value of an extension')
  reader.end('the extension')
  if (seen.has(oid)) throw reader.refuse(`extension ${oid} again`, 'each once')
  seen.add(oid)
  const read = readers.get(oid)
  if (read !== undefined) {
    read(draft, DerReader.of(value), critical)
    return
  }
  draft.others = new Map([...draft.others, [oid, value]])
  // A name that is not looked at may be critical.
  if (critical && oid !== subjectAltName) draft.unknownCritical = [...draft.unknownCritical, oid]
}

function readKeyUsage(draft: Draft, value: DerReader): void {
  const bits = readBits(value.take(derTag.bitString, 'key usages'))
  draft.keyUsage = new Set(keyUsages.filter((_, bit) => bits.has(bit)))
}

function readBasicConstraints(draft: Draft, value: DerReader): void {
  const fields = DerReader.of(value.take(derTag.sequence, 'basic constraints'))
  const flag = fields.takeIf(derTag.boolean)
  const length = fields.takeIf(derTag.integer)
  fields.end('the basic constraints')
  draft.basicConstraints = {
    authority: flag !== undefined && readBoolean(flag),
    pathLengthMax: length === undefined ? undefined : readSmallNumber(length),
  }
}

function readExtendedKeyUsage(draft: Draft, value: DerReader, critical: boolean): void {
  const list = DerReader.of(value.take(derTag.sequence, 'extended key usages'))
  const purposes: string[] = []
  while (!list.atEnd) {
    if (purposes.length === extensionsMax) {
      throw list.refuse('one more purpose', `at most ${extensionsMax} (extensionsMax)`)
    }
    purposes.push(readOid(list.take(derTag.oid, 'a purpose')))
  }
  draft.extendedKeyUsage = { critical, purposes }
}
