import { describe, expect, it } from 'vitest'
import type { CheckReport, RunReport } from '../../src/run/report-model.ts'
import { selfTest } from '../../src/run/self-test.ts'

/** Checks by id: `true` passes, `false` fails, `undefined` judged nothing. */
type Checks = Readonly<Record<string, boolean | undefined>>

function reportOf(checks: Checks, errors = 0): RunReport {
  const failing = Object.values(checks).includes(false)
  return {
    format: 1,
    tool: { name: 'ota-handset', version: 'test' },
    target: { name: 'literal', hosts: [], embedded: true },
    seed: 1,
    clock: 'virtual',
    startsAt: '2006-03-01T09:00:00.000Z',
    verdict: failing ? 'fail' : 'pass',
    unreachable: false,
    exercised: 1,
    cases: Array.from({ length: errors }, (_, index) => ({
      id: `case ${index}`,
      scenario: 's',
      title: 't',
      profile: 'p',
      link: '',
      verdict: 'error',
      expected: {},
      expectationMet: false,
      findings: [],
      events: 0,
      virtualMs: 0,
    })),
    checks: Object.entries(checks).map(([check, good]): CheckReport => ({
      check,
      level: 'must',
      clause: 'c',
      title: 't',
      verdict: good === false ? 'fail' : 'pass',
      exercised: good === undefined ? 0 : 1,
      failed: good === false ? 1 : 0,
    })),
    traceHash: '',
    virtualMs: 0,
    measured: { ms: 0 },
  }
}

const good = { a: true, b: true }

function test(
  byFault: Readonly<Record<string, readonly [breaks: readonly string[], report: RunReport]>>,
  reference = reportOf(good),
) {
  const told: string[] = []
  const faults = Object.entries(byFault).map(([id, [breaks]]) => ({
    id,
    value: { title: `does ${id}`, breaks },
  }))
  return selfTest({
    faults,
    play: async (fault) => (fault === undefined ? reference : byFault[fault]?.[1]) ?? reference,
    onFault: (done, total, { fault }) => told.push(`${done}/${total} ${fault}`),
  }).then((matrix) => ({ ...matrix, told }))
}

const breaksA = [['a'], reportOf({ a: false, b: true })] as const
const breaksB = [['b'], reportOf({ a: true, b: false })] as const

describe('the kill matrix', () => {
  it('is proven when every check is killed by its fault and by no other', async () => {
    expect(await test({ one: breaksA, two: breaksB })).toEqual({
      rows: [
        {
          fault: 'one',
          title: 'does one',
          breaks: ['a'],
          failed: ['a'],
          missed: [],
          unrelated: [],
          errors: 0,
        },
        {
          fault: 'two',
          title: 'does two',
          breaks: ['b'],
          failed: ['b'],
          missed: [],
          unrelated: [],
          errors: 0,
        },
      ],
      unproven: [],
      unexercised: [],
      red: [],
      kills: [
        { check: 'a', faults: ['one'] },
        { check: 'b', faults: ['two'] },
      ],
      proven: true,
      told: ['1/2 one', '2/2 two'],
    })
  })

  it('names a check that no fault kills', async () => {
    expect(await test({ one: breaksA })).toMatchObject({ unproven: ['b'], proven: false })
  })

  it('does not count a check as killed that fails by accident', async () => {
    const both = [['a'], reportOf({ a: false, b: false })] as const
    expect(await test({ one: both })).toMatchObject({
      rows: [{ unrelated: ['b'] }],
      unproven: ['b'],
      proven: false,
    })
  })

  it('names a fault that its check does not see', async () => {
    expect(
      await test({ one: breaksA, two: breaksB, three: [['a', 'b'], breaksA[1]] }),
    ).toMatchObject({
      rows: [{}, {}, { missed: ['b'] }],
      unproven: [],
      proven: false,
    })
  })

  it('names checks that the server without a fault does not exercise, or fails', async () => {
    const reference = reportOf({ a: undefined, b: false })
    expect(await test({ one: breaksA, two: breaksB }, reference)).toMatchObject({
      unexercised: ['a'],
      red: ['b'],
      proven: false,
    })
  })

  it('counts cases that ended by a defect of ours', async () => {
    const broken = [['a'], reportOf({ a: false, b: true }, 2)] as const
    expect(await test({ one: broken, two: breaksB })).toMatchObject({
      rows: [{ errors: 2 }, { errors: 0 }],
      proven: false,
    })
  })

  it('is not proven where the server without a fault does not pass', async () => {
    const reference: RunReport = { ...reportOf(good), verdict: 'inconclusive' }
    expect(await test({ one: breaksA, two: breaksB }, reference)).toMatchObject({ proven: false })
  })
})
