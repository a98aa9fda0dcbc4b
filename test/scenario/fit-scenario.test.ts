import { describe, expect, it } from 'vitest'
import { fitScenario, isPlayable } from '../../src/scenario/fit-scenario.ts'
import { parseScenario } from '../../src/scenario/scenario.ts'
import { loadSteps } from '../../src/scenario/step-catalogue.ts'
import { plainProfile } from '../handset/plain-profile.ts'

const steps = await loadSteps()

function read(rest: string) {
  const text = `title: It is played\nsteps: [{ open: { link: demo } }]\n${rest}\n`
  return parseScenario(text, 'a.yaml', { id: 'a', steps })
}

const scenario = read(`expect: { outcome: dead-end }
differs:
  - { by: hums, expect: { outcome: installed, report: 900 } }
  - { by: blunt, expect: { outcome: refused } }`)

describe('the end of a scenario', () => {
  it.each([
    { about: 'of any phone', profile: plainProfile, end: { outcome: 'dead-end' } },
    {
      about: 'of a phone with such a quirk',
      profile: { ...plainProfile, quirks: ['whistles', 'hums'] },
      end: { outcome: 'installed', report: 900 },
    },
    {
      about: 'of a phone with such a personality',
      profile: { ...plainProfile, personality: 'blunt' },
      end: { outcome: 'refused' },
    },
    {
      about: 'of a phone with both, the first of the list',
      profile: { ...plainProfile, personality: 'blunt', quirks: ['hums'] },
      end: { outcome: 'installed', report: 900 },
    },
  ])('is that $about', ({ profile, end }) => {
    expect(fitScenario(scenario, profile).expect).toEqual(end)
  })

  it('is also that of a quirk which the scenario itself puts on', () => {
    const worn = { ...scenario, wears: ['hums'] }
    expect(fitScenario(worn, plainProfile).expect.outcome).toBe('installed')
  })
})

it('is played only by phones that have what it needs', () => {
  const old = { ...plainProfile, midpProfiles: ['MIDP-1.0'] }
  const wanting = read('phone: { has: [MIDP-2.0] }\nexpect: {}')
  expect([isPlayable(wanting, old), isPlayable(wanting, plainProfile)]).toEqual([false, true])
  expect(isPlayable(scenario, old)).toBe(true)
  const quietly = read('unless: [blunt, hums]\nexpect: {}')
  expect(isPlayable(quietly, plainProfile)).toBe(true)
  expect(isPlayable(quietly, { ...plainProfile, quirks: ['whistles', 'hums'] })).toBe(false)
  expect(isPlayable(quietly, { ...plainProfile, personality: 'blunt' })).toBe(false)
})
