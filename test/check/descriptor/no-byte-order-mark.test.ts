import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/no-byte-order-mark.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'

describe('the first octets of a descriptor', () => {
  it('belong to its first attribute', () => {
    expect(told(check, [descriptorFetched()])).toEqual(['pass: begins with its first attribute'])
  })

  it('are no byte order mark', () => {
    expect(told(check, [descriptorFetched(`\u{FEFF}${descriptorText()}`)])).toEqual([
      expect.stringMatching(/^fail: Unexpected byte order mark in line 1 \(octet 0\): /),
    ])
  })
})
