import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/content-type-as-number.ts'
import { pushed, si, toldOf, wsp } from './push-trace.ts'

const named = (text: string) =>
  toldOf(
    check,
    wsp(() => ({ contentType: { media: { kind: 'text', text }, parameters: [] } })),
  )

describe('the content type of a push', () => {
  it('is a number', () => {
    expect(toldOf(check, pushed(si()))).toEqual(['pass: number 0x2e'])
  })

  it('is not the name of what has a number', () => {
    expect(named('Application/vnd.wap.sic')).toEqual([
      'fail: Unexpected "Application/vnd.wap.sic" as text, expected number 0x2e.',
    ])
  })

  it('may be the name of what has none', () => {
    expect(named('text/vnd.sun.j2me.app-descriptor')).toEqual([
      'pass: "text/vnd.sun.j2me.app-descriptor" as text, which has no number',
    ])
  })
})
