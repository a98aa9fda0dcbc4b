/** What a Symbian phone tells of the signatures of a package. */
import assert from 'node:assert/strict'
import { describe, expect, it } from 'vitest'
import { overreachOf, standingsOf } from '../../../src/handset/platforms/symbian-signatures.ts'
import { specsOf } from '../../../src/reference/native/packages.ts'
import { buildSisx } from '../../../src/reference/sis/sisx-writer.ts'
import { acme } from '../../../src/test-authority/authority.ts'
import {
  developerSigning,
  nativeSignings,
  sisxSigningOf,
} from '../../../src/test-authority/native-signings.ts'
import type { NativeSigning } from '../../../src/test-authority/native-signings.ts'
import { readSis } from '../../../src/wire/sis/sis.ts'
import { trust } from './native-case.ts'

const { sisx } = specsOf({ major: 1, minor: 2, build: 0 })
const today = { ...trust, now: () => Date.parse('2008-06-01T00:00:00Z') }

function read(signings: readonly NativeSigning[], embedded: typeof sisx.embedded = []) {
  const found = readSis(buildSisx({ ...sisx, embedded, signings: signings.map(sisxSigningOf) }))
  assert(found.format === 'sisx')
  return found
}

const signer = 'O=Acme, CN=Acme code signing'
const root = 'O=Test authority (proves nothing), CN=Root of the identified-third-party domain'
const domain = 'identified-third-party'
/** Limits that cannot be read: a list that is none. */
const unreadable: NativeSigning = {
  key: 'signer',
  path: [
    { ...acme, extensions: { '1.2.826.0.1.1796587.1.1.1.1': Uint8Array.of(5, 0) } },
    ...nativeSignings['known signer'].path.slice(1),
  ],
}

describe('the signature of a package', () => {
  it.each([
    [
      'is that of somebody known',
      [nativeSignings['known signer']],
      { trust: 'trusted', signer, root, domain, role: 'symbian-signed' },
    ],
    [
      'is for the phones of a developer',
      [developerSigning('1')],
      { trust: 'trusted', signer, root, domain, role: 'developer' },
    ],
    [
      'is that of the manufacturer',
      [nativeSignings.manufacturer],
      {
        trust: 'trusted',
        signer,
        root: 'O=Test authority (proves nothing), CN=Root of the manufacturer domain',
        domain: 'manufacturer',
        role: 'manufacturer',
      },
    ],
    ['is one’s own', [nativeSignings['self-signed']], { trust: 'self-signed', signer }],
    ['leads nowhere', [nativeSignings['unknown root']], { trust: 'unknown-root', signer }],
    [
      'holds not together',
      [nativeSignings['broken chain']],
      {
        trust: 'unknown-root',
        signer,
        detail: `O=Test authority (proves nothing), CN=Issuer of certificates for code did not issue ${signer}`,
      },
    ],
    [
      'has expired',
      [nativeSignings.expired],
      {
        trust: 'outdated',
        signer,
        root,
        domain,
        role: 'symbian-signed',
        detail: `the certificate of ${signer} is expired`,
      },
    ],
    [
      'is not valid yet',
      [nativeSignings['not yet valid']],
      {
        trust: 'outdated',
        signer,
        root,
        domain,
        role: 'symbian-signed',
        detail: `the certificate of ${signer} is not valid yet`,
      },
    ],
    ['is none', [], { trust: 'unsigned' }],
    [
      'is over another package',
      [nativeSignings['changed since']],
      { trust: 'broken', detail: 'the signature is not over this package (-10254)' },
    ],
    [
      'is of an algorithm that nobody has',
      [nativeSignings['unknown algorithm']],
      {
        trust: 'broken',
        detail: 'the signature is by an algorithm that the phone has not (-10251)',
      },
    ],
    [
      'has limits that cannot be read',
      [unreadable],
      {
        trust: 'broken',
        signer,
        detail: 'the limits of a certificate cannot be read (-10254)',
      },
    ],
  ] as const)('%s', (_, signings, facts) => {
    const standings = standingsOf(read(signings), today)
    expect(standings.map((standing) => standing.facts)).toEqual([facts])
  })

  it('counts for each package that lies in it, wherever', () => {
    const inner = { ...sisx, uid: 0xa0000002, signings: [] }
    const other = { ...inner, uid: 0xa0000003, signings: sisx.signings ?? [] }
    const found = read([nativeSignings['known signer']], [{ ...inner, embedded: [other] }])
    expect(standingsOf(found, today).map(({ uid, level }) => [uid, level])).toEqual([
      [sisx.uid, 'symbian-signed'],
      [0xa0000002, 'symbian-signed'],
      [0xa0000003, 'self-signed'],
    ])
    expect(overreachOf(found, standingsOf(found, today))).toEqual([])
  })

  it('gives no protected UID to the one within that signs for itself', () => {
    const found = read([nativeSignings['known signer']], [{ ...sisx, uid: 0x20000002 }])
    expect(overreachOf(found, standingsOf(found, today))).toEqual([
      {
        kind: 'protected-uid',
        found:
          'Unexpected protected UID 0x20000002 of a package that is self-signed, expected one from 0x80000000 on',
      },
    ])
  })
})
