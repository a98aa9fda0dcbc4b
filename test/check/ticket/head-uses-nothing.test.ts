import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/head-uses-nothing.ts'
import { ordered, opened, toldOf } from './ticket-trace.ts'

const head = opened(1_000, { method: 'HEAD', probe: 'head-of-ticket' })
const absent = 'not-applicable: no link for one phone was asked for with HEAD before it was opened'

describe('a link for one phone, after HEAD,', () => {
  it('is good', () => {
    expect(toldOf(check, [...ordered(0), head, opened(2_000)])).toEqual([
      'pass: the link was good after HEAD',
    ])
  })

  it('is not used up', () => {
    expect(toldOf(check, [...ordered(0), head, opened(2_000, { status: 410 })])).toEqual([
      'fail: Unexpected status 410 after HEAD of the link, expected what it leads to.',
    ])
  })

  it('says nothing when the server fails', () => {
    expect(toldOf(check, [...ordered(0), head, opened(2_000, { status: 500 })])).toEqual([
      'inconclusive: status 500 says nothing of HEAD before it',
    ])
  })

  it('was not opened before', () => {
    const facts = [...ordered(0), opened(500), head, opened(2_000, { status: 410 })]
    expect(toldOf(check, facts)).toEqual([absent])
  })
})
