import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/application.ts'
import { field } from '../../../src/wire/wsp/headers.ts'
import { integerValue } from '../../../src/wire/wsp/values.ts'
import { pushed, scripted, si, toldOf, wsp } from './push-trace.ts'

const to = (id: number) =>
  toldOf(
    check,
    wsp(() => ({ headers: [field('X-Wap-Application-Id', integerValue(id))] })),
  )

describe('a push with a link', () => {
  it('is for the browser where it names nobody', () => {
    expect(toldOf(check, pushed(si()))).toEqual(['pass: application 2'])
  })

  it.each([2, 0x11, 0x12])('may be for application %i', (id) => {
    expect(to(id)).toEqual([`pass: application ${id}`])
  })

  it.each([0, 4, 7, 0x9001])('is not for application %i', (id) => {
    expect(to(id)).toEqual([
      `fail: Unexpected X-Wap-Application-Id ${id}, expected none, or 2 for the browser.`,
    ])
  })

  it('is not held against the target where the scenario addressed it', () => {
    const facts = [...scripted('application'), ...pushed({ ...si(), application: '4' })]
    expect(toldOf(check, facts)).toEqual([
      'not-applicable: no push was sent whose WSP the target wrote',
    ])
  })
})
