import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/cut-uses-nothing.ts'
import goodUntilTheEnd from '../../../src/check/checks/ticket/good-until-the-end.ts'
import type { Header } from '../../../src/trace/events.ts'
import type { ExchangeSketch } from '../trace-builder.ts'
import { delivered, lifetimeMs, ordered, opened, toldOf } from './ticket-trace.ts'

const cutSketch: ExchangeSketch = {
  failure: { cause: 'no-coverage', detail: 'coverage was lost' },
  network: { did: 'lost coverage at octet 5000', reachedTarget: true },
}
const cut = delivered(2_000, cutSketch)

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

  it('may be used up for all the server knows, where it is for one use and little was on the way', () => {
    const again = opened(60_000, { status: 404 })
    const told = (octets: number) => {
      const stated: Header = ['Content-Length', String(1000 + octets)]
      const body = new Uint8Array(1000)
      const broken = delivered(2000, { ...cutSketch, body, framing: 'none', headers: [stated] })
      return [check, goodUntilTheEnd].map((one) =>
        toldOf(one, [...ordered(0), opened(1000), broken, again], {
          ticketLifetimeMs: lifetimeMs,
          policies: { ticketUses: 'single' },
        }).at(-1),
      )
    }
    const unknown =
      'inconclusive: the link is for one use, and all of its package may have been sent when the phone broke off'
    expect(told(65_535)).toEqual([unknown, unknown])
    expect(told(65_536)).toEqual([
      'fail: Unexpected status 404 after a download that was cut, expected what the link leads to.',
      'fail: Unexpected status 404 540 s before the end of the link, expected what it leads to.',
    ])
  })
})
