import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/any-agent.ts'
import { delivered, ordered, opened, toldOf } from './ticket-trace.ts'

const requestHeaders = [['User-Agent', 'Downloader/1.0']] as const

describe('a link for one phone, opened by another User-Agent,', () => {
  it('leads on', () => {
    expect(
      toldOf(check, [...ordered(0), opened(1_000), opened(2_000, { requestHeaders })]),
    ).toEqual(['pass: another User-Agent was given the same'])
  })

  it('is not refused', () => {
    const other = opened(2_000, { requestHeaders, status: 403 })
    expect(toldOf(check, [...ordered(0), opened(1_000), other])).toEqual([
      'fail: Unexpected status 403 for another User-Agent, expected what the link leads to.',
    ])
  })

  it('may have been used up', () => {
    const other = opened(9_000, { requestHeaders, status: 404 })
    expect(toldOf(check, [...ordered(0), opened(1_000), delivered(2_000), other])).toEqual([
      'not-applicable: no link for one phone was opened by another User-Agent before its package was delivered',
    ])
  })
})
