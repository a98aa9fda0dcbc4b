import { expect, test } from 'vitest'
import { readRegisteredDelivery } from '../../../src/wire/smpp/message-flags.ts'

test.each([
  [0x00, { onSuccess: false, onFailure: false, intermediate: false }],
  [0x01, { onSuccess: true, onFailure: true, intermediate: false }],
  [0x02, { onSuccess: false, onFailure: true, intermediate: false }],
  [0x11, { onSuccess: true, onFailure: true, intermediate: true }],
  [0x0c, { onSuccess: false, onFailure: false, intermediate: false }],
  [0x03, undefined],
  [0x20, undefined],
])('registered_delivery %i asks for receipts', (octet, asked) => {
  expect(readRegisteredDelivery(octet)).toEqual(asked)
})
