import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/application-as-number.ts'
import { field } from '../../../src/wire/wsp/headers.ts'
import { integerValue } from '../../../src/wire/wsp/values.ts'
import { pushed, si, toldOf, wsp } from './push-trace.ts'

const uri = (text: string) =>
  toldOf(
    check,
    wsp(() => ({ headers: [field('X-Wap-Application-Id', { kind: 'text', text })] })),
  )

describe('the application of a push', () => {
  it('may be left out', () => {
    expect(toldOf(check, pushed(si()))).toEqual(['pass: no application is named'])
  })

  it('is named by its number', () => {
    const headers = [field('X-Wap-Application-Id', integerValue(2))]
    expect(
      toldOf(
        check,
        wsp(() => ({ headers })),
      ),
    ).toEqual(['pass: application 2'])
  })

  it('is not spelled out', () => {
    expect(uri('x-wap-application:wml.ua')).toEqual([
      'fail: Unexpected "x-wap-application:wml.ua" as text, expected the number 2.',
    ])
  })

  it('may be spelled out where it has no number', () => {
    expect(uri('x-acme:installer')).toEqual(['pass: application of its own'])
  })
})
