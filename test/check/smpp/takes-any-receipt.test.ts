import { expect, test } from 'vitest'
import takesAnyReceipt from '../../../src/check/checks/smpp/takes-any-receipt.ts'
import { hears, message, says, taken } from '../pushing-trace.ts'
import { traceOf, verdicts } from '../trace-builder.ts'

const deliver = { ...message('id:1 stat:DELIVRD'), command: 'deliver_sm' } as const
const delivered = { command: 'deliver_sm_resp', messageId: '' } as const
const receipt = { ...deliver, esmClass: 0x04 } as const
const intermediate = { ...deliver, esmClass: 0x20 } as const
const unknownMessage = 0x0c

test.each([
  [
    'a receipt of a message that is known, refused',
    [
      hears(taken),
      hears(receipt, { sequence: 2 }),
      says(delivered, { sequence: 2, status: unknownMessage }),
    ],
    'not-applicable',
  ],
  [
    'a receipt of another message that is refused',
    [
      hears({ command: 'submit_sm_resp', messageId: '2' }),
      hears(receipt, { sequence: 2 }),
      says(delivered, { sequence: 2, status: unknownMessage }),
    ],
    'fail',
  ],
  [
    'a receipt without a text that is refused',
    [
      hears({ ...receipt, shortMessage: new Uint8Array() }),
      says(delivered, { status: unknownMessage }),
    ],
    'fail',
  ],
  ['a receipt that is taken', [hears(receipt), says(delivered)], 'pass'],
  [
    'a receipt that is refused',
    [hears(receipt), says(delivered, { status: unknownMessage })],
    'fail',
  ],
  [
    'an intermediate receipt that is refused',
    [hears(intermediate), says(delivered, { status: unknownMessage })],
    'fail',
  ],
  [
    'a text of a phone that is refused',
    [hears(deliver), says(delivered, { status: unknownMessage })],
    'not-applicable',
  ],
  ['a receipt that is not answered', [hears(receipt)], 'not-applicable'],
])('%s', (_, facts, verdict) => {
  expect(verdicts(takesAnyReceipt, traceOf(facts))).toEqual([verdict])
})
