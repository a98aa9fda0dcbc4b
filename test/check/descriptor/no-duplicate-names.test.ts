import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/no-duplicate-names.ts'
import { descriptorFetched, told } from '../trace-builder.ts'

describe('an attribute', () => {
  it('stands once in a descriptor', () => {
    expect(told(check, [descriptorFetched()])).toEqual(['pass: each name stands once'])
  })

  it('that stands again is told with both lines', () => {
    const text = 'MIDlet-Name: Demo\nAcme: 1\nMIDlet-Name: Demo\nAcme: 2\n'
    expect(told(check, [descriptorFetched(text)])).toEqual([
      'fail: Unexpected "MIDlet-Name" in line 1 and again in line 3 (octet 26), expected each name once.',
      'fail: Unexpected "Acme" in line 2 and again in line 4 (octet 44), expected each name once.',
    ])
  })
})
