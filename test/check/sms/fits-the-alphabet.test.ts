import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/sms/fits-the-alphabet.ts'
import { encodeUcs2 } from '../../../src/wire/sms/ucs2.ts'
import { handed, pushed, toldOf } from '../push/push-trace.ts'

const text = (words: string) => toldOf(check, pushed({ kind: 'text', text: words }))

describe('a text', () => {
  it('is in the GSM alphabet', () => {
    expect(text('Install [now]')).toEqual(['pass: the GSM alphabet'])
  })

  it('is in UCS-2 where it needs it', () => {
    expect(text('\u0414\u0430')).toEqual(['pass: UCS-2, which it needs'])
  })

  it('is not in UCS-2 where it does not', () => {
    const message = { dataCoding: 8, elements: [], octets: encodeUcs2('Install') }
    expect(toldOf(check, handed(message))).toEqual([
      'fail: Unexpected UCS-2 for a text of 1 messages, expected the GSM alphabet, which has all its characters.',
    ])
  })

  it('is no data', () => {
    const message = { dataCoding: 4, elements: [], octets: Uint8Array.of(1, 2) }
    expect(toldOf(check, handed(message))).toEqual(['not-applicable: no text was sent'])
  })
})
