import { describe, expect, it } from 'vitest'
import { loadPhones } from '../../../src/handset/phone-catalogue.ts'
import { behaviourOf } from '../../../src/handset/platform.ts'
import { describePhone } from '../../../src/profile/describe-phone.ts'
import type { Profile } from '../../../src/profile/profile.ts'
import { findKind, kindOfProfile } from '../../../src/reference/native/choose-kind.ts'
import type { UaProf } from '../../../src/wire/uaprof.ts'

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

const unread = {
  read: async () => {
    throw new Error('the document is not needed')
  },
}
const gone = { read: async () => undefined }
const having = (profile: UaProf) => ({ read: async () => profile })

/** Java phones whose platform has its own packages are asked for as what they are. */
const native = profiles.filter(({ platform }) => platform !== 'midp')

describe('a phone gets its build', () => {
  it.each(native.map((profile) => [profile.id, profile] as const))(
    'by the request: %s',
    async (_, profile) => {
      expect((await findKind(headersOf(profile), gone)).kind).toBe(kindOf(profile))
    },
  )

  const documented = native.filter(({ uaprof }) => uaprof !== undefined)
  it.each(documented.map((profile) => [profile.id, profile] as const))(
    'by its UAProf document: %s',
    (_, profile) => {
      expect(kindOfProfile(describePhone(profile))).toBe(kindOf(profile))
    },
  )

  it.each(
    native.flatMap(({ id, uaprof, ...facts }) =>
      uaprof === undefined ? [] : [[id, uaprof, kindOf({ id, uaprof, ...facts })] as const],
    ),
  )('by the name of a document that is gone: %s', async (_, uaprof, kind) => {
    const headers = new Headers({ 'x-wap-profile': `"${uaprof}"` })
    expect(await findKind(headers, gone)).toEqual({ kind, profile: 'lacking' })
  })
})

it.each([
  ['Nokia6300/2.0 (04.70) Profile/MIDP-2.0 Configuration/CLDC-1.1', undefined],
  ['Mozilla/2.0 (compatible; MSIE 3.02; Windows CE; PPC; 240x320) BlackBerry8700/4.1.0', undefined],
  [
    'SonyEricssonK800i/R1JC Browser/NetFront/3.3 Profile/MIDP-2.0 Configuration/CLDC-1.1',
    undefined,
  ],
  ['Mozilla/4.0 (compatible; MSIE 6.0; Windows CE; IEMobile 7.11)', 'pocket-pc'],
])('a request by "%s" gets %s, and its document is not asked for', async (agent, kind) => {
  const headers = new Headers({ 'User-Agent': agent, 'x-wap-profile': '"http://maker.test/a"' })
  expect(await findKind(headers, unread)).toEqual({ kind, profile: 'not needed' })
})

const described: UaProf = {
  vendor: 'Maker',
  model: 'One',
  screen: undefined,
  javaPlatforms: [],
  accept: [],
  osName: undefined,
  osVersion: undefined,
  wmlDeckSize: undefined,
  pushAccept: [],
  pushMsgSize: undefined,
}

describe('a phone that says nothing of itself', () => {
  const desktop = new Headers({
    'User-Agent': 'Opera/9.50 (Windows NT 5.1; U; en-GB)',
    'x-wap-profile': '"http://www.htcmms.com.tw/gen/diamond-1.0.xml"',
  })

  it('is known by its document', async () => {
    const document = { ...described, accept: ['x-epoc/x-sisx-app'] }
    expect(await findKind(desktop, having(document))).toEqual({ kind: 'sisx', profile: 'read' })
  })

  it('is known by the name of its document where that says nothing', async () => {
    expect(await findKind(desktop, having(described))).toEqual({
      kind: 'pocket-pc',
      profile: 'read',
    })
  })

  it('is not known where there is no document', async () => {
    expect(await findKind(new Headers(), gone)).toEqual({ kind: undefined, profile: 'lacking' })
  })
})

it.each([
  [{ accept: ['application/vnd.symbian.install'] }, 'sis'],
  [{ accept: ['application/vnd.symbian.install'], osVersion: '9.2' }, 'sisx'],
  [{ osName: 'Symbian OS', osVersion: '8.0a' }, 'sis'],
  [{ osName: 'SymbianOS', osVersion: '9.1' }, 'sisx'],
  [{ vendor: 'Sony Ericsson', model: 'P990i' }, 'sisx'],
  [{ vendor: 'HTC', model: 'S710', osName: 'Windows Mobile' }, 'smartphone'],
  [{ osName: 'Windows CE' }, 'pocket-pc'],
  [{ vendor: 'Samsung', model: 'SGH-i780' }, 'pocket-pc'],
  [{}, undefined],
] satisfies readonly (readonly [Partial<UaProf>, string | undefined])[])(
  'a document that says %j is of a phone that gets %s',
  (facts, kind) => {
    expect(kindOfProfile({ ...described, ...facts })).toBe(kind)
  },
)
