/** Who signed a cabinet, and what that is worth on phones of Windows Mobile. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standingOf } from '../../../src/handset/platforms/windows-mobile-signatures.ts'
import type { InstallCabSpec } from '../../../src/reference/cab/install-cab-spec.ts'
import { writeInstallCab } from '../../../src/reference/cab/install-cab-writer.ts'
import { specsOf } from '../../../src/reference/native/packages.ts'
import { acmeBy } from '../../../src/test-authority/authority.ts'
import { resignCabinet } from '../../../src/test-authority/cabinet-resigning.ts'
import { nativeSignings } from '../../../src/test-authority/native-signings.ts'
import type { NativeSigning } from '../../../src/test-authority/native-signings.ts'
import { readCabinet } from '../../../src/wire/cab/cab.ts'
import { readInstallCab } from '../../../src/wire/cab/install-cab.ts'
import { phone, playNative, trust } from './native-case.ts'

const pocketPc = phone('htc-wizard')
const earlyPocketPc = phone('plain-pocket-pc-2003')
const smartphone = phone('hp-ipaq-510')
const locked = phone('orange-spv-e650')

const specs = specsOf({ major: 1, minor: 2, build: 0 })
const operator: NativeSigning = { key: 'signer', path: [acmeBy('operator')] }

function signedBy(signing: NativeSigning | undefined, change: Partial<InstallCabSpec> = {}) {
  const spec = { ...specs.smartphone, unsupportedPlatforms: [], ...change }
  return resignCabinet(writeInstallCab(spec), signing)
}

const by = (name: keyof typeof nativeSignings, change: Partial<InstallCabSpec> = {}) =>
  signedBy(nativeSignings[name], change)
const certificates = { settings: ['CertificateStore'] }

const ahead = { date: '2100-01-01T00:00:00Z' }
const known = 'download? installed'
const asked = 'download? untrusted? installed'

describe('Windows Mobile', () => {
  it.each([
    ['asks nothing about a publisher whom it knows', smartphone, by('known signer'), {}, known],
    ['nor where it is locked', locked, by('known signer'), {}, known],
    ['nor on a Pocket PC', pocketPc, by('known signer'), {}, 'download? place? installed'],
    [
      'asks about one who leads to a root that it has not',
      smartphone,
      by('unknown root'),
      {},
      asked,
    ],
    ['refuses him where it is locked', locked, by('unknown root'), {}, 'download? untrusted'],
    ['asks about one who signs for himself', smartphone, by('self-signed'), {}, asked],
    ['asks about what nobody has signed', smartphone, signedBy(undefined), {}, asked],
    ['takes what was changed since for not signed', smartphone, by('changed since'), {}, asked],
    ['and refuses that where it is locked', locked, by('changed since'), {}, 'download? untrusted'],
    ['takes what another key has signed for not signed', smartphone, by('another key'), {}, asked],
    ['does not look at dates', smartphone, by('expired'), {}, known],
    ['whatever its calendar shows', locked, by('known signer'), ahead, known],
    [
      'does not know signatures on Pocket PC 2003',
      earlyPocketPc,
      by('known signer'),
      {},
      'download? untrusted? place? installed',
    ],
    [
      'lets nobody in without a privilege who changes its certificates',
      smartphone,
      by('known signer', certificates),
      {},
      'download? policy-refused',
    ],
    [
      'nor whom the user alone has let in',
      smartphone,
      by('unknown root', certificates),
      {},
      'download? untrusted? policy-refused',
    ],
    ['but a manufacturer', smartphone, by('manufacturer', certificates), {}, known],
    ['and an operator', locked, signedBy(operator, certificates), {}, known],
    [
      'knows one tier only on a Pocket PC',
      pocketPc,
      signedBy(undefined, certificates),
      {},
      'download? untrusted? place? installed',
    ],
  ] as const)('%s', (...row) => {
    const [, profile, octets, more, told] = row
    expect(playNative({ profile, octets, ...more })).toBe(told)
  })
})

const acme = 'O=Acme, CN=Acme code signing'
const rootOf = (domain: string) =>
  `O=Test authority (proves nothing), CN=Root of the ${domain} domain`

describe('the signature of a cabinet', () => {
  const factsOf = (octets: Uint8Array) =>
    standingOf(readInstallCab(readCabinet(octets)), trust.roots).facts

  it.each([
    [
      'is that of a third party',
      by('known signer'),
      {
        trust: 'trusted',
        signer: acme,
        root: rootOf('identified-third-party'),
        domain: 'identified-third-party',
        role: 'unprivileged',
      },
    ],
    [
      'is that of an operator',
      signedBy(operator),
      {
        trust: 'trusted',
        signer: acme,
        root: rootOf('operator'),
        domain: 'operator',
        role: 'privileged',
      },
    ],
    ['leads nowhere', by('unknown root'), { trust: 'unknown-root', signer: acme }],
    ['leads to itself', by('self-signed'), { trust: 'self-signed', signer: acme }],
    ['is none', signedBy(undefined), { trust: 'unsigned' }],
    [
      'is over another cabinet',
      by('changed since'),
      { trust: 'broken', signer: acme, detail: 'the cabinet is not the one that was signed' },
    ],
  ])('%s', (_, octets, facts) => {
    expect(factsOf(octets)).toEqual(facts)
  })

  it('is broken where it cannot be read', () => {
    const whole = by('known signer')
    const cut = whole.map((octet, at) => (at < whole.length - 100 ? octet : 0xff))
    expect(factsOf(cut).trust).toBe('broken')
  })

  it('is worth no more after any change of an octet', () => {
    const whole = by('known signer')
    const unsigned = signedBy(undefined)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const octets = whole.map((octet, index) => (index === at ? octet ^ mask : octet))
        const told = playNative({ profile: locked, octets })
        // Nobody signs octets 4 to 7, the place in a set, the place of the signature, and the signature itself.
        const isSigned = !(at >= 4 && at < 8) && !(at >= 34 && at < 56) && at < unsigned.length
        return told !== known || !isSigned
      }),
      { numRuns: 150 },
    )
  })
})
