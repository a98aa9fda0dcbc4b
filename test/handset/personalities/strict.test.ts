import { describe, expect, it } from 'vitest'
import type { Received } from '../../../src/handset/behaviour.ts'
import { strict } from '../../../src/handset/personalities/strict.ts'
import type { Profile } from '../../../src/profile/profile.ts'
import { plainProfile } from '../plain-profile.ts'

const ownFacts: Profile = {
  ...plainProfile,
  accept: { descriptor: 'text/vnd.sun.j2me.app-descriptor', package: '*/*' },
  acceptCharset: 'utf-8',
  uaprof: 'http://phones.test/one.xml',
  uaprofHeader: 'x-wap-profile',
}

const common = [
  ['User-Agent', 'Plain/1.0 Profile/MIDP-2.0 Configuration/CLDC-1.1'],
  ['Accept-Language', 'en'],
] as const
const [agent, language] = common

describe('a request of the book’s own phone', () => {
  it.each([
    {
      about: 'a descriptor, where the profile says nothing',
      purpose: 'descriptor',
      profile: plainProfile,
      headers: [
        agent,
        [
          'Accept',
          'text/vnd.sun.j2me.app-descriptor, application/java-archive, application/java, */*;q=0.1',
        ],
        language,
        ['Accept-Charset', 'UTF-8, ISO-8859-1'],
      ],
    },
    {
      about: 'a descriptor, with the facts of the profile',
      purpose: 'descriptor',
      profile: ownFacts,
      headers: [
        agent,
        ['Accept', 'text/vnd.sun.j2me.app-descriptor'],
        language,
        ['Accept-Charset', 'utf-8'],
        ['x-wap-profile', '"http://phones.test/one.xml"'],
      ],
    },
    {
      about: 'a package, with the facts of the profile',
      purpose: 'package',
      profile: ownFacts,
      headers: [
        agent,
        ['Accept', '*/*'],
        language,
        ['Accept-Charset', 'utf-8'],
        ['x-wap-profile', '"http://phones.test/one.xml"'],
      ],
    },
    {
      about: 'the delivery of a report, whatever the profile says',
      purpose: 'install-report',
      profile: ownFacts,
      headers: [agent],
    },
  ] as const)('for $about has these headers', ({ purpose, profile, headers }) => {
    expect(strict.requestStyle(purpose, profile).headers).toEqual(headers)
  })
})

describe('redirects in a row', () => {
  const received: Received = {
    kind: 'response',
    url: 'http://host.test/a',
    status: 302,
    headers: [['Location', 'http://host.test/b']],
    body: new Uint8Array(0),
  }

  it.each([
    { hops: 0, redirectsMax: undefined, next: 'follow' },
    { hops: 1, redirectsMax: undefined, next: 'settle' },
    { hops: 0, redirectsMax: 0, next: 'settle' },
    { hops: 4, redirectsMax: 5, next: 'follow' },
    { hops: 5, redirectsMax: 5, next: 'settle' },
  ] as const)('$hops, of at most $redirectsMax: $next', ({ hops, redirectsMax, next }) => {
    const profile = redirectsMax === undefined ? plainProfile : { ...plainProfile, redirectsMax }
    const state = {
      purpose: 'descriptor',
      received,
      hops,
      waits: 0,
      parts: 0,
      octetsSoFar: 0,
    } as const
    expect(strict.nextMove({ ...state, ranged: false }, profile).kind).toBe(next)
  })
})
