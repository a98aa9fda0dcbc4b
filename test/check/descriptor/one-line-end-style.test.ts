import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/one-line-end-style.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'

describe('the line ends of a descriptor', () => {
  it('are all CR LF, or all LF', () => {
    expect(told(check, [descriptorFetched()])).toEqual(['pass: line ends: 10 CR LF'])
    expect(told(check, [descriptorFetched(descriptorText({}, '\n'))])).toEqual([
      'pass: line ends: 10 LF',
    ])
  })

  it('are not mixed', () => {
    expect(told(check, [descriptorFetched('MIDlet-Name: Demo\r\nMIDlet-Vendor: Acme\n')])).toEqual([
      'fail: Unexpected line ends: 1 CR LF, 1 LF, expected CR LF throughout, or LF throughout.',
    ])
  })

  it('are never a CR alone', () => {
    const text = 'MIDlet-Vendor: Acme\r\nMIDlet-Name: Demo\rMIDlet-1: Demo,,acme.Demo\r\n'
    expect(told(check, [descriptorFetched(text)])).toEqual([
      'fail: Unexpected line ends: 2 CR LF, 1 lone CR, expected CR LF throughout, or LF throughout.',
    ])
  })
})
