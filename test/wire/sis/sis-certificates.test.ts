import assert from 'node:assert/strict'
import { describe, expect, test } from 'vitest'
import { sisxSignings } from '../../../src/test-authority/sisx-signing.ts'
import type { SisxSigning } from '../../../src/test-authority/sisx-signing.ts'
import { buildSisx } from '../../../src/reference/sis/sisx-writer.ts'
import { acme, issuer, rootSpec, testRoots } from '../../../src/test-authority/authority.ts'
import { parseCertificate } from '../../../src/wire/certificate.ts'
import { readSis } from '../../../src/wire/sis/sis.ts'
import {
  chainCertificatesMax,
  findAnchor,
  findOutdated,
  readSisCertificates,
} from '../../../src/wire/sis/sis-certificates.ts'
import type { SisCertificates } from '../../../src/wire/sis/sis-certificates.ts'
import { dsaSigner } from './dsa-signer.table.ts'
import { demo } from './samples.ts'

const roots = testRoots().map(({ domain, octets }) => ({
  domain,
  certificate: parseCertificate(octets),
}))

function certificatesOf(chain: SisxSigning['chain']): SisCertificates {
  const found = readSis(buildSisx({ ...demo, signings: [{ key: 'signer', chain }] }))
  assert(found.format === 'sisx')
  const [signed] = found.signatures
  assert(signed !== undefined)
  return readSisCertificates(signed)
}

function anchorOf(chain: SisxSigning['chain']): string {
  const { certificates } = certificatesOf(chain)
  const anchor = findAnchor(certificates, roots)
  if (anchor.kind === 'broken') return `broken: ${anchor.detail}`
  return anchor.kind === 'root' ? `root of the ${anchor.root.domain} domain` : anchor.kind
}

describe('the certificates of a package', () => {
  test.each([
    [
      'lead to a root that is left out',
      [acme, issuer],
      'root of the identified-third-party domain',
    ],
    [
      'lead to a root that is among them',
      [acme, issuer, rootSpec('identified-third-party')],
      'root of the identified-third-party domain',
    ],
    [
      'lead to the manufacturer',
      sisxSignings.manufacturer.chain,
      'root of the manufacturer domain',
    ],
    ['are the signer’s own', sisxSignings['self-signed'].chain, 'self-signed'],
    ['lead to a stranger', sisxSignings.stranger.chain, 'unknown'],
    ['end with a stranger', [...sisxSignings.stranger.chain, rootSpec('stranger')], 'unknown'],
    ['are not there', [], 'none'],
    [
      'are in the wrong order',
      [issuer, acme],
      'broken: O=Acme, CN=Acme code signing did not issue O=Test authority (proves nothing), CN=Issuer of certificates for code',
    ],
    [
      'were signed by another key',
      [{ ...acme, signedBy: 'other' }, issuer],
      'broken: O=Test authority (proves nothing), CN=Issuer of certificates for code did not issue O=Acme, CN=Acme code signing',
    ],
  ] as const)('%s', (_, chain, expected) => {
    expect(anchorOf(chain)).toBe(expected)
  })

  test('of DSA may be the signer’s own too', () => {
    const certificate = parseCertificate(
      new Uint8Array(Buffer.from(dsaSigner.certificate, 'base64')),
    )
    expect(findAnchor([certificate], roots)).toEqual({ kind: 'self-signed' })
    const changed = { ...certificate, signed: certificate.signed.subarray(1) }
    expect(findAnchor([changed], roots)).toEqual({ kind: 'unknown' })
  })

  test('are read up to one that is none', () => {
    const found = readSisCertificates({
      signatures: [],
      signed: new Uint8Array(),
      certificates: Uint8Array.from([
        ...(roots[0]?.certificate.octets ?? []),
        0x30,
        0x02,
        0x05,
        0x00,
      ]),
    })
    expect(found.certificates.map(({ subject }) => subject.text)).toEqual([
      roots[0]?.certificate.subject.text,
    ])
    expect(found.problem).toMatch(/^Unexpected tag 0x05, expected the signed part/)
  })

  test('are no more than any chain has', () => {
    const chain = Array.from({ length: chainCertificatesMax + 1 }, () => acme)
    const { certificates, problem } = certificatesOf(chain)
    expect(certificates.length).toBe(16)
    expect(problem).toMatch(/expected at most 16 \(chainCertificatesMax\)/)
  })
})

describe('the dates of certificates', () => {
  const year2005 = { notBefore: '2004-01-01T00:00:00Z', notAfter: '2005-01-01T00:00:00Z' } as const
  const chain = [acme, { ...issuer, ...year2005 }]
  const { certificates } = certificatesOf(chain)
  const outdatedAt = (iso: string) => {
    const found = findOutdated(certificates, Date.parse(iso))
    return found === undefined ? undefined : [found.kind, found.certificate.subject.text]
  }
  const ofIssuer = certificates[1]?.subject.text
  const ofAcme = certificates[0]?.subject.text

  test.each([
    ['2003-12-31T23:59:59Z', ['not-yet-valid', ofAcme]],
    ['2004-01-01T00:00:00Z', undefined],
    ['2005-01-01T00:00:00Z', undefined],
    ['2005-01-01T00:00:01Z', ['expired', ofIssuer]],
    ['2045-01-01T00:00:00Z', ['expired', ofAcme]],
  ])('at %s', (iso, expected) => {
    expect(outdatedAt(iso)).toEqual(expected)
  })
})
