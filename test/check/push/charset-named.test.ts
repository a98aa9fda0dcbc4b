import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/charset-named.ts'
import { pushed, scripted, si, toldOf, wsp } from './push-trace.ts'

describe('the content type of an indication', () => {
  it('names its character set', () => {
    expect(toldOf(check, pushed(si()))).toEqual(['pass: charset utf-8'])
  })

  it('is not bare', () => {
    const facts = wsp(({ contentType }) => ({ contentType: { ...contentType, parameters: [] } }))
    expect(toldOf(check, facts)).toEqual([
      'fail: Unexpected a content type without charset, expected charset utf-8.',
    ])
  })

  it('may be bare where the scenario wants it so', () => {
    const facts = [...scripted('charset'), ...pushed({ ...si(), withoutCharset: true })]
    expect(toldOf(check, facts)[0]).toContain('not-applicable')
  })
})
