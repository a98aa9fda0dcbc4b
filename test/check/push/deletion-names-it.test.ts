import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/deletion-names-it.ts'
import { bareSi, href, pushed, scripted, si, toldOf } from './push-trace.ts'

const deletion = (siId?: string) =>
  pushed(bareSi({ action: 'delete', text: '', ...(siId === undefined ? {} : { siId }) }))

describe('what takes an indication back', () => {
  it('names it by the id that it had', () => {
    expect(toldOf(check, [...pushed(si({ siId: 'a' })), ...deletion('a')])).toEqual([
      'pass: si-id "a"',
    ])
  })

  it('names it by its link where it had no id', () => {
    expect(toldOf(check, [...pushed(si()), ...deletion(href)])).toEqual([`pass: si-id "${href}"`])
  })

  it('does not name another', () => {
    expect(toldOf(check, [...pushed(si({ siId: 'a' })), ...deletion('b')])).toEqual([
      'fail: Unexpected si-id "b", expected "a", as before.',
    ])
  })

  it('does not leave it to the phone', () => {
    expect(toldOf(check, [...pushed(si({ siId: 'a' })), ...deletion()])).toEqual([
      'fail: Unexpected a deletion without si-id, expected the id of the offer.',
    ])
  })

  it('may name what was sent before the trace began', () => {
    expect(toldOf(check, deletion('a'))).toEqual(['pass: si-id "a", of an offer before this trace'])
  })

  it('is not what a scenario wrote', () => {
    expect(toldOf(check, [...scripted('si'), ...deletion()])).toEqual([
      'not-applicable: no indication was taken back',
    ])
  })
})
