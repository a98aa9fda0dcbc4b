/** OpenSSL verifies the same certificates and the same octets: a phone must come to the same verdict. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { authenticate } from '../src/handset/rules/trust.ts'
import { acme, issuer, rootSpec, testRoots } from '../src/test-authority/authority.ts'
import { brokenSignings } from '../src/test-authority/broken-signings.table.ts'
import { goodSignings, writeSignature } from '../src/test-authority/signing.ts'
import type { Signing } from '../src/test-authority/signing.ts'
import { parseCertificate } from '../src/wire/certificate.ts'
import { readSignatureClaim } from '../src/wire/signature.ts'
import { differences } from './openssl/differences.table.ts'
import { askOpenssl, findOpenssl } from './openssl/openssl.ts'
import type { Evidence } from './openssl/openssl.ts'

const version = findOpenssl()
const without = version === undefined ? ' (SKIPPED: openssl is not installed)' : ''

const folder = mkdtempSync(join(tmpdir(), 'ota-openssl-'))
afterAll(() => rmSync(folder, { recursive: true }))

const jar = Uint8Array.from({ length: 20_000 }, (_, index) => index * 31)
const roots = testRoots()

interface Case {
  readonly signing: Signing
  readonly at?: string
  readonly received?: Uint8Array
  readonly purpose?: Evidence['purpose']
}

const thirdParty = goodSignings['identified-third-party']
const signCode = { ...acme, extendedKeyUsage: ['1.3.6.1.5.5.7.3.3'] }
const { keyUsage: _keyUsage, ...acmeForAnything } = acme

const cases: Readonly<Record<string, Case>> = {
  ...Object.fromEntries(
    Object.entries({ ...goodSignings, ...brokenSignings }).map(([name, signing]) => [
      name,
      { signing },
    ]),
  ),
  'root included': {
    signing: { key: 'signer', paths: [[acme, issuer, rootSpec('identified-third-party')]] },
  },
  // Its extended key usage is for code alone, and OpenSSL before 3.2 has no purpose of that name.
  'for code alone': { signing: { key: 'signer', paths: [[signCode, issuer]] }, purpose: 'any' },
  'without key usage': { signing: { key: 'signer', paths: [[acmeForAnything, issuer]] } },
  'first octet changed': { signing: thirdParty, received: jar.with(0, 255) },
  'last octet lost': { signing: thirdParty, received: jar.subarray(0, -1) },
  'a second too early': { signing: thirdParty, at: '2003-12-31T23:59:59Z' },
  'in the first second': { signing: thirdParty, at: '2004-01-01T00:00:00Z' },
  // OpenSSL takes the very last second, which RFC 5280 4.1.2.5 includes, for one too late.
  'a second before the last': { signing: thirdParty, at: '2043-12-31T23:59:59Z' },
  'a second too late': { signing: thirdParty, at: '2044-01-01T00:00:01Z' },
}

const ofPhone = (name: string) => {
  const {
    signing,
    at = '2006-03-01T09:00:00Z',
    received = jar,
  } = cases[name] ?? { signing: thirdParty }
  const attributes = writeSignature(signing, jar).map(([attribute, value]) => ({
    name: attribute,
    value,
    line: 1,
    offset: 0,
  }))
  const claim = readSignatureClaim(attributes)
  const answer = authenticate({
    attributes,
    octets: received,
    roots: roots.map(({ domain, octets }) => ({ domain, certificate: parseCertificate(octets) })),
    at: Date.parse(at),
  })
  const paths = (claim?.paths ?? []).map(({ entries }) =>
    entries.flatMap(({ certificate }) => certificate?.octets ?? []),
  )
  const signature = claim?.signature.octets ?? new Uint8Array()
  return { verdict: answer.kind === 'trusted' ? 'good' : 'bad', paths, signature, at, received }
}

describe.skipIf(version === undefined)(`OpenSSL${without}`, () => {
  it.each(Object.keys(cases))('and a phone judge alike, or a rule says why not: %s', (name) => {
    const { verdict, received, ...evidence } = ofPhone(name)
    const said = askOpenssl(folder, {
      ...evidence,
      jar: received,
      roots: roots.map(({ octets }) => octets),
      purpose: cases[name]?.purpose ?? 'smimesign',
    })
    const { because: _, ...expected } = differences[name] ?? {
      openssl: verdict,
      phone: verdict,
      because: 'the same',
    }
    expect({ openssl: said === 'good' ? 'good' : 'bad', phone: verdict }).toEqual(expected)
  })

  it('has no difference to a phone that is not one', () => {
    expect(Object.keys(differences).filter((name) => !(name in cases))).toEqual([])
    expect(Object.values(differences).filter(({ openssl, phone }) => openssl === phone)).toEqual([])
  })

  it.each([
    ['expired', 'certificate has expired'],
    ['not yet valid', 'certificate is not yet valid'],
    ['issuer without CA flag', 'invalid CA certificate'],
    ['path too long', 'path length constraint exceeded'],
    ['gap in the numbering', 'unable to get local issuer certificate'],
    ['certificate signed by another', 'certificate signature failure'],
    ['signed with another key', 'Verification failure'],
  ])('finds the defect that was built in, no other: %s', (name, fault) => {
    const { verdict: _verdict, received, ...evidence } = ofPhone(name)
    const said = askOpenssl(folder, {
      ...evidence,
      jar: received,
      roots: roots.map(({ octets }) => octets),
      purpose: 'smimesign',
    })
    expect(said).toBe(fault)
  })
})
