import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/own-id.ts'
import { pushed, si, toldOf } from './push-trace.ts'

const other = 'http://ota.test/other.jad'

describe('two indications', () => {
  it('that lead elsewhere have an id each', () => {
    const facts = [...pushed(si({ siId: 'a' })), ...pushed(si({ siId: 'b', href: other }))]
    expect(toldOf(check, facts)).toEqual(['pass: no other link has its si-id'])
  })

  it('that lead elsewhere do not share one', () => {
    const facts = [...pushed(si({ siId: 'a' })), ...pushed(si({ siId: 'a', href: other }))]
    expect(toldOf(check, facts)).toEqual([
      'fail: Unexpected si-id "a" for two links, expected an si-id for each.',
    ])
  })

  it('of one link may share one, or have none', () => {
    const absent = [
      'not-applicable: no two service indications with different links were sent to one phone',
    ]
    expect(toldOf(check, [...pushed(si({ siId: 'a' })), ...pushed(si({ siId: 'a' }))])).toEqual(
      absent,
    )
    expect(toldOf(check, [...pushed(si()), ...pushed(si({ href: other }))])).toEqual([
      'pass: no other link has its si-id',
    ])
  })
})
