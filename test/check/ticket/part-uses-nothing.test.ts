import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/part-uses-nothing.ts'
import goodUntilTheEnd from '../../../src/check/checks/ticket/good-until-the-end.ts'
import { exchanged } from '../trace-builder.ts'
import type { ExchangeSketch } from '../trace-builder.ts'
import { link, ordered, opened, toldOf } from './ticket-trace.ts'

const part = (sketch: ExchangeSketch = {}) =>
  exchanged({
    purpose: 'package',
    url: link,
    status: 206,
    probe: 'part-of-ticket',
    requestHeaders: [['Range', 'bytes=0-99']],
    body: 'MSCF',
    at: 1000,
    startedAt: 1000,
    ...sketch,
  })
const gone = opened(2000, { status: 404 })
const absent =
  'not-applicable: no link for one phone was opened after a part of its package had been given out'

describe('a link for one phone, after a part of its package,', () => {
  it('is good', () => {
    expect(toldOf(check, [...ordered(0), part(), opened(2000)])).toEqual([
      'pass: the link was good after a part of its package',
    ])
  })

  it('is not used up', () => {
    expect(toldOf(check, [...ordered(0), part(), gone])).toEqual([
      'fail: Unexpected status 404 after a part of the package, expected what the link leads to.',
    ])
  })

  it('is not judged by a server that fails', () => {
    expect(toldOf(check, [...ordered(0), part(), opened(2000, { status: 500 })])).toEqual([
      'inconclusive: status 500 says nothing of the part before it',
    ])
  })

  it('may be used up where the part was the whole', () => {
    const facts = [...ordered(0), part({ status: 200 }), gone]
    expect(toldOf(check, facts)).toEqual([absent])
    expect(toldOf(goodUntilTheEnd, facts)).toEqual([
      'pass: the link was used up by the delivery before',
    ])
  })

  it('is not judged where the part was refused', () => {
    expect(toldOf(check, [...ordered(0), part({ status: 404 }), gone])).toEqual([absent])
  })

  it('is good in its time', () => {
    expect(toldOf(check, [...ordered(0), part(), opened(700_000, { status: 404 })])).toEqual([
      absent,
    ])
  })
})
