import { describe, expect, it } from 'vitest'
import { complainOfPlatform } from '../../src/profile/platform-facts.ts'
import { loadPhones } from '../../src/handset/phone-catalogue.ts'

const { profiles } = await loadPhones()
const names = { midp: ['strict'], symbian: ['s60'], 'windows-mobile': ['pocket'] }
const java = { midpProfiles: ['MIDP-2.0'], configurations: ['CLDC-1.1'] }
const nothing = { midpProfiles: [], configurations: [] }

describe('the facts of a platform', () => {
  it.each([
    [{ platform: 'midp', personality: 'strict', ...java }, []],
    [{ platform: 'symbian', personality: 's60', ...nothing, symbian: {} }, []],
    [
      {
        platform: 'windows-mobile',
        personality: 'pocket',
        ...nothing,
        windowsMobile: {},
        screen: {},
      },
      [],
    ],
    [
      { platform: 'midp', personality: 'strict', ...nothing },
      [
        'midpProfiles: a phone of the platform midp has midpProfiles',
        'configurations: a phone of the platform midp has configurations',
      ],
    ],
    [
      { platform: 'symbian', personality: 'pocket', ...nothing, windowsMobile: {} },
      [
        'symbian: a phone of the platform symbian has symbian',
        'windowsMobile: only another platform has windowsMobile',
        'personality: pocket is no personality of symbian',
      ],
    ],
    [
      { platform: 'windows-mobile', personality: 'pocket', ...nothing, symbian: {} },
      [
        'windowsMobile: a phone of the platform windows-mobile has windowsMobile',
        'screen: a phone of the platform windows-mobile has screen',
        'symbian: only another platform has symbian',
      ],
    ],
  ] as const)('of %j: %j', (profile, complaints) => {
    expect(
      complainOfPlatform(profile, names).map(
        ({ path, message }) => `${path.join('.')}: ${message}`,
      ),
    ).toEqual(complaints)
  })
})

it('there are at least 15 Symbian phones and 12 of Windows Mobile, with the facts of their platforms', () => {
  const count = (platform: string) => profiles.filter((one) => one.platform === platform).length
  expect({ symbian: count('symbian'), mobile: count('windows-mobile') }).toEqual({
    symbian: 26,
    mobile: 24,
  })
})
