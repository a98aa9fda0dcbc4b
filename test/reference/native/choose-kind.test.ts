import { expect, it } from 'vitest'
import { loadPhones } from '../../../src/handset/phone-catalogue.ts'
import { behaviourOf } from '../../../src/handset/platform.ts'
import type { Profile } from '../../../src/profile/profile.ts'
import { chooseKind } from '../../../src/reference/native/choose-kind.ts'

const { profiles } = await loadPhones()

/** What the server has to find out, by what the profile knows. */
function kindOf({ platform, personality, symbian }: Profile): string | undefined {
  if (symbian !== undefined) return symbian.osVersion.startsWith('9') ? 'sisx' : 'sis'
  if (platform !== 'windows-mobile') return undefined
  return personality === 'smartphone' ? 'smartphone' : 'pocket-pc'
}

function headersOf(profile: Profile): Headers {
  const { linkPurpose, requestStyle } = behaviourOf(profile)
  return new Headers(
    requestStyle(linkPurpose, profile).headers.map(([name, value]) => [name, value]),
  )
}

/** Java phones whose platform has its own packages are asked for as what they are. */
const native = profiles.filter(({ platform }) => platform !== 'midp')

it.each(native.map((profile) => [profile.id, profile] as const))(
  '%s gets its build',
  (_, profile) => {
    expect(chooseKind(headersOf(profile))).toBe(kindOf(profile))
  },
)

it.each([
  ['Nokia6300/2.0 (04.70) Profile/MIDP-2.0 Configuration/CLDC-1.1', undefined],
  ['Mozilla/2.0 (compatible; MSIE 3.02; Windows CE; PPC; 240x320) BlackBerry8700/4.1.0', undefined],
  [
    'SonyEricssonK800i/R1JC Browser/NetFront/3.3 Profile/MIDP-2.0 Configuration/CLDC-1.1',
    undefined,
  ],
  ['Mozilla/4.0 (compatible; MSIE 6.0; Windows CE; IEMobile 7.11)', 'pocket-pc'],
  ['', undefined],
])('a request by "%s" gets %s', (agent, kind) => {
  expect(chooseKind(new Headers({ 'User-Agent': agent }))).toBe(kind)
})

it('a phone that says nothing of itself is known by its UAProf document', () => {
  const headers = new Headers({
    'User-Agent': 'Opera/9.50 (Windows NT 5.1; U; en-GB)',
    'x-wap-profile': '"http://www.htcmms.com.tw/gen/diamond-1.0.xml"',
  })
  expect(chooseKind(headers)).toBe('pocket-pc')
})
