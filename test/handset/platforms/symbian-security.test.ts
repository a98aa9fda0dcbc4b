/** What Symbian OS 9 makes of signatures, and of what packages ask for by them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phoneImei } from '../../../src/handset/trust.ts'
import { specsOf } from '../../../src/reference/native/packages.ts'
import type { SisxSpec } from '../../../src/reference/sis/sisx-controller-writer.ts'
import { buildSisx } from '../../../src/reference/sis/sisx-writer.ts'
import {
  developerSigning,
  nativeSignings,
  sisxSigningOf,
} from '../../../src/test-authority/native-signings.ts'
import type { NativeSigning } from '../../../src/test-authority/native-signings.ts'
import { phone, playNative, suiteOf } from './native-case.ts'

const s60 = phone('nokia-e7')
const signedOnly = phone('nokia-e71')

const { sisx } = specsOf({ major: 1, minor: 2, build: 0 })
const file = { target: '!:\\a.txt', octets: new Uint8Array(10) }

function signedBy(signings: readonly NativeSigning[], change: Partial<SisxSpec> = {}): Uint8Array {
  return buildSisx({ ...sisx, files: [file], ...change, signings: signings.map(sisxSigningOf) })
}

const by = (name: keyof typeof nativeSignings, change: Partial<SisxSpec> = {}) =>
  signedBy([nativeSignings[name]], change)
const wanting = (...names: NonNullable<SisxSpec['files'][number]['capabilities']>) => ({
  files: [{ ...file, capabilities: names }],
})

const ahead = { date: '2100-01-01T00:00:00Z' }
const behind = { date: '2000-01-01T00:00:00Z' }
const trusted = 'install? details? installed'

const client = (domain: string | undefined) => ({
  installed: [
    suiteOf(
      { vendor: 'Acme', name: 'Acme Client', version: '1.0.0', uid: '0xA0005D1A' },
      { signer: domain === undefined ? undefined : { domain, subject: 'CN=A', root: 'CN=R' } },
    ),
  ],
})

const noCard = { ...s60, ...(s60.symbian && { symbian: { ...s60.symbian, memoryCard: false } }) }
const asking = {
  ...noCard,
  ...(noCard.symbian && { symbian: { ...noCard.symbian, untrusted: 'asks' as const } }),
}
const taking = {
  ...noCard,
  ...(noCard.symbian && { symbian: { ...noCard.symbian, untrusted: 'installs' as const } }),
}

describe('Symbian OS 9', () => {
  it.each([
    ['asks nothing about a supplier whom it knows', by('known signer'), {}, trusted],
    ['nor about its manufacturer', by('manufacturer'), {}, trusted],
    [
      'asks about one who signs for himself',
      by('self-signed'),
      {},
      'install? untrusted? details? installed',
    ],
    [
      'and about one who leads to a root that it has not',
      by('unknown root'),
      {},
      'install? untrusted? details? installed',
    ],
    [
      'takes a chain that does not hold together for such a one',
      by('broken chain'),
      {},
      'install? untrusted? details? installed',
    ],
    ['takes nothing without a signature', signedBy([]), {}, 'install? untrusted'],
    ['refuses what another key has signed', by('another key'), {}, 'install? bad-signature'],
    ['refuses what was changed since', by('changed since'), {}, 'install? bad-signature'],
    ['refuses an algorithm that it has not', by('unknown algorithm'), {}, 'install? bad-signature'],
    [
      'goes by the signer whom it knows where there are several',
      signedBy([nativeSignings['unknown root'], nativeSignings['known signer']]),
      {},
      trusted,
    ],
    [
      'wants every signature to be good',
      signedBy([nativeSignings['known signer'], nativeSignings['another key']]),
      {},
      'install? bad-signature',
    ],
    ['finds a certificate expired', by('expired'), {}, 'install? certificate-expired'],
    ['or that of the issuer', by('issuer expired'), {}, 'install? certificate-expired'],
    [
      'or that of one who signs for himself',
      by('expired and self-signed'),
      {},
      'install? certificate-expired',
    ],
    ['finds one not valid yet', by('not yet valid'), {}, 'install? certificate-not-yet-valid'],
    ['goes by its calendar', by('known signer'), ahead, 'install? certificate-expired'],
    ['however wrong that is', by('known signer'), behind, 'install? certificate-not-yet-valid'],
    [
      'finds a certificate good again where the calendar is set back to it',
      by('expired'),
      { date: '2004-06-01T00:00:00Z' },
      trusted,
    ],
    [
      'warns of what is for its developer',
      signedBy([developerSigning('356938035643809', phoneImei)]),
      {},
      'install? developer? details? installed',
    ],
    [
      'lets the user leave that',
      signedBy([developerSigning(phoneImei)]),
      { refused: ['developer'] },
      'install? developer! user-cancelled',
    ],
    [
      'refuses what is for the phone of another developer',
      signedBy([developerSigning('356938035643809')]),
      {},
      'install? device-constrained',
    ],
    [
      'gives system capabilities to a supplier whom it knows',
      by('known signer', wanting('ReadDeviceData', 'NetworkServices')),
      {},
      trusted,
    ],
    [
      'gives those of the manufacturer to nobody else',
      by('known signer', wanting('AllFiles')),
      {},
      'install? details? capability-refused',
    ],
    ['but to him', by('manufacturer', wanting('AllFiles', 'TCB')), {}, trusted],
    [
      'gives no system capability to one who signs for himself',
      by('self-signed', wanting('ReadDeviceData')),
      {},
      'install? untrusted? details? capability-refused',
    ],
    [
      'has the user give him the others',
      by('self-signed', wanting('ReadUserData')),
      { refused: ['capabilities'] },
      'install? untrusted? details? capabilities! user-cancelled',
    ],
    [
      'keeps protected UIDs to suppliers whom it knows',
      by('self-signed', { uid: 0x20005d1a }),
      {},
      'install? untrusted? details? protected-uid',
    ],
    ['and gives them to those', by('known signer', { uid: 0x20005d1a }), {}, trusted],
    [
      'replaces what it knew by what it knows',
      by('known signer'),
      client('identified-third-party'),
      trusted,
    ],
    [
      'replaces what it knew by nothing unknown',
      by('self-signed'),
      client('identified-third-party'),
      'install? untrusted? details? invalid-upgrade',
    ],
    [
      'replaces what its manufacturer signed by nobody else’s',
      by('known signer'),
      client('manufacturer'),
      'install? details? invalid-upgrade',
    ],
    ['replaces what it did not know', by('known signer'), client(undefined), trusted],
    [
      'looks at packages within one',
      by('known signer', {
        embedded: [{ ...sisx, uid: 0xa0002222, signings: [sisxSigningOf(nativeSignings.expired)] }],
      }),
      {},
      'install? certificate-expired',
    ],
    [
      'and at what they ask for',
      by('known signer', {
        embedded: [
          {
            ...sisx,
            ...wanting('SwEvent'),
            uid: 0xa0002222,
            signings: [sisxSigningOf(nativeSignings['self-signed'])],
          },
        ],
      }),
      {},
      'install? details? capability-refused',
    ],
    [
      'takes one without a signature as part of the package it lies in',
      by('known signer', {
        embedded: [{ ...sisx, ...wanting('SwEvent'), uid: 0xa0002222, signings: [] }],
      }),
      {},
      trusted,
    ],
    [
      'verifies no more than 64 signatures',
      signedBy(Array.from({ length: 65 }, () => nativeSignings['known signer'])),
      {},
      'install? bad-signature',
    ],
  ] as const)('%s', (...row) => {
    const [, octets, more, told] = row
    expect(playNative({ profile: asking, octets, ...more })).toBe(told)
  })

  it('takes what nobody known has signed where a policy lets it', () => {
    const octets = [by('self-signed'), signedBy([])]
    expect(octets.map((one) => playNative({ profile: taking, octets: one }))).toEqual([
      'install? details? installed',
      'install? details? installed',
    ])
  })

  it('asks nobody where only signed packages may come', () => {
    const names = ['known signer', 'self-signed', 'unknown root'] as const
    const ends = names.map((name) => playNative({ profile: signedOnly, octets: by(name) }))
    expect(ends).toEqual([
      'install? details? place? installed',
      'install? untrusted',
      'install? untrusted',
    ])
  })
})

it('no change of an octet makes a package more trusted than it was', () => {
  const whole = by('self-signed')
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
      const octets = whole.map((octet, index) => (index === at ? octet ^ mask : octet))
      const told = playNative({ profile: asking, octets })
      return !told.endsWith('installed') || told.includes('untrusted?')
    }),
    { numRuns: 150 },
  )
})
