/** Quirks that are worn together: none takes the place of another, and each decorates what the phone has itself. */
import { describe, expect, it } from 'vitest'
import type { Behaviour } from '../../src/handset/behaviour.ts'
import { personalities } from '../../src/handset/personality.ts'
import { strict } from '../../src/handset/personalities/strict.ts'
import { loadPhones } from '../../src/handset/phone-catalogue.ts'
import roomForTwice from '../../src/handset/quirks/room-for-twice-the-package.ts'
import roomOf100Kb from '../../src/handset/quirks/room-of-100-kb-more.ts'
import { examineDescriptor } from '../../src/handset/rules/preflight.ts'
import { plainProfile } from './plain-profile.ts'
import { noNeighbours } from './plain-suite.ts'
import { descriptorUrl, makeDescriptor } from './rules/descriptor-maker.ts'

const { quirks } = await loadPhones()

it('no two quirks add an examination of the same name', () => {
  const book = new Set(strict.descriptorOrder.map(({ name }) => name))
  const added = [...quirks].flatMap(([id, quirk]) =>
    quirk
      .apply(strict)
      .descriptorOrder.filter(({ name }) => !book.has(name))
      .map(({ name }) => ({ id, name })),
  )
  const names = added.map(({ name }) => name)
  expect(added.filter(({ name }, at) => names.indexOf(name) !== at)).toEqual([])
})

function roomSeen(behaviour: Behaviour, freeBytes: number): string {
  const answer = examineDescriptor(
    {
      octets: makeDescriptor(),
      charset: undefined,
      url: descriptorUrl,
      linkUrl: descriptorUrl,
      profile: plainProfile,
      freeBytes,
      neighbours: noNeighbours,
    },
    behaviour,
  )
  return answer.kind === 'refuse' ? `${answer.refusal.code}: ${answer.refusal.reason}` : answer.kind
}

describe('a descriptor of a package of 60,000 octets', () => {
  const needed = 60_000 + 2 * makeDescriptor().length + 3 * descriptorUrl.length

  it.each([
    ['twice the room', roomForTwice, 2 * needed],
    ['100 KB more', roomOf100Kb, needed + 102_400],
  ])('needs, on a phone that wants %s, what its personality counts', (_, quirk, enough) => {
    const phoneme = personalities.get('phoneme') ?? strict
    expect(roomSeen(quirk.apply(phoneme), enough)).toBe('proceed')
    expect(roomSeen(quirk.apply(phoneme), enough - 1)).toBe(
      `901: ${needed} octets needed, ${needed - 1} free`,
    )
  })

  it.each([
    ['twice the room', roomForTwice],
    ['100 KB more', roomOf100Kb],
  ])('needs none on a phone that wants %s and does not look for it in advance', (_, quirk) => {
    expect(roomSeen(quirk.apply(personalities.get('blackberry') ?? strict), 10)).toBe('proceed')
  })

  it('needs twice the room and 100 KB on a phone that wants both', () => {
    const both = roomOf100Kb.apply(roomForTwice.apply(strict))
    expect(roomSeen(both, 222_400)).toBe('proceed')
    expect(roomSeen(both, 222_399)).toBe('901: 60000 octets needed, 59999 free')
  })
})
