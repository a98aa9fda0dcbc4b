import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/neighbours-refused.ts'
import { opened, toldOf } from './ticket-trace.ts'

const probe = 'wrong-ticket'

describe('a link that nobody was given', () => {
  it('leads to nothing', () => {
    expect(toldOf(check, [opened(0, { status: 404, probe })])).toEqual([
      'pass: status 404 and nothing to install',
    ])
  })

  it('leads to no descriptor', () => {
    expect(toldOf(check, [opened(0, { probe })])).toEqual([
      'fail: Unexpected a descriptor or package with status 200 for a link nobody was given, expected nothing to install.',
    ])
  })

  it('says nothing without an answer', () => {
    expect(toldOf(check, [opened(0, { status: 'none', probe })])).toEqual([
      'inconclusive: the request got no answer',
    ])
  })
})
