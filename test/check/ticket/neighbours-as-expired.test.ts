import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/neighbours-as-expired.ts'
import { lifetimeMs, ordered, opened, toldOf } from './ticket-trace.ts'

const over = opened(lifetimeMs + 6_000, { status: 404 })
const wrong = (sketch: Parameters<typeof opened>[1]) =>
  opened(lifetimeMs + 9_000, { status: 404, probe: 'wrong-ticket', ...sketch })

describe('a link that never was', () => {
  it('is answered as one that is over', () => {
    expect(toldOf(check, [...ordered(0), over, wrong({})])).toEqual([
      'pass: status 404 and the same text for both',
    ])
  })

  it('has no status of its own', () => {
    expect(toldOf(check, [...ordered(0), over, wrong({ status: 410 })])).toEqual([
      'fail: Unexpected status 410 for a link that never was, expected 404 as for one that is over.',
    ])
  })

  it('has no text of its own', () => {
    expect(toldOf(check, [...ordered(0), over, wrong({ body: 'Unknown.' })])).toEqual([
      'fail: Unexpected another text for a link that never was, expected the text for one that is over.',
    ])
  })
})
