import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/refusal-is-clear.ts'
import { lifetimeMs, ordered, opened, toldOf } from './ticket-trace.ts'

const late = lifetimeMs + 6_000
const told = (sketch: Parameters<typeof opened>[1]) =>
  toldOf(check, [...ordered(0), opened(late, sketch)])

describe('a link that is over', () => {
  it.each([403, 404, 410])('may be answered %i', (status) => {
    expect(told({ status })).toEqual([`pass: status ${status}`])
  })

  it('is not answered with a page', () => {
    const headers = [['Content-Type', 'text/html']] as const
    expect(told({ status: 200, headers, body: '<html/>' })).toEqual([
      'fail: Unexpected status 200 with text/html, expected 404 or 410.',
    ])
  })

  it.each([302, 500])('is not answered %i', (status) => {
    expect(told({ status, headers: [] })).toEqual([
      `fail: Unexpected status ${status} with no content type, expected 404 or 410.`,
    ])
  })

  it('is none while it leads on', () => {
    expect(told({})).toEqual(['inconclusive: it was not refused'])
  })

  it('is judged as one that never was, whatever the clock', () => {
    const wrong = opened(1_000, { status: 500, probe: 'wrong-ticket', headers: [] })
    expect(toldOf(check, [wrong], { clock: false })).toEqual([
      'fail: Unexpected status 500 with no content type, expected 404 or 410.',
    ])
  })
})
