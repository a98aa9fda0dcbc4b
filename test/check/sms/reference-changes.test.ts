import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/sms/reference-changes.ts'
import { pushed, si, toldOf } from '../push/push-trace.ts'

const long = si({ text: 'Install '.repeat(40) })

describe('two messages in segments', () => {
  it('have two references', () => {
    expect(toldOf(check, [...pushed(long, 7), ...pushed(long, 8)])).toEqual([
      'pass: reference 8 after 7',
    ])
  })

  it('do not share one', () => {
    expect(toldOf(check, [...pushed(long, 7), ...pushed(long, 7)])).toEqual([
      'fail: Unexpected reference 7 again, expected another than that of the message before.',
    ])
  })

  it('are two', () => {
    expect(toldOf(check, pushed(long))).toEqual([
      'not-applicable: no two messages in segments were sent to one phone',
    ])
  })
})
