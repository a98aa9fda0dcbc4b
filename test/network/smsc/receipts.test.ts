import { describe, expect, test } from 'vitest'
import { asksForReceipt, receiptOf } from '../../../src/network/smsc/receipts.ts'
import { smscOptions } from '../../../src/network/smsc/smsc-options.ts'
import { encodeGsm } from '../../../src/wire/sms/gsm7.ts'
import { encodeUcs2 } from '../../../src/wire/sms/ucs2.ts'
import { readRegisteredDelivery } from '../../../src/wire/smpp/message-flags.ts'
import { textTo } from '../submit.ts'

const registered = { onSuccess: true, onFailure: true, intermediate: false }
const submitted = {
  submission: textTo('', ''),
  registered,
  source: { ton: 5, npi: 0, value: 'Acme' },
  destination: { ton: 1, npi: 1, value: '358401234567' },
  id: '7',
  submittedAtMs: Date.UTC(2006, 2, 1, 9),
}
const at = { doneAtMs: Date.UTC(2006, 2, 1, 9, 5), ids: smscOptions.ids }

describe('a receipt', () => {
  test.each([
    [0x00, 'delivered', true, false],
    [0x01, 'delivered', true, true],
    [0x01, 'expired', true, true],
    [0x02, 'delivered', true, false],
    [0x02, 'undeliverable', true, true],
    [0x01, 'enroute', false, false],
    [0x10, 'enroute', false, true],
    [0x10, 'delivered', true, false],
  ] as const)('with registered_delivery %i is sent of %s (final: %s): %s', (...row) => {
    const [octet, state, final, sent] = row
    const asked = readRegisteredDelivery(octet) ?? registered
    expect(asksForReceipt(asked, { state, final })).toBe(sent)
  })

  test('goes back from the phone to who sent the message', () => {
    const { shortMessage, ...receipt } = receiptOf(submitted, { state: 'expired', final: true }, at)
    expect(receipt).toMatchObject({
      command: 'deliver_sm',
      source: submitted.destination,
      destination: submitted.source,
      esmClass: 4,
      tlvs: [
        { tag: 0x001e, octets: Uint8Array.of(0x37, 0) },
        { tag: 0x0427, octets: Uint8Array.of(3) },
      ],
    })
    expect(Buffer.from(shortMessage).toString()).toBe(
      'id:7 sub:001 dlvrd:000 submit date:0603010900 done date:0603010905 stat:EXPIRED err:001 text:',
    )
  })

  test('leaves its parameter out where the operator does', () => {
    const ids = { ...smscOptions.ids, receiptTlv: 'none' } as const
    const { tlvs } = receiptOf(submitted, { state: 'delivered', final: true }, { ...at, ids })
    expect(tlvs.map(({ tag }) => tag)).toEqual([0x0427])
  })

  test.each([
    ['of a text its first 20 characters', 0, encodeGsm('x'.repeat(30)), 'x'.repeat(20)],
    ['in printable ASCII only', 8, encodeUcs2('Игра [x]'), '???? [x]'],
    ['of octets nothing', 4, Uint8Array.of(0x41), ''],
  ])('shows %s', (_, dataCoding, octets = new Uint8Array(), shown) => {
    const submission = textTo('', '', { dataCoding, octets })
    const state = { state: 'delivered', final: true } as const
    const { shortMessage } = receiptOf({ ...submitted, submission }, state, at)
    expect(Buffer.from(shortMessage).toString().split(' text:')[1]).toBe(shown)
  })
})
