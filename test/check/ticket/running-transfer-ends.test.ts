import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/running-transfer-ends.ts'
import { delivered, lifetimeMs, ordered, opened, toldOf } from './ticket-trace.ts'

const begun = [...ordered(0), opened(lifetimeMs - 20_000)]

describe('a download in the last minute of a link', () => {
  it('comes to its end', () => {
    expect(toldOf(check, [...begun, delivered(lifetimeMs - 10_000)])).toEqual([
      'pass: the package came whole',
    ])
  })

  it('is not cut', () => {
    const failure = { cause: 'truncated', detail: '100 of 200 octets' } as const
    expect(toldOf(check, [...begun, delivered(lifetimeMs - 10_000, { failure })])).toEqual([
      'fail: Unexpected truncated (100 of 200 octets) for a package that was asked for in time, expected the whole package.',
    ])
  })

  it('says nothing where there is no package', () => {
    expect(toldOf(check, [...begun, delivered(lifetimeMs - 10_000, { status: 404 })])).toEqual([
      'inconclusive: blocked by package/available: status 404',
    ])
  })

  it('is judged in the last minute alone', () => {
    expect(toldOf(check, [...ordered(0), opened(1_000), delivered(2_000)])).toEqual([
      'not-applicable: no package was asked for in the last minute of a link for one phone',
    ])
  })
})
