import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/attribute-name-case.ts'
import { descriptorFetched, told } from '../trace-builder.ts'

describe('the name of an attribute', () => {
  it('is spelled as specified', () => {
    expect(told(check, [descriptorFetched()])).toEqual(['pass: all names in the right case'])
  })

  it('in another case is told with the right one', () => {
    const text = 'MIDlet-Name: Demo\nMidlet-Jar-Url: x.jar\nmidlet-1: Demo,,acme.Demo\n'
    expect(told(check, [descriptorFetched(text)])).toEqual([
      'fail: Unexpected "Midlet-Jar-Url" in line 2 (octet 18), expected "MIDlet-Jar-URL".',
      'fail: Unexpected "midlet-1" in line 3 (octet 40), expected "MIDlet-1".',
    ])
  })

  it('is free where no specification defines it', () => {
    expect(told(check, [descriptorFetched('MIDlet-Name: Demo\nacme-URL: x\n')])).toEqual([
      'pass: all names in the right case',
    ])
  })
})
