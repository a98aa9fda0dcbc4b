import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acme, issuer, rootSpec } from '../../src/test-authority/authority.ts'
import { signatureReserve, signCabinet } from '../../src/test-authority/cabinet-signing.ts'
import type { CabinetSigning } from '../../src/test-authority/cabinet-signing.ts'
import { chainOf, findSignedDataFault, parseSignedData } from '../../src/wire/signed-data.ts'
import { expectValueOrPlace } from './any-octets.ts'
import { mutationsOf } from './mutations.ts'

/** Of no cabinet: what is signed is only a digest. */
const blank = Uint8Array.of(...new Uint8Array(40), ...signatureReserve)
const sign = (signing: CabinetSigning) => signCabinet(blank, signing).slice(blank.length)
const root = rootSpec('identified-third-party')
const good = sign({ path: [acme, issuer, root], key: 'signer', signedAt: '2006-03-01T09:00:00Z' })

describe('signed data', () => {
  test('tells what was signed, by whom, with which digest and when', () => {
    const { contentType, certificates, unreadCertificates, signer } = parseSignedData(good)
    expect({ contentType, unreadCertificates }).toEqual({
      contentType: '1.3.6.1.4.1.311.2.1.4',
      unreadCertificates: 0,
    })
    expect(certificates.map(({ serialNumber }) => serialNumber)).toEqual(['03', '02', '01'])
    expect(signer).toMatchObject({
      issuerKey: certificates[0]?.issuer.key,
      serialNumber: '03',
      digest: 'sha1',
      attributes: { signedAt: Date.parse('2006-03-01T09:00:00Z') },
    })
    expect(findSignedDataFault(parseSignedData(good))).toBe(undefined)
  })

  test('has a chain from its signer to who signed their own certificate, in any order of them', () => {
    const data = parseSignedData(good)
    const shuffled = { ...data, certificates: data.certificates.toReversed() }
    expect(chainOf(shuffled).map(({ serialNumber }) => serialNumber)).toEqual(['03', '02', '01'])
  })

  test('counts certificates that it cannot read', () => {
    const spoiled = Uint8Array.from(good)
    // The last certificate is the root's: version 3 becomes version 9.
    const last = Buffer.from(good).lastIndexOf(Buffer.from('a003020102', 'hex'))
    spoiled.set([8], last + 4)
    const { certificates, unreadCertificates } = parseSignedData(spoiled)
    expect([certificates.length, unreadCertificates]).toEqual([2, 1])
  })

  test('of more certificates than are read is refused', () => {
    const many = sign({ path: [acme, ...Array.from({ length: 16 }, () => issuer)], key: 'signer' })
    expect(() => parseSignedData(many)).toThrow('(certificatesMax)')
  })

  test('of any octets is read or refused', () => {
    fc.assert(
      fc.property(mutationsOf([good]), (octets) => {
        expectValueOrPlace(octets, () => {
          findSignedDataFault(parseSignedData(octets))
        })
      }),
    )
  })
})
