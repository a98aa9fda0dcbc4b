import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InstallCabSpec } from '../../../src/reference/cab/install-cab-spec.ts'
import { writeInstallCab } from '../../../src/reference/cab/install-cab-writer.ts'
import { specsOf } from '../../../src/reference/native/packages.ts'
import { phone, playNative, suiteOf } from './native-case.ts'

const pocketPc = phone('htc-wizard')
const earlyPocketPc = phone('plain-pocket-pc-2003')
const smartphone = phone('hp-ipaq-510')
const locked = phone('orange-spv-e650')

const specs = specsOf({ major: 1, minor: 2, build: 0 })
const forPocketPc = (change: Partial<InstallCabSpec> = {}) =>
  writeInstallCab({ ...specs['pocket-pc'], ...change })
const forSmartphone = (change: Partial<InstallCabSpec> = {}) =>
  writeInstallCab({ ...specs.smartphone, ...change })
const client = suiteOf({ vendor: 'Acme', name: 'Acme Client', version: '' })

/** Longer than the cabinet says, as a certificate makes it; it is none. */
const signed = Uint8Array.from([...forPocketPc(), ...new Uint8Array(200)])

const asked = 'download? untrusted?'

describe('Windows Mobile', () => {
  it.each([
    ['installs what it was built for', pocketPc, forPocketPc(), {}, `${asked} place? installed`],
    ['does so on Pocket PC 2003', earlyPocketPc, forPocketPc(), {}, `${asked} place? installed`],
    ['asks for no place on a Smartphone', smartphone, forSmartphone(), {}, `${asked} installed`],
    [
      'lets the user leave it',
      pocketPc,
      forPocketPc(),
      { refused: ['download'] },
      'download! user-cancelled',
    ],
    [
      'lets the user distrust it',
      pocketPc,
      forPocketPc(),
      { refused: ['untrusted'] },
      'download? untrusted! user-cancelled',
    ],
    [
      'refuses what is not signed where it is locked',
      locked,
      forSmartphone(),
      {},
      'download? untrusted',
    ],
    ['takes other octets for no setup file', pocketPc, new Uint8Array(100), {}, 'not-a-package'],
    [
      'takes a cabinet cut short for none',
      pocketPc,
      forPocketPc().slice(0, 3000),
      {},
      'not-a-package',
    ],
    [
      'wants _setup.xml on a Smartphone',
      smartphone,
      forSmartphone({ withSetup: false }),
      {},
      'download? not-a-package',
    ],
    [
      'goes by the file .000 on a Pocket PC without one',
      pocketPc,
      forPocketPc({ withSetup: false }),
      {},
      `${asked} place? installed`,
    ],
    [
      'takes nothing signed on Pocket PC 2003',
      earlyPocketPc,
      signed,
      {},
      'download? not-a-package',
    ],
    [
      'does not mind octets behind it on later ones',
      pocketPc,
      signed,
      {},
      `${asked} place? installed`,
    ],
    [
      'wants its own processor',
      pocketPc,
      forPocketPc({ architecture: 4000 }),
      {},
      'download? wrong-processor',
    ],
    [
      'takes its own processor',
      pocketPc,
      forPocketPc({ architecture: 2577 }),
      {},
      `${asked} place? installed`,
    ],
    [
      'is too old for a package of a later system',
      pocketPc,
      forPocketPc({ versionMin: '5.2' }),
      {},
      'download? os-too-old',
    ],
    [
      'counts minor versions as numbers',
      pocketPc,
      forPocketPc({ versionMin: '4.3' }),
      {},
      `${asked} place? installed`,
    ],
    [
      'does not look at the highest version',
      pocketPc,
      forPocketPc({ versionMax: '4.20' }),
      {},
      `${asked} place? installed`,
    ],
    [
      'warns of a package for earlier systems',
      pocketPc,
      forPocketPc({ buildMax: 0 }),
      {},
      `${asked} incompatible? place? installed`,
    ],
    [
      'does not so on Pocket PC 2003',
      earlyPocketPc,
      forPocketPc({ buildMax: 0 }),
      {},
      `${asked} place? installed`,
    ],
    [
      'warns of a package for Pocket PC on a Smartphone',
      smartphone,
      forPocketPc(),
      { refused: ['incompatible'] },
      `${asked} incompatible! user-cancelled`,
    ],
    [
      'warns of a package for Smartphone on a Pocket PC',
      pocketPc,
      forSmartphone(),
      {},
      `${asked} incompatible? place? installed`,
    ],
    [
      'removes the previous version first, whatever it is',
      pocketPc,
      forPocketPc(),
      { installed: [client] },
      `${asked} replace? place? installed`,
    ],
    [
      'lets the user keep it',
      pocketPc,
      forPocketPc(),
      { installed: [client], refused: ['replace'] },
      `${asked} replace! user-cancelled`,
    ],
    [
      'puts another name beside it',
      pocketPc,
      forPocketPc({ name: 'Other' }),
      { installed: [client] },
      `${asked} place? installed`,
    ],
    [
      'has no room for a package larger than its memory',
      pocketPc,
      forPocketPc(),
      { freeBytes: 5000 },
      `${asked} place? no-space`,
    ],
    [
      'has room for it on the card',
      pocketPc,
      forPocketPc(),
      { freeBytes: 0, refused: ['place'] },
      `${asked} place! installed`,
    ],
  ] as const)('%s', (...row) => {
    const [, profile, octets, more, told] = row
    expect(playNative({ profile, octets, ...more })).toBe(told)
  })
})

it('any octets end in a question, a refusal or an installation', () => {
  const whole = forPocketPc()
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, octet) => {
      const octets = Uint8Array.from(whole)
      octets[at] = octet
      return playNative({ profile: pocketPc, octets }) !== 'asked without end'
    }),
    { numRuns: 60 },
  )
})
