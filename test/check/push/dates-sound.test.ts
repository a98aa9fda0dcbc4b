import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/dates-sound.ts'
import { pushed, scripted, si, toldOf } from './push-trace.ts'

/** The message is taken on two seconds after 2006-01-02T12:00:00Z. */
describe('the dates of an indication', () => {
  it('are of the calendar, in order and to come', () => {
    const dates = { created: '2006-01-02T12:00:00Z', expires: '2006-01-03T12:00:00Z' }
    expect(toldOf(check, pushed(si(dates)))).toEqual([
      'pass: created 2006-01-02T12:00:00Z, si-expires 2006-01-03T12:00:00Z',
    ])
  })

  it.each([
    [
      { created: '2006-02-30T09:00:00Z' },
      'created 2006-02-30T09:00:00Z',
      'a date of the calendar, as YYYY-MM-DDThh:mm:ssZ',
    ],
    [
      { expires: '2006-01-02T12:00:01Z' },
      'si-expires 2006-01-02T12:00:01Z, which was over',
      'a time to come',
    ],
    [
      { created: '2006-01-02T12:05:00Z' },
      'created 2006-01-02T12:05:00Z, which is to come',
      'the time it was made',
    ],
    [
      { created: '2006-01-02T12:01:00Z', expires: '2006-01-02T12:00:30Z' },
      'si-expires 2006-01-02T12:00:30Z and created 2006-01-02T12:01:00Z',
      'created before',
    ],
  ])('are not %j', (dates, actual, expected) => {
    expect(toldOf(check, pushed(si(dates)))).toEqual([
      `fail: Unexpected ${actual}, expected ${expected}.`,
    ])
  })

  it('may be left out, or written by the scenario', () => {
    const absent = ['not-applicable: no service indication with a date was sent']
    expect(toldOf(check, pushed(si()))).toEqual(absent)
    const old = pushed(si({ expires: '2000-01-01T00:00:00Z' }))
    expect(toldOf(check, [...scripted('si'), ...old])).toEqual(absent)
  })
})
