import { describe, expect, it } from 'vitest'
import type { Check, Judgement } from '../../src/check/check.ts'
import { defineCheck, fail, inconclusive, pass, review } from '../../src/check/check.ts'
import { judge, loadChecks } from '../../src/check/judge.ts'
import { HarnessFault } from '../../src/errors.ts'
import { descriptorFetched, findings, traceOf, verdicts } from './trace-builder.ts'

const trace = traceOf([descriptorFetched()])
const at = (seq: number) => ({ seq })
const wrong = (seq: number) => fail(at(seq), { actual: 'status 204', expected: '200' })

function checkOf(judgements: readonly Judgement[], more: Partial<Check> = {}): Check {
  return defineCheck({
    row: 'S60',
    level: 'must',
    clause: 'MIDP2-OTA-REP-07',
    title: 'A server answers a report with 200',
    applies: () => true,
    absent: 'no report was sent',
    judge: () => judgements,
    explain: 'Phones send it again. Answer 200.',
    ...more,
  })
}

const named = {
  check: 'test/check',
  row: 'S60',
  level: 'must',
  clause: 'MIDP2-OTA-REP-07',
  title: 'A server answers a report with 200',
  expectation: 'none',
} as const

describe('the judge', () => {
  it('says of a check with nothing to judge what was missing', () => {
    const absent = { ...named, verdict: 'not-applicable', reason: 'no report was sent' }
    expect(findings(checkOf([pass(at(1), 'fine')], { applies: () => false }), trace)).toEqual([
      absent,
    ])
    expect(findings(checkOf([]), trace)).toEqual([absent])
  })

  it('tells one pass, with the place of the first', () => {
    expect(findings(checkOf([pass(at(1), 'status 200'), pass(at(2), 'again')]), trace)).toEqual([
      { ...named, verdict: 'pass', at: 1, reason: 'status 200' },
    ])
  })

  it('tells every failure and nothing else', () => {
    const judgements = [pass(at(1), 'fine'), wrong(2), inconclusive(at(3), 'lost'), wrong(4)]
    const failed = {
      ...named,
      verdict: 'fail',
      reason: 'Unexpected status 204, expected 200.',
      actual: 'status 204',
      expected: '200',
    }
    expect(findings(checkOf(judgements), trace)).toEqual([
      { ...failed, at: 2 },
      { ...failed, at: 4 },
    ])
  })

  it('keeps the second place of a failure', () => {
    const both = fail(at(2), { actual: 'a', expected: 'b', cause: at(1), reason: 'It is a.' })
    expect(findings(checkOf([both]), trace)).toMatchObject([
      { at: 2, cause: 1, reason: 'It is a.' },
    ])
  })

  it('prefers what it could not tell to what a person must see, and that to a pass', () => {
    const lost = inconclusive(at(3), 'lost')
    const odd = review(at(2), 'odd')
    expect(verdicts(checkOf([pass(at(1), 'fine'), odd, lost]), trace)).toEqual(['inconclusive'])
    expect(verdicts(checkOf([pass(at(1), 'fine'), odd]), trace)).toEqual(['review'])
  })

  it('tells twenty failures of a check and counts the others', () => {
    const told = findings(checkOf(Array.from({ length: 23 }, (_, seq) => wrong(seq))), trace)
    expect(told).toHaveLength(20)
    expect(told[18]?.reason).toBe('Unexpected status 204, expected 200.')
    expect(told[19]?.reason).toBe(
      'Unexpected status 204, expected 200. (3 more failures of this check not shown)',
    )
  })

  it('takes a check that throws for our fault, whatever it said before', () => {
    const breaks = () => {
      throw new RangeError('no such part')
    }
    function* breaksLate() {
      yield wrong(1)
      throw new HarnessFault('check/limit', 'Reached partsMax of 4')
    }
    expect(findings(checkOf([], { applies: breaks }), trace)).toEqual([
      { ...named, verdict: 'error', reason: 'RangeError: no such part' },
    ])
    expect(findings(checkOf([], { judge: breaksLate }), trace)).toEqual([
      { ...named, verdict: 'error', reason: 'check/limit: Reached partsMax of 4' },
    ])
  })

  it('ends a check that never does', () => {
    function* endless() {
      for (;;) yield pass(at(1), 'fine')
    }
    expect(findings(checkOf([], { judge: endless }), trace)).toMatchObject([
      { verdict: 'error', reason: 'check/judgements: Reached judgementsMax of 100000' },
    ])
  })

  it('needs to know the case', () => {
    expect(() => judge({ events: [] }, [])).toThrow(HarnessFault)
  })

  it('gives the same findings for a trace that is judged again', async () => {
    const checks = await loadChecks()
    expect(judge(trace, checks)).toEqual(judge(trace, checks))
  })
})
