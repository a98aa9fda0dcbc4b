import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/action-named.ts'
import { ordered, pushed, scripted, si, toldOf } from './push-trace.ts'

const offered = (action?: string) =>
  toldOf(check, [ordered('offer'), ...pushed(si(action === undefined ? {} : { action }))])

describe('the action of an indication', () => {
  it.each(['signal-low', 'signal-medium'])('of an offer is %s', (action) => {
    expect(offered(action)).toEqual([`pass: action ${action}`])
  })

  it('is named', () => {
    expect(offered()).toEqual(['fail: Unexpected no action, expected signal-low or signal-medium.'])
  })

  it.each(['signal-none', 'delete', 'signal-loud'])('of an offer is not %s', (action) => {
    expect(offered(action)).toEqual([
      `fail: Unexpected action ${action}, expected signal-low or signal-medium.`,
    ])
  })

  it('is urgent only where a person says so', () => {
    expect(offered('signal-high')).toEqual([
      'review: signal-high: is it the user who asked for it?',
    ])
  })

  it('is delete where an offer is taken back', () => {
    const takenBack = (action: string) =>
      toldOf(check, [ordered('take-back'), ...pushed(si({ siId: 'a', action }))])
    expect(takenBack('delete')).toEqual(['pass: action delete'])
    expect(takenBack('signal-none')).toEqual([
      'fail: Unexpected action signal-none, expected delete.',
    ])
  })

  it('is not judged where the scenario wrote it', () => {
    expect(toldOf(check, [...scripted('si'), ...pushed(si())])).toEqual([
      'not-applicable: no service indication was sent',
    ])
  })
})
