import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/no-service-loading.ts'
import { href, pushed, scripted, si, toldOf } from './push-trace.ts'

describe('an offer', () => {
  it('is an indication', () => {
    expect(toldOf(check, pushed(si()))).toEqual(['pass: a service indication'])
  })

  it('is no service loading', () => {
    expect(toldOf(check, pushed({ kind: 'sl', loading: { href } }))).toEqual([
      'fail: Unexpected service loading, expected a service indication.',
    ])
  })

  it('may be one where the scenario wants it so', () => {
    const facts = [...scripted('sl'), ...pushed({ kind: 'sl', loading: { href } })]
    expect(toldOf(check, facts)).toEqual(['not-applicable: no SI and no SL was sent'])
  })
})
