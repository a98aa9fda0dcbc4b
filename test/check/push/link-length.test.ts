import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/link-length.ts'
import { pushed, si, toldOf } from './push-trace.ts'

const long = (octets: number) => pushed(si({ href: 'http://ota.test/'.padEnd(octets, 'x') }))

describe('the link of an indication', () => {
  it('may have 255 octets', () => {
    expect(toldOf(check, long(255))).toEqual(['pass: a link of 255 octets'])
  })

  it('does not have more', () => {
    expect(toldOf(check, long(256))).toEqual([
      'fail: Unexpected a link of 256 octets, expected at most 255.',
    ])
  })
})
