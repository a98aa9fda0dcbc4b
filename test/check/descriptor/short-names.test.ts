import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/short-names.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'

const named = (name: string, vendor: string) =>
  told(check, [descriptorFetched(descriptorText({ 'MIDlet-Name': name, 'MIDlet-Vendor': vendor }))])

describe('name and vendor', () => {
  it('have up to 32 octets each', () => {
    expect(named('n'.repeat(32), 'v'.repeat(32))).toEqual(['pass: MIDlet-Name of 32 octets'])
    expect(named('n'.repeat(33), 'v'.repeat(40))).toEqual([
      'fail: Unexpected MIDlet-Name of 33 octets, expected at most 32.',
      'fail: Unexpected MIDlet-Vendor of 40 octets, expected at most 32.',
    ])
  })

  it('are counted as they are sent', () => {
    expect(named('é'.repeat(17), 'Acme')).toEqual([
      'fail: Unexpected MIDlet-Name of 34 octets, expected at most 32.',
    ])
  })
})
