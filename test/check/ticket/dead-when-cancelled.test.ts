import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/dead-when-cancelled.ts'
import goodUntilTheEnd from '../../../src/check/checks/ticket/good-until-the-end.ts'
import type { Header } from '../../../src/trace/events.ts'
import type { SketchedFact } from '../trace-builder.ts'
import { delivered, link, links, number, ordered, opened, toldOf } from './ticket-trace.ts'

const cancelled = (at: number, missed?: string): SketchedFact => ({
  type: 'ticket.cancelled',
  app: 'demo',
  to: number,
  ...(missed === undefined ? {} : { missed }),
  at,
})

const absent =
  'not-applicable: no link for one phone was opened, nor its package asked for, after its order was cancelled'

describe('a link for one phone, once its order is cancelled,', () => {
  it.each([404, 410, 403])('is refused with %i', (status) => {
    expect(toldOf(check, [...ordered(0), cancelled(10), opened(1_000, { status })])).toEqual([
      `pass: status ${status} after the order was cancelled`,
    ])
  })

  it('does not lead on', () => {
    expect(toldOf(check, [...ordered(0), cancelled(10), opened(1_000)])).toEqual([
      'fail: Unexpected a descriptor or package with status 200 after the order was cancelled, expected nothing to install.',
    ])
  })

  it.each([
    [500, 'text/plain'],
    [200, 'text/html'],
    [302, 'text/html'],
  ])('is not answered %i with %s', (status, type) => {
    const headers: readonly Header[] = [['Content-Type', type]]
    expect(
      toldOf(check, [...ordered(0), cancelled(10), opened(1_000, { status, headers })]),
    ).toEqual([
      `fail: Unexpected status ${status} with ${type} after the order was cancelled, expected 404 or 410.`,
    ])
  })

  it.each([401, 503])('says nothing behind %i', (status) => {
    expect(toldOf(check, [...ordered(0), cancelled(10), opened(1_000, { status })])).toEqual([
      'inconclusive: the server did not come to the link',
    ])
  })

  it('says nothing without an answer', () => {
    expect(
      toldOf(check, [...ordered(0), cancelled(10), opened(1_000, { status: 'none' })]),
    ).toEqual(['inconclusive: the request got no answer'])
  })

  it('is followed to where it leads', () => {
    const there = 'http://ota.test/home'
    const headers: readonly Header[] = [['Location', there]]
    const facts = [
      ...ordered(0),
      cancelled(10),
      opened(1_000, { status: 301, headers }),
      opened(2_000, { status: 410, url: there }),
    ]
    expect(toldOf(check, facts)).toEqual(['pass: status 410 after the order was cancelled'])
  })

  it('gives no package to a phone that has its descriptor', () => {
    const begun = [...ordered(0), opened(1_000), cancelled(2_000)]
    expect(toldOf(check, [...begun, delivered(3_000)])).toEqual([
      'fail: Unexpected a descriptor or package with status 200 after the order was cancelled, expected nothing to install.',
    ])
    expect(
      toldOf(check, [...begun, delivered(3_000, { status: 404, body: '', headers: [] })]),
    ).toEqual(['pass: status 404 after the order was cancelled'])
  })

  it('is not judged by what was asked for before, nor by a transfer that runs', () => {
    const running = delivered(60_000, { startedAt: 2_000 })
    expect(toldOf(check, [...ordered(0), opened(1_000), cancelled(2_000), running])).toEqual([
      absent,
    ])
  })

  it('is not judged by the link of another order', () => {
    const facts = [...ordered(0), cancelled(10), ...ordered(20, links[1])]
    expect(toldOf(check, [...facts, opened(1_000, { url: links[1] })])).toEqual([absent])
    expect(toldOf(check, [...facts, opened(1_000, { url: link })])[0]).toContain('fail: ')
  })

  it('is good again with another order that was given the same one', () => {
    const facts = [...ordered(0), cancelled(10), ...ordered(20), opened(1_000)]
    expect(toldOf(check, facts)).toEqual([absent])
  })

  it('is left open where the target could not be told, and the line is named', () => {
    const why = 'the target cannot be asked to cancel an order: add verbs.cancel to the target file'
    expect(toldOf(check, [...ordered(0), cancelled(10, why), opened(1_000)])).toEqual([
      `inconclusive: ${why}`,
    ])
  })

  it('need not be good until its end', () => {
    const facts = [...ordered(0), cancelled(10), opened(1_000, { status: 404 })]
    expect(toldOf(goodUntilTheEnd, facts)).toEqual([
      'not-applicable: no link that was made for one phone was opened within ticketLifetime of the target file',
    ])
    const kept = [...ordered(0), cancelled(10, 'nobody answered'), opened(1_000, { status: 404 })]
    expect(toldOf(goodUntilTheEnd, kept)[0]).toContain('fail: ')
  })
})
