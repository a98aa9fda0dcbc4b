import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/text-shown.ts'
import { pushed, si, toldOf } from './push-trace.ts'

describe('an indication', () => {
  it('has a text', () => {
    expect(toldOf(check, pushed(si()))).toEqual(['pass: a text of 7 characters'])
  })

  it.each(['', '  ', '\u200B'])('is not shown by %j', (text) => {
    expect(toldOf(check, pushed(si({ text })))).toEqual([
      'fail: Unexpected an indication without a visible character, expected a text that says what the link leads to.',
    ])
  })
})
