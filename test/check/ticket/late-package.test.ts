import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/late-package.ts'
import { delivered, lifetimeMs, ordered, opened, toldOf } from './ticket-trace.ts'

const begun = [...ordered(0), opened(lifetimeMs - 20_000)]
const late = lifetimeMs + 60_000

describe('a package after the end of its link', () => {
  it('may be given', () => {
    expect(toldOf(check, [...begun, delivered(late)])).toEqual([
      'pass: the package was given after the end',
    ])
  })

  it('may be refused', () => {
    expect(toldOf(check, [...begun, delivered(late, { status: 410 })])).toEqual([
      'pass: status 410 after the end',
    ])
  })

  it('is not answered with an error of the server', () => {
    expect(toldOf(check, [...begun, delivered(late, { status: 500 })])).toEqual([
      'fail: Unexpected status 500 for a package after the end of its link, expected the package, 404 or 410.',
    ])
  })

  it('says nothing when it is broken off', () => {
    const failure = { cause: 'truncated', detail: '100 of 200 octets' } as const
    expect(toldOf(check, [...begun, delivered(late, { failure })])).toEqual([
      'inconclusive: the transfer was broken off',
    ])
  })

  it('needs the clock of the target', () => {
    const promise = { ticketLifetimeMs: lifetimeMs, clock: false }
    expect(toldOf(check, [...begun, delivered(late, { status: 500 })], promise)).toEqual([
      'inconclusive: needs target clock: add verbs.clock to the target file, or play it with --clock wall',
    ])
  })
})
