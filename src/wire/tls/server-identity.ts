/** For which hosts a certificate of a server is (RFC 2818 3.1; subjectAltName RFC 5280 4.2.1.6). */
import { WireError } from '../../errors.ts'
import { subjectAltName } from '../certificate-extensions.ts'
import type { Certificate } from '../certificate.ts'
import { DerReader, derTag } from '../der.ts'
import { escapeText } from '../escape.ts'

/** Of a host name, or of an address where the certificate names one. */
export interface ServerIdentity {
  /** In small letters, as they stand there. */
  readonly names: readonly string[]
  /** As URLs write them, without brackets. */
  readonly addresses: readonly string[]
  /** Where the names stand. */
  readonly from: 'subjectAltName' | 'common name'
}

/** GeneralName: dNSName [2] IA5String, iPAddress [7] OCTET STRING. */
const kind = { dnsName: 0x82, address: 0x87 } as const
/** Names of one certificate. */
const namesMax = 1024
/** A host name has at most 253 (RFC 1035 3.1). */
const nameCharactersMax = 256

/** What cannot be read names nobody. */
export function identityOf(certificate: Certificate): ServerIdentity {
  const alternative = certificate.others.get(subjectAltName)
  const read = alternative === undefined ? undefined : readNames(new DerReader(alternative.content))
  if (read !== undefined && read.names.length + read.addresses.length > 0) {
    return { ...read, from: 'subjectAltName' }
  }
  const common = commonName.exec(certificate.subject.text)?.[1]?.toLowerCase()
  return { names: common === undefined ? [] : [common], addresses: [], from: 'common name' }
}

/** The most specific one, which is the last. */
const commonName = /^(?:.*, )?CN=([^,]+)/

function readNames(outer: DerReader): Omit<ServerIdentity, 'from'> | undefined {
  try {
    const list = DerReader.of(outer.take(derTag.sequence, 'names'))
    const names: string[] = []
    const addresses: string[] = []
    for (let count = 0; !list.atEnd && count < namesMax; count += 1) {
      const { tag, content } = list.next()
      if (tag === kind.dnsName) {
        names.push(
          escapeText(new TextDecoder('latin1').decode(content), nameCharactersMax).toLowerCase(),
        )
      } else if (tag === kind.address) addresses.push(addressText(content))
    }
    return { names, addresses }
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}

function addressText(octets: Uint8Array): string {
  if (octets.length === 4) return octets.join('.')
  const groups = Array.from({ length: octets.length / 2 }, (_, at) =>
    ((octets[2 * at] ?? 0) * 0x100 + (octets[2 * at + 1] ?? 0)).toString(16),
  )
  const url = `http://[${groups.join(':')}]/`
  return URL.canParse(url) ? plainHost(new URL(url).hostname) : groups.join(':')
}

/** A host as it stands in a URL, without the brackets of IPv6. */
export function plainHost(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}

/** Is it an address, which stands in no SNI and matches no name (RFC 4366 3.1, RFC 2818 3.1)? */
export function isAddress(host: string): boolean {
  return host.includes(':') || /^\d+(?:\.\d+){3}$/.test(host)
}

/** @param host in small letters, without brackets */
export function isFor({ names, addresses }: ServerIdentity, host: string): boolean {
  return isAddress(host)
    ? addresses.includes(host)
    : names.some((name) => matches(name.replace(/\.$/, ''), host.replace(/\.$/, '')))
}

/** A star stands for one label, or for a part of it (RFC 2818 3.1): the first one, here as in all programs of today. */
function matches(name: string, host: string): boolean {
  if (!name.includes('*')) return name === host
  const [first = '', ...rest] = name.split('.')
  const [label = '', ...others] = host.split('.')
  const [before, after, ...more] = first.split('*')
  if (before === undefined || after === undefined || more.length > 0) return false
  return (
    rest.length > 0 &&
    rest.join('.') === others.join('.') &&
    label.length >= before.length + after.length &&
    label.startsWith(before) &&
    label.endsWith(after)
  )
}
