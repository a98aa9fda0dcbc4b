import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/kind-fits-phone.ts'
import { onPlatform, pushed, scripted, si, toldOf } from './push-trace.ts'

const text = { kind: 'text', text: 'Install http://ota.test/demo.jad' } as const

describe('a Java phone', () => {
  it('is pushed to', () => {
    expect(toldOf(check, pushed(si()))).toEqual(['pass: a WAP push for a Java phone'])
  })

  it('gets no link in a text', () => {
    expect(toldOf(check, pushed(text))).toEqual([
      'fail: Unexpected a text with a link for a Java phone, expected a WAP push.',
    ])
  })

  it('may get one where the scenario wants it so', () => {
    expect(toldOf(check, [...scripted('text'), ...pushed(text)])).toEqual([
      'not-applicable: no message with a link was sent whose kind the target chose',
    ])
  })
})

describe('another phone', () => {
  it('gets a text', () => {
    expect(toldOf(check, pushed(text), onPlatform('symbian'))).toEqual(['pass: a text for symbian'])
  })

  it('gets no push', () => {
    expect(toldOf(check, pushed(si()), onPlatform('windows-mobile'))).toEqual([
      'fail: Unexpected a WAP push for windows-mobile, expected a text with the link.',
    ])
  })
})
