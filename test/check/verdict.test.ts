import { describe, expect, it } from 'vitest'
import type { Level, Verdict } from '../../src/check/check.ts'
import { isWarning, rollUp, worstVerdict } from '../../src/check/verdict.ts'
import type { Finding } from '../../src/check/verdict.ts'

const found = (
  verdict: Verdict,
  level: Level = 'must',
  expectation: Finding['expectation'] = 'none',
): Finding => ({
  check: 'test/check',
  level,
  clause: 'MIDP2-OTA-REP-07',
  title: 'A server answers',
  verdict,
  reason: 'because',
  expectation,
})

describe('the worst of several verdicts', () => {
  it('is taken in the order error, fail, inconclusive, review, pass, not applicable', () => {
    const order: readonly Verdict[] = [
      'error',
      'fail',
      'inconclusive',
      'review',
      'pass',
      'not-applicable',
    ]
    for (const [index, verdict] of order.entries()) {
      expect(worstVerdict(order.slice(index).toReversed())).toBe(verdict)
    }
  })

  it('is no pass where there are none', () => {
    expect(worstVerdict([])).toBe('not-applicable')
  })
})

describe('the verdict on a target', () => {
  it.each([
    ['fails for a MUST', ['fail', 'must'], 'fail', 'fail'],
    ['fails for a MUST of an offered feature', ['fail', 'must-if'], 'fail', 'fail'],
    ['fails for a SHOULD only if asked to', ['fail', 'should'], 'pass', 'fail'],
    ['never fails for a MAY', ['fail', 'may'], 'pass', 'pass'],
    ['never fails for what phones in the field need', ['fail', 'field'], 'pass', 'pass'],
    ['is open where a MUST is', ['inconclusive', 'must'], 'inconclusive', 'inconclusive'],
    ['is open for a SHOULD only if asked to', ['inconclusive', 'should'], 'pass', 'inconclusive'],
    ['waits for a person where a MUST does', ['review', 'must'], 'review', 'review'],
    ['does not wait for what does not count', ['review', 'field'], 'pass', 'pass'],
    ['is our error wherever it happens', ['error', 'field'], 'error', 'error'],
  ] as const)('%s', (_, [verdict, level], onMust, onShould) => {
    const findings = [found('pass'), found(verdict, level), found('not-applicable')]
    expect(rollUp(findings)).toBe(onMust)
    expect(rollUp(findings, 'must')).toBe(onMust)
    expect(rollUp(findings, 'should')).toBe(onShould)
  })

  it('does not fail for what the baseline expects', () => {
    expect(rollUp([found('fail', 'must', 'xfail')])).toBe('pass')
    expect(rollUp([found('fail', 'must', 'xfail'), found('fail')])).toBe('fail')
  })

  it('is never green where nothing was exercised', () => {
    expect(rollUp([])).toBe('not-applicable')
    expect(rollUp([found('not-applicable'), found('inconclusive', 'field')])).toBe('not-applicable')
  })
})

describe('a failure', () => {
  it('below the level that counts is a warning', () => {
    expect(isWarning(found('fail', 'field'))).toBe(true)
    expect(isWarning(found('fail', 'should'))).toBe(true)
    expect(isWarning(found('fail', 'should'), 'should')).toBe(false)
    expect(isWarning(found('fail', 'must'))).toBe(false)
    expect(isWarning(found('inconclusive', 'field'))).toBe(false)
  })
})
