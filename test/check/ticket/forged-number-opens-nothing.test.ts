import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/forged-number-opens-nothing.ts'
import { opened, toldOf } from './ticket-trace.ts'

const probe = 'forged-number'

describe('a request in the name of a phone', () => {
  it('leads to nothing', () => {
    expect(toldOf(check, [opened(0, { status: 404, probe })])).toEqual([
      'pass: status 404 and nothing to install',
    ])
  })

  it('leads to no descriptor', () => {
    expect(toldOf(check, [opened(0, { probe })])).toEqual([
      'fail: Unexpected a descriptor or package with status 200 for X-MSISDN, expected nothing to install.',
    ])
  })

  it('says nothing without an answer', () => {
    expect(toldOf(check, [opened(0, { status: 'none', probe })])).toEqual([
      'inconclusive: the request got no answer',
    ])
  })
})
