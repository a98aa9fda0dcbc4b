/** From the certificate of a server towards a root, with certificates of the test authority and of OpenSSL. */
import { describe, expect, it } from 'vitest'
import { writeCertificate } from '../../../src/test-authority/certificate-writer.ts'
import type { CertificateSpec } from '../../../src/test-authority/certificate-writer.ts'
import {
  serverCertificate,
  serverIssuer,
  serverRoot,
  strangersRoot,
} from '../../../src/test-authority/servers.ts'
import { parseCertificate } from '../../../src/wire/certificate.ts'
import { findServerPath, isIssuedBy } from '../../../src/wire/tls/server-path.ts'
import { curveLeaf, curveRoot } from './curve-certificates.table.ts'

const made = (spec: CertificateSpec) => parseCertificate(writeCertificate(spec))
const [own, issuer, root, stranger] = [
  made(serverCertificate('ota.test')),
  made(serverIssuer),
  made(serverRoot),
  made(strangersRoot),
]

describe('a path', () => {
  it.each([
    {
      who: 'all but the root, which is known',
      sent: [own, issuer],
      roots: [root],
      end: 'root',
      length: 2,
    },
    {
      who: 'all, and the root is known',
      sent: [own, issuer, root],
      roots: [root],
      end: 'root',
      length: 2,
    },
    {
      who: 'all in another order',
      sent: [own, root, issuer],
      roots: [root],
      end: 'root',
      length: 2,
    },
    {
      who: 'all, and no root is known',
      sent: [own, issuer, root],
      roots: [],
      end: 'self-issued',
      length: 3,
    },
    {
      who: 'all, and another root is known',
      sent: [own, issuer, root],
      roots: [stranger],
      end: 'self-issued',
      length: 3,
    },
    { who: 'no root, and none is known', sent: [own, issuer], roots: [], end: 'open', length: 2 },
    { who: 'no issuer', sent: [own], roots: [root], end: 'open', length: 1 },
    {
      who: 'the root without the issuer',
      sent: [own, root],
      roots: [root],
      end: 'open',
      length: 1,
    },
    { who: 'a root alone', sent: [root], roots: [root], end: 'root', length: 1 },
  ] as const)('of who sends $who', ({ sent, roots, end, length }) => {
    const { path, last, ...found } = findServerPath(sent, roots)
    expect({ ...found, length: path.length }).toEqual({ end, length })
    expect(last).toBe(path.at(-1))
  })

  it('ends among certificates that issued each other', () => {
    const [one, other] = (['a', 'b'] as const).map((name, at) => ({
      ...serverRoot,
      subject: { commonName: name, organization: '' },
      issuer: { commonName: at === 0 ? 'b' : 'a', organization: '' },
      key: at === 0 ? ('operator' as const) : ('stranger' as const),
      signedBy: at === 0 ? ('stranger' as const) : ('operator' as const),
    }))
    if (one === undefined || other === undefined) throw new TypeError('there are two')
    expect(findServerPath([made(one), made(other)], [])).toMatchObject({ end: 'open' })
  })
})

describe('a certificate is issued by', () => {
  it('whose name it says and who signed it', () => {
    expect(isIssuedBy(own, issuer)).toBe(true)
    expect(isIssuedBy(own, root)).toBe(false)
    const namesake = made({ ...serverIssuer, key: 'stranger' })
    expect(isIssuedBy(own, namesake)).toBe(false)
  })

  it('who signed it with a curve', () => {
    const [leaf, authority] = [parseCertificate(curveLeaf), parseCertificate(curveRoot)]
    expect(isIssuedBy(leaf, authority)).toBe(true)
    const signature = leaf.signature.with(-1, (leaf.signature.at(-1) ?? 0) ^ 1)
    expect(isIssuedBy({ ...leaf, signature }, authority)).toBe(false)
    const info = new Uint8Array(8)
    const keyless = { ...authority, publicKey: { rsaBits: undefined, info } }
    expect(isIssuedBy(leaf, keyless)).toBe(false)
  })

  it('whose name it says where the signature is of a kind that is not known here', () => {
    expect(
      isIssuedBy({ ...own, algorithm: '1.3.101.112' }, made({ ...serverIssuer, key: 'stranger' })),
    ).toBe(true)
  })
})
