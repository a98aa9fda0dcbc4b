import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/decodes-in-charset.ts'
import type { Header } from '../../../src/trace/events.ts'
import { descriptorFetched, descriptorText, jadType, told } from '../trace-builder.ts'

const cafe = descriptorText({ 'MIDlet-Description': 'Café' })
const declared = (charset: string): readonly Header[] => [
  ['Content-Type', `text/vnd.sun.j2me.app-descriptor; charset=${charset}`],
]

describe('the octets of a descriptor', () => {
  it('are UTF-8 where nothing else is said', () => {
    expect(told(check, [descriptorFetched(cafe)])).toEqual(['pass: decodes as utf-8'])
  })

  it('that are Latin-1 without saying so cannot be decoded', () => {
    const lines = 'MIDlet-Name: Demo\r\nMIDlet-Description: Caf\u{e9}\r\n'
    expect(told(check, [descriptorFetched(strToU8(lines, true))])).toEqual([
      'fail: Unexpected undecodable octets in line 2 (octet 42): "MIDlet-Description: Caf\\xE9", expected text in utf-8.',
    ])
  })

  it('are read in the charset that is declared', () => {
    const headers = declared('ISO-8859-1')
    expect(told(check, [descriptorFetched(strToU8(cafe, true), { headers })])).toEqual([
      'pass: decodes as iso-8859-1',
    ])
  })

  it('in a charset that no phone offered cannot be decoded', () => {
    expect(told(check, [descriptorFetched(cafe, { headers: declared('koi8-r') })])).toEqual([
      'fail: Unexpected unsupported charset in line 1 (octet 0): "koi8-r", expected utf-8, or one the phone offered.',
    ])
  })

  it('in a charset that the phone offered are beyond the judge', () => {
    const requestHeaders = [['Accept-Charset', 'utf-8, Shift_JIS;q=0.5']] as const
    const headers = declared('shift_jis')
    expect(told(check, [descriptorFetched(cafe, { headers, requestHeaders })])).toEqual([
      'inconclusive: The phone offered "shift_jis", which the judge cannot read.',
    ])
  })

  it('with a content coding are no text yet', () => {
    const headers: readonly Header[] = [jadType, ['Content-Encoding', 'gzip']]
    const body = Uint8Array.of(0x1f, 0x8b, 0x08, 0xff)
    expect(told(check, [descriptorFetched(body, { headers })])).toEqual([
      'inconclusive: blocked by descriptor/no-content-coding: the octets are no text',
    ])
  })
})
