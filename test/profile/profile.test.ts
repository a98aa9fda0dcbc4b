import { describe, expect, it } from 'vitest'
import { loadPhones } from '../../src/handset/phone-catalogue.ts'
import { isSelected, parseProfile } from '../../src/profile/profile.ts'
import { complaintOf } from '../complaint.ts'

const { profiles } = await loadPhones()
const known = {
  personalities: { midp: ['strict', 'blunt'], symbian: ['s60'], 'windows-mobile': ['pocket'] },
  quirks: ['hums', 'whistles'],
}

const text = `name: Some phone
platform: midp
personality: strict
userAgent: Some/1.0
acceptLanguage: en
midpProfiles: [MIDP-2.0]
configurations: [CLDC-1.1]
limits: { storageBytes: 1000, jarBytesMax: 10 }
screen: { width: 100, height: 100 }
radio: { latencyMs: 0, bytesPerSecond: 1 }
sources:
  userAgent: { confidence: documented, from: its manual }
  acceptLanguage: { confidence: assumed, from: nothing }
  midpProfiles: { confidence: documented, from: its manual }
  configurations: { confidence: documented, from: its manual }
  limits: { confidence: observed, from: a phone }
  screen: { confidence: documented, from: its manual }
  radio: { confidence: assumed, from: nothing }
`

function read(profile: string) {
  return parseProfile(profile, 'profiles/some.yaml', { id: 'some', known })
}

describe('a profile', () => {
  it('is a file whose name is its id', () => {
    expect(read(text)).toMatchObject({
      id: 'some',
      name: 'Some phone',
      quirks: [],
      limits: { storageBytes: 1000 },
    })
  })

  it.each([
    {
      about: 'a fact without a source',
      from: '  radio: { confidence: assumed, from: nothing }\n',
      to: '',
      message: 'profiles/some.yaml:10:8: radio: no source for radio',
      hint: 'Add radio under sources: its confidence, and where it is from.',
    },
    {
      about: 'a part of a fact without a source, where another part has its own',
      from: '  limits: { confidence: observed, from: a phone }\n',
      to: '  limits.storageBytes: { confidence: observed, from: a phone }\n',
      message: 'profiles/some.yaml:8:44: limits.jarBytesMax: no source for limits.jarBytesMax',
      hint: 'Add limits.jarBytesMax under sources: its confidence, and where it is from.',
    },
    {
      about: 'a key with a typo',
      from: 'acceptLanguage: en\n',
      to: 'acceptLanguage: en\nredirectMax: 3\n',
      message: 'profiles/some.yaml:6:1: Unrecognized key: "redirectMax"',
      hint: 'Did you mean "redirectsMax"?',
    },
    {
      about: 'a quirk that is none',
      from: 'personality: strict\n',
      to: 'personality: strict\nquirks: [hums, wistles]\n',
      message:
        'profiles/some.yaml:4:16: quirks.1: Invalid option: expected one of "hums"|"whistles"',
      hint: 'Did you mean "whistles"?',
    },
    {
      about: 'an API that is neither a JSR nor a package',
      from: 'limits:',
      to: 'apis: [JSR-82, Bluetooth]\nlimits:',
      message: 'profiles/some.yaml:8:16: apis.1: a JSR such as JSR-82, or a package of the vendor',
      hint: undefined,
    },
    {
      about: 'an announcement of a document that has no URL',
      from: 'sources:\n',
      to: 'uaprofHeader: Profile\nsources:\n  uaprofHeader: { confidence: assumed, from: nothing }\n',
      message:
        'profiles/some.yaml:11:15: uaprofHeader: announces a UAProf document that has no URL',
      hint: 'Add uaprof.',
    },
    {
      about: 'a source without a fact',
      from: 'sources:\n',
      to: 'sources:\n  uaprof: { confidence: assumed, from: nothing }\n',
      message: 'profiles/some.yaml:12:11: sources.uaprof: a source without a fact',
      hint: undefined,
    },
    {
      about: 'a confidence that is none',
      from: 'confidence: observed',
      to: 'confidence: observd',
      message:
        'profiles/some.yaml:16:25: sources.limits.confidence: Invalid option: expected one of "documented"|"observed"|"assumed"',
      hint: 'Did you mean "observed"?',
    },
    {
      about: 'a source that says nothing',
      from: 'from: a phone',
      to: 'from: ""',
      message: expect.stringMatching(
        /^profiles\/some\.yaml:16:41: sources\.limits\.from: Too small/,
      ),
      hint: undefined,
    },
    {
      about: 'a limit with a typo',
      from: 'storageBytes: 1000',
      to: 'storageByte: 1000',
      message: 'profiles/some.yaml:8:11: limits: Unrecognized key: "storageByte"',
      hint: 'Did you mean "storageBytes"?',
    },
    {
      about: 'a personality that is none',
      from: 'personality: strict',
      to: 'personality: strikt',
      message: expect.stringMatching(/^profiles\/some\.yaml:3:14: personality: /),
      hint: 'Did you mean "strict"?',
    },
    {
      about: 'a User-Agent that no header can carry',
      from: 'userAgent: Some/1.0',
      to: 'userAgent: "Some\\u20AC/1.0"',
      message: 'profiles/some.yaml:4:12: userAgent: printable ASCII',
      hint: undefined,
    },
    {
      about: 'a speed of nothing',
      from: 'bytesPerSecond: 1',
      to: 'bytesPerSecond: 0',
      message: expect.stringMatching(
        /^profiles\/some\.yaml:10:40: radio\.bytesPerSecond: Too small/,
      ),
      hint: undefined,
    },
  ])('with $about is refused', ({ from, to, message, hint }) => {
    expect(complaintOf(() => read(text.replace(from, to)))).toEqual({
      code: 'data/schema',
      message,
      hint,
    })
  })
})

describe('a glob', () => {
  it.each([
    ['some', true],
    ['s*', true],
    ['midp/*', true],
    ['midp/some', true],
    ['**', true],
    ['{other,some}', true],
    ['symbian/*', false],
    ['*/other', false],
    ['midp', false],
  ])('%s selects midp/some: %s', (glob, selected) => {
    expect(isSelected(read(text), glob)).toBe(selected)
  })
})

describe('the profiles that come with the product', () => {
  it('are loaded in the order of their ids', () => {
    const ids = profiles.map(({ id }) => id)
    expect(ids.length).toBeGreaterThanOrEqual(25)
    expect(ids).toEqual(ids.toSorted())
  })

  it.each(profiles.map((profile) => [profile.id, profile] as const))(
    '%s says where each of its facts comes from',
    (_, { sources }) => {
      const silent = Object.entries(sources).filter(([, { from }]) => from.length < 10)
      expect(silent).toEqual([])
      expect(Object.keys(sources).length).toBeGreaterThanOrEqual(6)
    },
  )

  it('names each model once', () => {
    const names = profiles.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
