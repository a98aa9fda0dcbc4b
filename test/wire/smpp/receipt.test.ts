import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { messageStates } from '../../../src/network/submission.ts'
import { formatReceipt, parseReceipt, receiptStates } from '../../../src/wire/smpp/receipt.ts'
import type { Receipt } from '../../../src/wire/smpp/receipt.ts'

const receipt: Receipt = {
  id: '0059113978',
  submitted: '001',
  delivered: '001',
  submitDate: '1002101730',
  doneDate: '1002101731',
  stat: 'DELIVRD',
  error: '000',
  text: '@$#!%&/:',
}

test('the words of receipts count the states as message_state does', () => {
  expect(receiptStates.map(({ value, word }) => [value, word.slice(0, 3).toLowerCase()])).toEqual(
    messageStates.map((state, index) => [index + 1, state.slice(0, 3)]),
  )
})

describe('the text of a receipt', () => {
  // From deliver_sm of real SMSCs, as cloudhopper-smpp keeps them.
  test.each<[string, Receipt]>([
    [
      'id:0059113978 sub:001 dlvrd:001 submit date:1002101730 done date:1002101731 stat:DELIVRD err:000 text:@$#!%&/:',
      receipt,
    ],
    [
      'id:126e85a6edeac1a02020099312479564 sub:001 dlvrd:001 submit date:1002191630 done date:1002191630 stat:DELIVRD err:000 Text:Hello               ',
      {
        ...receipt,
        id: '126e85a6edeac1a02020099312479564',
        submitDate: '1002191630',
        doneDate: '1002191630',
        text: 'Hello               ',
      },
    ],
    [
      'stat:ACCEPTD err:107 id:1',
      {
        id: '1',
        submitted: '',
        delivered: '',
        submitDate: '',
        doneDate: '',
        stat: 'ACCEPTD',
        error: '107',
        text: '',
      },
    ],
  ])('%j is read', (text, expected) => {
    expect(parseReceipt(text)).toEqual(expected)
  })

  test.each(['', 'hello', 'id:1', 'stat:DELIVRD', 'text:id:1 stat:DELIVRD', '00,0210021543,1'])(
    '%j is none',
    (text) => {
      expect(parseReceipt(text)).toBe(undefined)
    },
  )

  test('is written with the first 20 characters of the message', () => {
    expect(formatReceipt({ ...receipt, text: 'Get the game: http://a.b/c' })).toBe(
      'id:0059113978 sub:001 dlvrd:001 submit date:1002101730 done date:1002101731 stat:DELIVRD err:000 text:Get the game: http:/',
    )
  })

  test('is read as it was written, whatever the message says', () => {
    const word = fc.stringMatching(/^[0-9A-Za-z]{1,20}$/)
    const given = fc.record({
      id: word,
      submitted: word,
      delivered: word,
      submitDate: word,
      doneDate: word,
      stat: word,
      error: word,
      text: fc.oneof(fc.string({ maxLength: 20 }), fc.constant(' stat:X text: id:9')),
    })
    fc.assert(
      fc.property(given, (one) => {
        expect(parseReceipt(formatReceipt(one))).toEqual(one)
      }),
    )
  })
})
