import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/not-cached.ts'
import { descriptorFetched, jadType, told } from '../trace-builder.ts'

const controlled = (...values: readonly string[]) =>
  told(check, [
    descriptorFetched(undefined, {
      headers: [jadType, ...values.map((value) => ['Cache-Control', value] as const)],
    }),
  ])

describe('a descriptor', () => {
  it.each(['no-cache', 'no-store', 'Private, no-transform', 'max-age = 0', 'public, s-maxage=0'])(
    'is spared by gateways with Cache-Control: %s',
    (value) => {
      expect(controlled(value)).toEqual([`pass: "Cache-Control: ${value}"`])
    },
  )

  it('is kept where nothing is said, or the opposite', () => {
    expect(controlled()).toEqual([
      'fail: Unexpected no Cache-Control, expected no-cache or no-store.',
    ])
    expect(controlled('public', 'max-age=086400')).toEqual([
      'fail: Unexpected "Cache-Control: public, max-age=086400", expected no-cache or no-store.',
    ])
  })
})
