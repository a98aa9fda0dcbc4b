import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/sms/sender-type.ts'
import { composePush } from '../../../src/wire/push/compose-push.ts'
import { handed, si, toldOf } from '../push/push-trace.ts'

const from = (value: string, ton: number) =>
  toldOf(check, handed(composePush(si()), { pdu: { source: { ton, npi: 0, value } } }))

describe('a sender', () => {
  it.each([
    ['16400', 0],
    ['+358401234567', 1],
    ['Acme', 5],
    ['Acme Apps 12', 0],
  ])('%s with type %i is told of', (value, ton) => {
    expect(from(value, ton)).toHaveLength(1)
  })

  it('is a number with a type of numbers, or a name with that of names', () => {
    expect(from('16400', 0)).toEqual(['pass: sender "16400" with type 0'])
    expect(from('Acme', 5)).toEqual(['pass: sender "Acme" with type 5'])
  })

  it.each([
    ['16400', 5, 'a type of numbers'],
    ['Acme', 1, 'type 5, alphanumeric'],
    ['Acme Apps 12', 5, 'at most 11 characters'],
  ])('is not %s with type %i', (value, ton, expected) => {
    expect(from(value, ton)).toEqual([
      `fail: Unexpected sender "${value}" with type ${ton}, expected ${expected}.`,
    ])
  })
})
