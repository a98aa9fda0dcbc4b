/** Signatures of Acme with one defect each. The signature itself is good unless the row says otherwise. */
import { acme, acmeBy, issuer, rootSpec } from './authority.ts'
import type { Signing } from './signing.ts'

const year2005 = { notBefore: '2004-01-01T00:00:00Z', notAfter: '2005-01-01T00:00:00Z' } as const
const year2040 = { notBefore: '2040-01-01T00:00:00Z', notAfter: '2041-01-01T00:00:00Z' } as const

const keyEncipherment = 2
const digitalSignature = 0
const serverAuth = '1.3.6.1.5.5.7.3.1'

const { authority: _authority, ...plainIssuer } = issuer

const good = { key: 'signer', paths: [[acme, issuer]] } as const

export const brokenSignings = {
  expired: { ...good, paths: [[{ ...acme, ...year2005 }, issuer]] },
  'not yet valid': { ...good, paths: [[{ ...acme, ...year2040 }, issuer]] },
  'expired issuer': { ...good, paths: [[acme, { ...issuer, ...year2005 }]] },
  'wrong key usage': { ...good, paths: [[{ ...acme, keyUsage: [keyEncipherment] }, issuer]] },
  'wrong extended key usage': {
    ...good,
    paths: [[{ ...acme, extendedKeyUsage: [serverAuth] }, issuer]],
  },
  'issuer for signatures only': {
    ...good,
    paths: [[acme, { ...issuer, keyUsage: [digitalSignature] }]],
  },
  'issuer without CA flag': { ...good, paths: [[acme, { ...issuer, authority: { is: false } }]] },
  'issuer without basic constraints': {
    ...good,
    paths: [[acme, plainIssuer]],
  },
  'path too long': {
    ...good,
    paths: [
      [
        { ...acme, issuer: { commonName: 'Below', organization: 'Acme' }, signedBy: 'other' },
        {
          ...issuer,
          subject: { commonName: 'Below', organization: 'Acme' },
          issuer: issuer.subject,
          key: 'other',
          signedBy: 'issuer',
        },
        issuer,
      ],
    ],
  },
  'broken chain': {
    ...good,
    paths: [[acme, { ...issuer, subject: rootSpec('stranger').subject }]],
  },
  'wrong order': { ...good, paths: [[issuer, acme]] },
  'gap in the numbering': { ...good, numbers: [1, 3] },
  'certificate signed by another': { ...good, paths: [[{ ...acme, signedBy: 'other' }, issuer]] },
  'unknown root': { ...good, paths: [[acmeBy('stranger')]] },
  'root of the same name': {
    ...good,
    paths: [[{ ...acmeBy('identified-third-party'), signedBy: 'stranger' }]],
  },
  'certificate with MD5': { ...good, paths: [[{ ...acme, digest: 'md5' }, issuer]] },
  'certificate with SHA-256': { ...good, paths: [[{ ...acme, digest: 'sha256' }, issuer]] },
  'key of 512 bits': { key: 'weak', paths: [[{ ...acme, key: 'weak' }, issuer]] },
  'unknown critical extension': {
    ...good,
    paths: [[{ ...acme, criticalExtension: '1.2.3.4' }, issuer]],
  },
  'signed with another key': { ...good, key: 'other' },
  'signed with MD5': { ...good, digest: 'md5' },
  'signed with SHA-256': { ...good, digest: 'sha256' },
} as const satisfies Readonly<Record<string, Signing>>
