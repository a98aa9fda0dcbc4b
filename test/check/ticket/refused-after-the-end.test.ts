import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/refused-after-the-end.ts'
import { lifetimeMs, ordered, opened, toldOf } from './ticket-trace.ts'

const late = lifetimeMs + 6_000

describe('a link for one phone whose time is over', () => {
  it.each([403, 404, 410, 500])('leads to nothing with %i', (status) => {
    expect(toldOf(check, [...ordered(0), opened(late, { status })])).toEqual([
      `pass: status ${status} and nothing to install`,
    ])
  })

  it('leads to no descriptor', () => {
    expect(toldOf(check, [...ordered(0), opened(late)])).toEqual([
      'fail: Unexpected a descriptor or package with status 200 after the end, expected nothing to install.',
    ])
  })

  it('cannot be judged by a clock that did not move', () => {
    const promise = { ticketLifetimeMs: lifetimeMs, clock: false }
    expect(toldOf(check, [...ordered(0), opened(late)], promise)).toEqual([
      'inconclusive: needs target clock: add verbs.clock to the target file, or play it with --clock wall',
    ])
  })

  it('says nothing without an answer', () => {
    expect(toldOf(check, [...ordered(0), opened(late, { status: 'none' })])).toEqual([
      'inconclusive: the request got no answer',
    ])
  })
})
