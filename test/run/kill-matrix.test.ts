import { describe, expect, it } from 'vitest'
import type { Check, Verdict } from '../../src/check/check.ts'
import { makeKillMatrix } from '../../src/run/kill-matrix.ts'
import type { SpoiltCase } from '../../src/run/kill-matrix.ts'
import type { CaseReport } from '../../src/run/report-model.ts'

const check: Check = {
  level: 'must',
  clause: 'c',
  title: 't',
  absent: 'there is nothing',
  explain: 'e',
  applies: () => true,
  judge: () => [],
}

const checks = [
  { id: 'a', value: check },
  { id: 'b', value: check },
]

/** A case without a fault: checks that judged something, with what they said. */
function caseOf(said: Readonly<Record<string, Verdict>>, verdict: Verdict = 'pass'): CaseReport {
  return {
    id: 's @ p',
    scenario: 's',
    title: 't',
    profile: 'p',
    link: '',
    verdict,
    expected: {},
    expectationMet: true,
    findings: Object.entries(said).map(([id, one]) => ({
      check: id,
      level: 'must',
      clause: 'c',
      title: 't',
      verdict: one,
      reason: 'r',
      expectation: 'none',
    })),
    events: 1,
    virtualMs: 0,
  }
}

const good = [caseOf({ a: 'pass' }), caseOf({ b: 'pass' })]

/** In the first case. */
const failing = (...failed: readonly string[]): SpoiltCase => ({
  verdict: 'fail',
  failed,
  traceHash: undefined,
})

function matrixOf(
  byFault: Readonly<Record<string, readonly [breaks: readonly string[], played: SpoiltCase]>>,
  { reference = good, only }: { readonly reference?: CaseReport[]; readonly only?: string[] } = {},
) {
  const faults = Object.entries(byFault)
  return makeKillMatrix({
    faults: faults.map(([id, [breaks]]) => ({ id, value: { title: `does ${id}`, breaks } })),
    checks,
    only,
    reference,
    spoilt: new Map(faults.map(([id, [, played]]) => [id, new Map([[0, played]])])),
  })
}

const breaksA = [['a'], failing('a')] as const
const breaksB = [['b'], failing('b')] as const

describe('the kill matrix', () => {
  it('is proven when every check is killed by its fault and by no other', () => {
    expect(matrixOf({ one: breaksA, two: breaksB })).toEqual({
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
    })
  })

  it('names a check that no fault kills', () => {
    expect(matrixOf({ one: breaksA })).toMatchObject({ unproven: ['b'], proven: false })
  })

  it('does not count a check as killed that fails by accident', () => {
    expect(matrixOf({ one: [['a'], failing('b', 'a')] })).toMatchObject({
      rows: [{ failed: ['a', 'b'], unrelated: ['b'] }],
      unproven: ['b'],
      proven: false,
    })
  })

  it('names a fault that its check does not see', () => {
    const three = [['a', 'b'], failing('a')] as const
    expect(matrixOf({ one: breaksA, two: breaksB, three })).toMatchObject({
      rows: [{}, {}, { missed: ['b'] }],
      unproven: [],
      proven: false,
    })
  })

  it('names checks that the server without a fault does not exercise, or fails', () => {
    const reference = [caseOf({ a: 'review', b: 'fail' })]
    expect(matrixOf({ one: breaksA, two: breaksB }, { reference })).toMatchObject({
      unexercised: ['a'],
      red: ['b'],
      proven: false,
    })
  })

  it('takes what was not played with a fault as it is without', () => {
    const reference = [caseOf({ a: 'pass' }), caseOf({ b: 'fail' }), caseOf({}, 'error')]
    expect(matrixOf({ one: breaksA }, { reference })).toMatchObject({
      rows: [{ failed: ['a', 'b'], unrelated: ['b'], errors: 1 }],
    })
  })

  it('counts cases that ended by a defect of ours', () => {
    const broken = [['a'], { ...failing('a'), verdict: 'error' }] as const
    expect(matrixOf({ one: broken, two: breaksB })).toMatchObject({
      rows: [{ errors: 1 }, { errors: 0 }],
      proven: false,
    })
  })

  it('is not proven where the server without a fault does not pass', () => {
    const reference = [...good, caseOf({}, 'inconclusive')]
    expect(matrixOf({ one: breaksA, two: breaksB }, { reference })).toMatchObject({
      proven: false,
    })
  })

  it('tells of some checks alone where only these are to be proven', () => {
    expect(matrixOf({ one: breaksA }, { only: ['a'] })).toMatchObject({
      kills: [{ check: 'a', faults: ['one'] }],
      unproven: [],
      proven: true,
    })
    expect(matrixOf({ one: breaksA }, { only: ['b'] })).toMatchObject({
      kills: [{ check: 'b', faults: [] }],
      unproven: ['b'],
      proven: false,
    })
  })

  it('names what fails without a fault, whatever is to be proven', () => {
    const reference = [caseOf({ a: 'pass', b: 'fail' })]
    expect(matrixOf({ one: breaksA }, { reference, only: ['a'] })).toMatchObject({
      red: ['b'],
      proven: false,
    })
  })
})
