import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/errors.ts'
import { isForBrowser, planCases, withoutBrowser } from '../../src/run/plan.ts'
import type { PlanInput } from '../../src/run/plan.ts'
import { parseScenario } from '../../src/scenario/scenario.ts'
import { loadSteps } from '../../src/scenario/step-catalogue.ts'
import { targetFromUrl } from '../../src/target/target.ts'
import { plainProfile } from '../handset/plain-profile.ts'

const steps = await loadSteps()

function scenario(id: string, rest = 'steps: [{ open: { link: demo } }]') {
  return parseScenario(`title: It is played\n${rest}\nexpect: {}\n`, `${id}.yaml`, { id, steps })
}

const target = targetFromUrl('http://ota.test/demo.jad')

const input: PlanInput = {
  scenarios: [
    scenario('install/fresh'),
    scenario('install/again'),
    scenario('report/late', 'needs: [clock]\nsteps: [{ open: { link: demo } }]'),
    scenario('access/locked', 'needs: [credentials]\nsteps: [{ open: { link: protected } }]'),
    scenario('access/mine', 'needs: [credentials]\nsteps: [{ open: { link: demo } }]'),
    scenario('probes/nokia', 'profiles: ["nokia-*"]\nsteps: [{ open: { link: demo } }]'),
  ],
  profiles: [plainProfile, { ...plainProfile, id: 'nokia-1' }],
  target,
  seed: 1,
  startsAt: '2006-03-01T09:00:00.000Z',
  scenarioGlobs: [],
  profileGlob: undefined,
}

function plan(change: Partial<PlanInput> = {}): readonly string[] {
  return planCases({ ...input, ...change }).map(({ id }) => id)
}

function complain(change: Partial<PlanInput>) {
  try {
    plan(change)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { code: error.code, message: error.message, hint: error.hint }
  }
  throw new TypeError('nobody complained')
}

const begun = (suite: string) =>
  scenario('update/begun', `from: { suites: [${suite}] }\nsteps: [{ open: { link: demo } }]`)

describe('a scenario that begins with a suite', () => {
  it.each([
    [
      'of what the target offers',
      '{ version: older, package: demo }',
      'it is not said what the target offers: add suite: { vendor, name, version } of the demo link to the target file',
    ],
    [
      'in a version beside the offered one',
      '{ vendor: Acme, name: Demo, version: newer, package: demo }',
      'it is not said what the target offers: add suite: { vendor, name, version } of the demo link to the target file',
    ],
    [
      'from a link the target has not',
      '{ vendor: Acme, name: Demo, version: 1.0.0, package: package }',
      'the target has no such link: add links.package to the target file',
    ],
    [
      'that is all its own',
      '{ vendor: Acme, name: Demo, version: 1.0.0, package: "http://old.example/demo.jar" }',
      undefined,
    ],
  ])('%s', (_, suite, reason) => {
    const [one] = planCases({ ...input, scenarios: [begun(suite)] })
    expect(one?.notApplicable).toBe(reason)
  })

  it('is played where the target file names its suite', () => {
    const [one] = planCases({
      ...input,
      target: { ...target, suite: { vendor: 'Acme', name: 'Demo', version: '1.0.0' } },
      scenarios: [begun('{ version: older, package: demo }')],
    })
    expect(one?.notApplicable).toBe(undefined)
  })
})

describe('a scenario of links for one phone', () => {
  const scenarios = [
    scenario('ticket/once', 'needs: [ticket]\nsteps: [{ push: { ticket: true } }]'),
  ]
  const promised = { ...target, ticketLifetimeMs: 600_000 }
  const network = { ports: { smsc: 2775 }, account: { name: 'a', password: 'b' }, arrivalMs: 1 }
  const push = { by: 'exec', words: ['push'], timeoutMs: 1 } as const

  it.each([
    [
      'a target that promises none',
      target,
      'it is not said that the target makes links for one phone: add ticketLifetime, e.g. 10m, to the target file',
    ],
    [
      'a target that cannot be asked for one',
      promised,
      'the target cannot be asked for a link of its own: add verbs.push and network to the target file',
    ],
    [
      'a target that promises them and pushes',
      { ...promised, network, verbs: { by: { push }, folder: '.' } },
      undefined,
    ],
    ['the embedded server', { ...promised, embedded: true }, undefined],
  ])('with %s', (_, asked, reason) => {
    const [one] = planCases({ ...input, target: asked, scenarios })
    expect(one?.notApplicable).toBe(reason)
  })
})

