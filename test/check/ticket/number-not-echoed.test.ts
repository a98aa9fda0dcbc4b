import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/number-not-echoed.ts'
import type { ExchangeSketch } from '../trace-builder.ts'
import { opened, toldOf } from './ticket-trace.ts'

const named: ExchangeSketch = {
  probe: 'forged-number',
  status: 404,
  requestHeaders: [['X-MSISDN', '358401234567']],
}
const failure = 'fail: Unexpected the number in the answer, expected an answer without it.'

describe('the number in a field of a request', () => {
  it.each([
    ['is in no answer', { body: 'no such ticket' }, 'pass: status 404, and no number in it'],
    ['is on no page', { body: 'no ticket for +358 40 1234567' }, failure],
    [
      'is in no redirect',
      { status: 302, headers: [['Location', 'http://ota.test/?msisdn=358401234567']] },
      failure,
    ],
  ] as const)('%s', (_, sketch, told) => {
    expect(toldOf(check, [opened(0, { ...named, ...sketch })])).toEqual([told])
  })

  it('is not looked for where no request has one', () => {
    expect(toldOf(check, [opened(0)])).toEqual([
      'not-applicable: no request named the number of a phone in a field, as gateways do',
    ])
  })
})
