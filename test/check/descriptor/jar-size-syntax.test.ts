import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/jar-size-syntax.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'

const sized = (size: string | undefined) =>
  told(check, [descriptorFetched(descriptorText({ 'MIDlet-Jar-Size': size }))])

describe('the size of a package', () => {
  it('is a number of octets', () => {
    expect(sized('48112')).toEqual(['pass: MIDlet-Jar-Size 48112'])
  })

  it.each(['12K', '-1', '+5', '1,024', '1 024', '0x10', '1e3', '12.0'])('is not %s', (size) => {
    expect(sized(size)).toEqual([
      `fail: Unexpected MIDlet-Jar-Size "${size}", expected decimal digits.`,
    ])
  })

  it('that is missing is for the check of mandatory attributes', () => {
    expect(sized(undefined)).toEqual([
      'not-applicable: no descriptor has a MIDlet-Jar-Size that can be read',
    ])
  })
})