describe('the plan of a run', () => {
  it('has every scenario on every profile that it is for', () => {
    expect(plan()).toEqual([
      'install/fresh @ plain',
      'install/fresh @ nokia-1',
      'install/again @ plain',
      'install/again @ nokia-1',
      'report/late @ plain',
      'report/late @ nokia-1',
      'access/locked @ plain',
      'access/locked @ nokia-1',
      'access/mine @ plain',
      'access/mine @ nokia-1',
      'probes/nokia @ nokia-1',
    ])
  })

  it.each([
    ['one', ['install/fresh'], ['install/fresh @ plain']],
    ['a folder', ['install/*'], ['install/fresh @ plain', 'install/again @ plain']],
    ['all', ['**'], plan({ profileGlob: 'plain' })],
    [
      'several, each once',
      ['install/*', '*/fresh'],
      ['install/fresh @ plain', 'install/again @ plain'],
    ],
  ])('takes %s by glob', (_, scenarioGlobs, ids) => {
    expect(plan({ scenarioGlobs, profileGlob: 'plain' })).toEqual(ids)
  })

  it('takes profiles by glob', () => {
    expect(plan({ scenarioGlobs: ['install/fresh'], profileGlob: 'nokia-*' })).toEqual([
      'install/fresh @ nokia-1',
    ])
  })

  it.each([
    [
      { scenarioGlobs: ['instal/fresh'] },
      'run/no-scenario',
      'no scenario matches "instal/fresh"',
      'Did you mean "install/fresh"?',
    ],
    [
      { scenarioGlobs: ['install/fresh', 'zzz'] },
      'run/no-scenario',
      'no scenario matches "zzz"',
      'See `ota list scenarios`.',
    ],
    [
      { profileGlob: 'nokia-2' },
      'run/no-profile',
      'no profile matches "nokia-2"',
      'Did you mean "nokia-1"?',
    ],
  ])('is refused where a glob selects nothing: %o', (change, code, message, hint) => {
    expect(complain(change)).toEqual({ code, message, hint })
  })
})

describe('a case that is not played', () => {
  function whyNot(id: string, change: Partial<PlanInput> = {}) {
    const cases = planCases({ ...input, scenarioGlobs: [id], profileGlob: 'plain', ...change })
    return cases.map(({ notApplicable }) => notApplicable)
  }

  it('says which link is missing, and where it would stand', () => {
    expect(whyNot('access/locked')).toEqual([
      'the target has no such link: add links.protected to the target file',
    ])
  })

  it('says that credentials are missing', () => {
    expect(whyNot('access/mine')).toEqual([
      'the target has no credentials: add credentials to the target file',
    ])
  })

  it('says that the clock cannot be moved', () => {
    expect(whyNot('report/late')).toEqual([
      'the clock of the target cannot be moved: add verbs.clock to the target file, or play it with --clock wall',
    ])
  })

  it('says that there is no TLS where every link is plain http', () => {
    const scenarios = [scenario('tls/hands', 'needs: [https]\nsteps: [{ handshake: {} }]')]
    expect(whyNot('tls/hands', { scenarios })).toEqual([
      'no link of the target is https: there is no TLS to look at',
    ])
    const secure = targetFromUrl('https://ota.test/demo.jad')
    expect(whyNot('tls/hands', { scenarios, target: secure })).toEqual([undefined])
  })

  it('is none on the wall clock, where the time of the target passes too', () => {
    expect(whyNot('report/late', { clock: 'wall' })).toEqual([undefined])
  })

  it('is none where everything is there', () => {
    const links = new Map([...target.links, ['protected', 'http://ota.test/p.jad'] as const])
    const rich = { ...target, links, clock: true, credentials: { user: 'a', password: 'b' } }
    expect(whyNot('**', { target: rich })).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('a scenario that needs a browser', () => {
  const scripted = scenario(
    'discovery/scripted',
    'needs: [browser]\nsteps: [{ open: { link: demo } }]',
  )
  const reasonsOn = (change: Partial<PlanInput['target']>) =>
    planCases({ ...input, scenarios: [scripted], target: { ...target, ...change } }).map(
      ({ notApplicable }) => notApplicable,
    )
  const unread = 'pages are read without their scripts: add discovery: browser to the target file'

  it.each([
    ['a target that does not say so', {}, unread],
    ['a target that does', { discovery: 'browser' }, undefined],
    ['the embedded server', { embedded: true }, undefined],
    [
      'the embedded server where none is to be started',
      { embedded: true, discovery: 'without-scripts' },
      unread,
    ],
  ] as const)('is played on %s, or says why not', (_, change, reason) => {
    expect(reasonsOn(change)).toEqual([reason, reason])
  })

  it('is not played where there is none, and all others are', () => {
    const planned = planCases({
      ...input,
      scenarios: [scripted, scenario('install/fresh')],
      target: { ...target, discovery: 'browser' },
    })
    expect(withoutBrowser(planned, 'none here').map(({ notApplicable }) => notApplicable)).toEqual([
      'none here',
      'none here',
      undefined,
      undefined,
    ])
  })

  it('has its pages opened in it, as all have that a target says it of', () => {
    const fresh = scenario('install/fresh')
    const answers = [
      { scenario: scripted, target },
      { scenario: fresh, target },
      { scenario: fresh, target: { ...target, discovery: 'browser' as const } },
    ].map(isForBrowser)
    expect(answers).toEqual([true, false, true])
  })
})
