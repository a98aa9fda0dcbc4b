import { describe, expect, test } from 'vitest'
import comesLater from '../../../src/check/checks/smpp/put-off-comes-later.ts'
import slowsDown from '../../../src/check/checks/smpp/slows-down.ts'
import { hears, message, notTaken, says } from '../pushing-trace.ts'
import { findings, told, traceOf } from '../trace-builder.ts'
import type { SketchedFact } from '../trace-builder.ts'

const throttled = 0x58

test('a failure names what was seen and what had to be', () => {
  const facts = [
    says(message('a'), {}, { at: 0 }),
    hears(notTaken, { status: throttled }, { at: 0 }),
    says(message('a'), { sequence: 2 }, { at: 10 }),
  ]
  expect(findings(slowsDown, traceOf(facts))).toMatchObject([
    {
      verdict: 'fail',
      level: 'should',
      reason: 'Unexpected submit_sm 10 ms after status 88, expected at least 1000 ms between them.',
    },
  ])
})

describe('a server that comes over a socket', () => {
  /** At one virtual instant; real time passes. */
  const conversation = (waitedMs: number): readonly SketchedFact[] => {
    const real = (fact: SketchedFact, ms: number) => ({ ...fact, at: 0, measured: { ms } })
    return [
      real(says(message('a')), 100),
      real(hears(notTaken, { status: throttled }), 110),
      real(says(message('a'), { sequence: 2 }), 110 + waitedMs),
    ]
  }

  test('is judged by real time, which it keeps to', () => {
    expect(told(slowsDown, conversation(1200))).toEqual(['pass: it submitted again after 1200 ms'])
    expect(told(slowsDown, conversation(20))).toEqual([
      'fail: Unexpected submit_sm 20 ms after status 88, expected at least 1000 ms between them.',
    ])
  })

  test('is not blamed for what it had no real time to do', () => {
    const [submitted, refused] = conversation(0)
    const weeks: SketchedFact = { type: 'coverage.changed', covered: true, at: 1_000_000_000 }
    const facts = [submitted, refused, weeks].filter((fact) => fact !== undefined)
    expect(told(comesLater, facts)).toEqual([
      'inconclusive: the trace ends before the message could come again',
    ])
    const wall = { clock: 'wall' } as const
    expect(findings(comesLater, traceOf(facts, wall)).map(({ verdict }) => verdict)).toEqual([
      'fail',
    ])
  })
})
