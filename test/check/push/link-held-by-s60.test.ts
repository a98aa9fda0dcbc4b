import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/link-held-by-s60.ts'
import { onPlatform, pushed, toldOf } from './push-trace.ts'

const linkOf = (octets: number) => 'http://ota.test/'.padEnd(octets, 'x')
const texted = (octets: number, platform = 'symbian') =>
  toldOf(check, pushed({ kind: 'text', text: `Install ${linkOf(octets)}` }), onPlatform(platform))

describe('a link for a Symbian phone', () => {
  it('has at most 2,048 octets', () => {
    expect(texted(2048)).toEqual(['pass: a link of 2048 octets'])
    expect(texted(2049)).toEqual(['fail: Unexpected a link of 2049 octets, expected at most 2048.'])
  })

  it('is not one for another phone', () => {
    expect(texted(2049, 'midp')).toEqual(['not-applicable: no link was sent to a Symbian phone'])
  })
})
