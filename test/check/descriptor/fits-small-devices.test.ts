import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/fits-small-devices.ts'
import { descriptorFetched, told } from '../trace-builder.ts'

const ofBytes = (bytes: number) => 'MIDlet-Description: '.padEnd(bytes - 1, 'x') + '\n'

describe('a descriptor', () => {
  it('of 5 KB fits every phone', () => {
    expect(told(check, [descriptorFetched(ofBytes(5120))])).toEqual(['pass: 5120 octets'])
  })

  it('of more does not fit a phone by JTWI', () => {
    expect(told(check, [descriptorFetched(ofBytes(5121))])).toEqual([
      'fail: Unexpected descriptor of 5121 octets with 1 attributes, expected at most 5120 octets, the minimum of JTWI.',
    ])
  })

  it('of more than 10 KB, or of 513 attributes, does not fit one by MSA', () => {
    const wanted = 'expected at most 10240 octets and 512 attributes, the minimum of MSA.'
    expect(told(check, [descriptorFetched(ofBytes(10_241))])).toEqual([
      `fail: Unexpected descriptor of 10241 octets with 1 attributes, ${wanted}`,
    ])
    const many = Array.from({ length: 513 }, (_, index) => `A${index}:\n`).join('')
    expect(told(check, [descriptorFetched(many)])).toEqual([
      `fail: Unexpected descriptor of ${many.length} octets with 513 attributes, ${wanted}`,
    ])
  })
})
