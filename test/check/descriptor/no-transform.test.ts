import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/no-transform.ts'
import { descriptorFetched, jadType, jarType, packageFetched, told } from '../trace-builder.ts'

const untouched = ['Cache-Control', 'no-store, No-Transform'] as const

describe('descriptor and package', () => {
  it('are both kept from gateways that recode', () => {
    expect(
      told(check, [
        descriptorFetched(undefined, { headers: [jadType, untouched] }),
        packageFetched(undefined, { headers: [jarType, untouched] }),
      ]),
    ).toEqual(['pass: "Cache-Control: no-store, No-Transform"'])
  })

  it('are told one by one where they are not', () => {
    expect(told(check, [descriptorFetched(), packageFetched()])).toEqual([
      'fail: Unexpected no Cache-Control, expected no-transform.',
      'fail: Unexpected no Cache-Control, expected no-transform.',
    ])
  })
})
