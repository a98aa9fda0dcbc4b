import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/cut-uses-nothing.ts'
import { delivered, ordered, opened, toldOf } from './ticket-trace.ts'

const cut = delivered(2_000, {
  failure: { cause: 'no-coverage', detail: 'coverage was lost' },
  network: { did: 'lost coverage at octet 5000', reachedTarget: true },
})

describe('a link for one phone, after a download that was cut,', () => {
  it('is good', () => {
    expect(toldOf(check, [...ordered(0), opened(1_000), cut, opened(60_000)])).toEqual([
      'pass: the link was good after a download that was cut',
    ])
  })

  it('is not used up', () => {
    const again = opened(60_000, { status: 404 })
    expect(toldOf(check, [...ordered(0), opened(1_000), cut, again])).toEqual([
      'fail: Unexpected status 404 after a download that was cut, expected what the link leads to.',
    ])
  })

  it('may be used up by a delivery that was whole', () => {
    const facts = [
      ...ordered(0),
      opened(1_000),
      cut,
      opened(60_000),
      delivered(61_000),
      opened(90_000, { status: 404 }),
    ]
    expect(toldOf(check, facts)).toEqual(['pass: the link was good after a download that was cut'])
  })

  it('is not judged without one', () => {
    expect(toldOf(check, [...ordered(0), opened(1_000), opened(60_000)])).toEqual([
      'not-applicable: no link for one phone was opened again after its download had been cut',
    ])
  })
})
