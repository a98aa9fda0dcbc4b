/** Checks of cabinets, over traces of a phone of Windows Mobile that followed a link. */
import { describe, expect, it } from 'vitest'
import forTheDeviceType from '../../../src/check/checks/native/for-the-device-type.ts'
import forTheProcessor from '../../../src/check/checks/native/for-the-processor.ts'
import storedFor2003 from '../../../src/check/checks/native/stored-for-pocket-pc-2003.ts'
import unsignedFor2003 from '../../../src/check/checks/native/unsigned-for-pocket-pc-2003.ts'
import { writeExecutable } from '../../../src/reference/cab/executable-writer.ts'
import type { InstallCabSpec } from '../../../src/reference/cab/install-cab-spec.ts'
import { writeInstallCab } from '../../../src/reference/cab/install-cab-writer.ts'
import { cab, judged, mobile, specs } from './client-fetch.ts'
import type { ProfileFacts } from './client-fetch.ts'

const forPocketPc = (change: Partial<InstallCabSpec> = {}) =>
  writeInstallCab({ ...specs['pocket-pc'], ...change })
const mips = writeExecutable({ machine: 0x166 })

describe('a cabinet', () => {
  it.each([
    ['is for the processor of the device', forTheProcessor, forPocketPc(), 'pass'],
    [
      'is for no other processor',
      forTheProcessor,
      forPocketPc({ architecture: 4000 }),
      'Unexpected processor 4000, expected 0 or 2577.',
    ],
    [
      'is for no later system',
      forTheProcessor,
      forPocketPc({ versionMin: '6.0' }),
      'Unexpected Windows CE from 6.0 on, expected at most 5.2.',
    ],
    [
      'holds no programs for another machine',
      forTheProcessor,
      forPocketPc({ files: [{ name: 'client.exe', octets: mips }] }),
      'Unexpected 00client.001 for machine 0x166, expected programs for ARM, whatever the processor says.',
    ],
    ['is for the kind of device', forTheDeviceType, forPocketPc(), 'pass'],
    [
      'does not list the device as unsupported',
      forTheDeviceType,
      forPocketPc({ unsupportedPlatforms: ['PocketPC'] }),
      'Unexpected a cabinet that lists POCKETPC as unsupported, expected one for POCKETPC.',
    ],
  ] as const)('%s', (...row) => {
    const [, check, body, told] = row
    expect(judged(check, [{ body, headers: cab('client.cab') }], mobile)).toEqual([told])
  })

  it('has _setup.xml for a Smartphone', () => {
    const body = writeInstallCab({ ...specs.smartphone, withSetup: false })
    const smartphone = { ...mobile, personality: 'smartphone' }
    expect(judged(forTheDeviceType, [{ body, headers: cab('a.cab') }], smartphone)).toEqual([
      'Unexpected a cabinet without _setup.xml, expected one with it.',
    ])
  })

  it('is as long as it says on Pocket PC 2003', () => {
    const early = {
      ...mobile,
      windowsMobile: { release: '2003', osVersion: '4.20', processor: 2577 },
    }
    const whole = forPocketPc()
    const longer = Uint8Array.from([...whole, 0])
    const toldOf = (body: Uint8Array, profile: ProfileFacts) =>
      judged(unsignedFor2003, [{ body, headers: cab('a.cab') }], profile)
    expect(toldOf(whole, early)).toEqual(['pass'])
    expect(toldOf(longer, early)).toEqual([
      `Unexpected ${longer.length} octets that say they are ${whole.length}, expected a cabinet that is not signed, or states its whole length.`,
    ])
    expect(toldOf(longer, mobile)).toEqual(['not-applicable'])
  })

  it('is stored for Pocket PC 2003', () => {
    const early = {
      ...mobile,
      windowsMobile: { release: '2003', osVersion: '4.20', processor: 2577 },
    }
    const told = ([stored, packed]: readonly Uint8Array[], profile: ProfileFacts) =>
      [stored, packed].flatMap((body) =>
        judged(storedFor2003, [{ body: body ?? '', headers: cab('a.cab') }], profile),
      )
    const both = [forPocketPc(), forPocketPc({ compression: 'mszip' })]
    expect(told(both, early)).toEqual([
      'pass',
      'Unexpected a cabinet in mszip, expected one that is stored.',
    ])
    expect(told(both, mobile)).toEqual(['not-applicable', 'not-applicable'])
  })
})
