import { describe, expect, it } from 'vitest'
import { planCases } from '../../src/run/plan.ts'
import { parseScenario } from '../../src/scenario/scenario.ts'
import { loadSteps } from '../../src/scenario/step-catalogue.ts'
import { targetFromUrl } from '../../src/target/target.ts'
import type { Policies } from '../../src/trace/policies.ts'
import { plainProfile } from '../handset/plain-profile.ts'

const steps = await loadSteps()

function scenario(id: string, policies: string) {
  const text = `title: It is played\npolicies: ${policies}\nsteps: [{ open: { link: demo } }]\nexpect: {}\n`
  return parseScenario(text, `${id}.yaml`, { id, steps })
}

const scenarios = [
  scenario('native/refused', '{ other-platform: refuses }'),
  scenario('ticket/once', '{ ticket-uses: single }'),
]

function planned(policies: Policies | undefined, embedded = false) {
  const target = targetFromUrl('http://ota.test/demo.jad')
  return planCases({
    scenarios,
    profiles: [plainProfile],
    target: { ...target, embedded, ...(policies === undefined ? {} : { policies }) },
    seed: 1,
    startsAt: '2006-03-01T09:00:00.000Z',
    scenarioGlobs: [],
    profileGlob: undefined,
  })
}

describe('a scenario that leads elsewhere by another policy', () => {
  it.each([
    ['a target of which nothing is said', undefined, [undefined, undefined]],
    [
      'a target that does so',
      { otherPlatform: 'refuses', ticketUses: 'single' },
      [undefined, undefined],
    ],
    [
      'a target that does not',
      { otherPlatform: 'serves', ticketUses: 'many' },
      [
        'it is about servers of policies: { other-platform: refuses }, and the target file says serves',
        'it is about servers of policies: { ticket-uses: single }, and the target file says many',
      ],
    ],
  ] as const)('with %s', (_, policies, reasons) => {
    expect(planned(policies).map(({ notApplicable }) => notApplicable)).toEqual(reasons)
  })

  it('is played on the embedded server, which then does so', () => {
    const cases = planned({ otherPlatform: 'serves', ticketUses: 'many' }, true)
    expect(
      cases.map(({ notApplicable, target: { policies } }) => [notApplicable, policies]),
    ).toEqual([
      [undefined, { otherPlatform: 'refuses', ticketUses: 'many' }],
      [undefined, { otherPlatform: 'serves', ticketUses: 'single' }],
    ])
  })
})
