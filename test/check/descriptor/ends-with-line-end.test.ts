import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/ends-with-line-end.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'

const wanted = 'expected nothing but attributes, each with its line end.'

describe('a descriptor', () => {
  it('ends with a line end of either kind', () => {
    expect(told(check, [descriptorFetched()])).toEqual(['pass: ends with a line end'])
    expect(told(check, [descriptorFetched(descriptorText({}, '\n'))])).toEqual([
      'pass: ends with a line end',
    ])
  })

  it('does not end in the middle of its last line', () => {
    expect(told(check, [descriptorFetched('MIDlet-Name: Demo\nMIDlet-Vendor: Acme')])).toEqual([
      `fail: Unexpected no final line end in line 2 (octet 37): "MIDlet-Vendor: Acme", ${wanted}`,
    ])
  })

  it('has no footer of a page behind it', () => {
    expect(
      told(check, [descriptorFetched('MIDlet-Name: Demo\n<!-- in 3 ms: cached -->\n')]),
    ).toEqual([
      expect.stringContaining('"<!-- in 3 ms: cached -->", expected nothing but attributes'),
    ])
    expect(told(check, [descriptorFetched('MIDlet-Name: Demo\nserved in 3 ms\n')])).toEqual([
      `fail: Unexpected line without colon in line 2 (octet 18): "served in 3 ms", ${wanted}`,
    ])
  })

  it('has no prolog of a page before it', () => {
    expect(told(check, [descriptorFetched('<?xml version="1.0"?>\nMIDlet-Name: Demo\n')])).toEqual([
      expect.stringMatching(/^fail: Unexpected line without colon in line 1 \(octet 0\): "<\?xml/),
    ])
  })

  it('with a broken line in its middle is left to the check of the grammar', () => {
    expect(told(check, [descriptorFetched('MIDlet-Name: Demo\nhm\nMIDlet-1: D,,d.D\n')])).toEqual([
      'pass: ends with a line end',
    ])
  })
})
