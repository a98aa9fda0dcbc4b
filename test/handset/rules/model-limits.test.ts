/** What a model cannot take, however much room there is. */
import { describe, expect, it } from 'vitest'
import type { Behaviour, Neighbours } from '../../../src/handset/behaviour.ts'
import { personalities } from '../../../src/handset/personality.ts'
import { strict } from '../../../src/handset/personalities/strict.ts'
import memoryFoundOutLate from '../../../src/handset/quirks/memory-found-out-late.ts'
import { examineDescriptor } from '../../../src/handset/rules/preflight.ts'
import type { Profile } from '../../../src/profile/profile.ts'
import { plainProfile } from '../plain-profile.ts'
import { noNeighbours } from '../plain-suite.ts'
import { descriptorUrl, makeDescriptor } from './descriptor-maker.ts'

const octets = makeDescriptor()

function examine(
  limits: Partial<Profile['limits']>,
  neighbours: Neighbours = noNeighbours,
  behaviour: Behaviour = strict,
) {
  const answer = examineDescriptor(
    {
      octets,
      charset: undefined,
      url: descriptorUrl,
      linkUrl: descriptorUrl,
      profile: { ...plainProfile, limits: { ...plainProfile.limits, ...limits } },
      freeBytes: 100_000,
      neighbours,
    },
    behaviour,
  )
  return answer.kind === 'refuse' ? answer.refusal : 'goes on'
}

const full: Neighbours = { ...noNeighbours, count: 20 }

describe('a descriptor of a package of 60,000 octets', () => {
  it.each([
    { about: 'no limit at all', limits: {}, refusal: 'goes on' },
    { about: 'as long as it is', limits: { jadBytesMax: octets.length }, refusal: 'goes on' },
    {
      about: 'one octet shorter',
      limits: { jadBytesMax: octets.length - 1 },
      refusal: {
        code: 901,
        reason: `a descriptor of ${octets.length} octets, this phone takes ${octets.length - 1}`,
      },
    },
    { about: 'packages as large', limits: { jarBytesMax: 60_000 }, refusal: 'goes on' },
    {
      about: 'packages one octet smaller',
      limits: { jarBytesMax: 59_999 },
      refusal: { code: 901, reason: 'a package of 60000 octets, this phone takes 59999' },
    },
  ])('meets $about', ({ limits, refusal }) => {
    expect(examine(limits)).toEqual(refusal)
  })

  it('is one suite too many where as many as the model takes are installed', () => {
    expect(examine({ suitesMax: 21 }, full)).toBe('goes on')
    expect(examine({ suitesMax: 20 }, full)).toEqual({
      code: 901,
      reason: '20 suites are installed, this phone takes 20',
    })
  })

  it('may be that of a new version of one of them', () => {
    const known: Neighbours = { ...full, compare: () => ({ kind: 'update', comparison: 'newer' }) }
    expect(examine({ suitesMax: 20 }, known)).toBe('goes on')
  })
})

describe.each([...personalities])('the personality %s', (_, behaviour) => {
  it.each([
    ['as it is', behaviour],
    ['when it finds out late that there is no room', memoryFoundOutLate.apply(behaviour)],
  ])('keeps to the limits of its model %s', (__, phone) => {
    expect(examine({ jarBytesMax: 59_999 }, noNeighbours, phone)).toEqual({
      code: 901,
      reason: 'a package of 60000 octets, this phone takes 59999',
    })
    expect(examine({ suitesMax: 20 }, full, phone)).toEqual({
      code: 901,
      reason: '20 suites are installed, this phone takes 20',
    })
    expect(examine({ jarBytesMax: 60_000, suitesMax: 21 }, full, phone)).toBe('goes on')
  })
})
