import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/no-content-coding.ts'
import { jarType, packageFetched, told } from '../trace-builder.ts'

const coded = (coding: string) => [jarType, ['Content-Encoding', coding] as const]

describe('a package', () => {
  it('comes without a content coding', () => {
    expect(told(check, [packageFetched()])).toEqual(['pass: no content coding'])
    expect(told(check, [packageFetched(undefined, { headers: coded('identity') })])).toEqual([
      'pass: no content coding',
    ])
  })

  it('is not compressed when nobody asked for it', () => {
    expect(told(check, [packageFetched(undefined, { headers: coded('gzip') })])).toEqual([
      'fail: Unexpected Content-Encoding "gzip" that nobody asked for, expected none.',
    ])
  })

  it('may be compressed when the phone asked for it', () => {
    const asked = packageFetched(undefined, {
      headers: coded('gzip'),
      requestHeaders: [['Accept-Encoding', 'gzip']],
    })
    expect(told(check, [asked])).toEqual(['pass: compressed as the phone asked'])
  })

  it('is not judged where none came', () => {
    expect(told(check, [packageFetched('', { status: 404, headers: coded('gzip') })])).toEqual([
      'not-applicable: no package was sent',
    ])
  })
})
