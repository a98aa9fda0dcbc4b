import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/fits-small-devices.ts'
import { packageFetched, told } from '../trace-builder.ts'

const sized = (bytes: number) => [packageFetched(new Uint8Array(bytes))]

describe('the size of a package', () => {
  it('is taken by every phone up to 64 KB', () => {
    expect(told(check, sized(65_536))).toEqual(['pass: 65536 octets'])
  })

  it('is taken by later phones up to 300 KB', () => {
    expect(told(check, sized(307_200))).toEqual([
      'pass: 307200 octets, more than the 65536 every JTWI phone takes',
    ])
  })

  it('is too much for small phones beyond that', () => {
    expect(told(check, sized(307_201))).toEqual([
      'fail: Unexpected package of 307201 octets, expected at most 307200.',
    ])
  })

  it('is not judged where none came', () => {
    expect(told(check, [packageFetched('', { status: 404 })])).toEqual([
      'not-applicable: no package was sent',
    ])
  })
})
