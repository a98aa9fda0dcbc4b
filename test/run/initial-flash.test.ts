import { describe, expect, it } from 'vitest'
import { flashBytes } from '../../src/run/initial-flash.ts'
import { planCases } from '../../src/run/plan.ts'
import { parseScenario } from '../../src/scenario/scenario.ts'
import { loadSteps } from '../../src/scenario/step-catalogue.ts'
import { targetFromUrl } from '../../src/target/target.ts'
import { plainProfile } from '../handset/plain-profile.ts'
import { playText } from './play-text.ts'

const steps = await loadSteps()

const from = `from:
  suites:
    - { vendor: Acme, name: Demo, version: 0.9.0, bytes: 3000, dataBytes: 100, descriptor: demo, package: "http://ota.test/suites/demo.jar", records: { scores: [gold, silver] } }
`

function bytesOf(head: string): number {
  const text = `title: It is played\n${head}steps: [{ launch: last }]\nexpect: {}\n`
  const [theCase] = planCases({
    scenarios: [parseScenario(text, 'a.yaml', { id: 'a', steps })],
    profiles: [plainProfile],
    target: targetFromUrl('http://ota.test/suites/demo.jad'),
    seed: 1,
    startsAt: '2006-03-01T09:00:00.000Z',
    scenarioGlobs: [],
    profileGlob: undefined,
  })
  if (theCase === undefined) throw new TypeError('nothing is planned')
  return flashBytes(theCase)
}

describe('the flash of a case', () => {
  it.each([
    ['that of the phone', '', 100_000],
    ['what the scenario says', 'phone: { freeBytes: 500 }\n', 500],
    ['that of the phone, however much is in it', from, 100_000],
    ['what is in it and what is to be free', `${from}phone: { freeBytes: 500 }\n`, 3600],
  ])('is %s', (_, head, bytes) => {
    expect(bytesOf(head)).toBe(bytes)
  })
})

describe('a phone that begins with a suite', () => {
  it('tells it, starts it and updates it', async () => {
    const { lines, trace } = await playText(
      `${from}steps:\n  - launch: last\n  - open: { link: demo }\n  - await: { event: suite.updated }\n  - expect-records: { scores: [gold, silver] }`,
    )
    expect(trace.events[1]).toEqual({
      seq: 1,
      at: 0,
      actor: 'flash',
      type: 'suite.found',
      suite: { vendor: 'Acme', name: 'Demo', version: '0.9.0' },
      descriptorUrl: 'http://ota.test/suites/demo.jad',
      packageUrl: 'http://ota.test/suites/demo.jar',
      stores: [{ store: 'scores', records: 2, bytes: 10 }],
    })
    expect(lines).toContain('handset  suite.launched  Demo 0.9.0 of Acme')
    expect(lines).toContain('flash  suite.updated  Demo 1.0.0 of Acme, Demo 0.9.0 of Acme')
    expect(lines).toContain(
      'scenario  records.read  Demo 1.0.0 of Acme, scores with 2 records of 10 octets',
    )
  })
})

describe('records', () => {
  it('that are not as expected, end the scenario, and the reason shows both', async () => {
    const { lines } = await playText(
      `${from}steps:\n  - expect-records: { names: [Anna], scores: [gold] }\n  - launch: last`,
    )
    expect(lines.at(-1)).toBe(
      'scenario  step.failed  0, expect-records, Unexpected records {"scores":["gold","silver"]}, expected {"names":["Anna"],"scores":["gold"]}',
    )
  })

  it('are written store by store, and replace what was there', async () => {
    const { lines } = await playText(
      `${from}steps:\n  - write-records: { scores: [bronze], names: [] }\n  - expect-records: { names: [], scores: [bronze] }`,
    )
    expect(lines.filter((line) => line.includes('records.'))).toEqual([
      'flash  records.written  Demo 0.9.0 of Acme, scores, 1, 6',
      'flash  records.written  Demo 0.9.0 of Acme, names, 0, 0',
      'scenario  records.read  Demo 0.9.0 of Acme, scores with 1 records of 6 octets, names with 0 records of 0 octets',
    ])
  })

  it('for which there is no room, are not written', async () => {
    const { lines } = await playText(
      `${from}steps:\n  - write-records: { scores: [${Array.from({ length: 10 }, () => 'x'.repeat(9900)).join(', ')}] }`,
    )
    expect(lines.at(-1)).toBe(
      'scenario  step.failed  0, write-records, scores: 98900 octets more are needed, 96900 are free',
    )
  })

  it.each(['write-records: { scores: [gold] }', 'expect-records: {}'])(
    'need a suite: %s',
    async (step) => {
      const { lines } = await playText(`steps:\n  - ${step}`)
      expect(lines.at(-1)).toContain('no suite is installed')
    },
  )
})
