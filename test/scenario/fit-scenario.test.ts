import { describe, expect, it } from 'vitest'
import { fitPhone, fitScenario, isPlayable } from '../../src/scenario/fit-scenario.ts'
import { parseScenario } from '../../src/scenario/scenario.ts'
import { loadSteps } from '../../src/scenario/step-catalogue.ts'
import { plainProfile } from '../handset/plain-profile.ts'
import { phone } from '../handset/platforms/native-case.ts'

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

describe('the phone of a scenario', () => {
  const set = read('phone: { untrusted: refuses, processor: 2336 }\nexpect: {}')
  const [s60, pocketPc] = [phone('nokia-n95'), phone('htc-wizard')]

  it('takes signed packages alone where the user has set it so', () => {
    expect(s60.symbian?.untrusted).toBe('asks')
    expect(fitPhone(set, s60)).toEqual({
      ...s60,
      symbian: { ...s60.symbian, untrusted: 'refuses' },
    })
  })

  it('has another processor, and is locked', () => {
    expect(fitPhone(set, pocketPc)).toEqual({
      ...pocketPc,
      windowsMobile: { ...pocketPc.windowsMobile, untrusted: 'refuses', processor: 2336 },
    })
  })

  it('is as its profile says where the scenario sets nothing', () => {
    expect([s60, pocketPc, plainProfile].map((one) => fitPhone(scenario, one))).toEqual([
      s60,
      pocketPc,
      plainProfile,
    ])
    expect(fitPhone(set, plainProfile)).toBe(plainProfile)
  })
})
