import { expect, test } from 'vitest'
import { formatId, parseId } from '../../../src/network/smsc/smsc-options.ts'

test.each([
  ['decimal', '1234'],
  ['padded', '0000001234'],
  ['hex', '4d2'],
] as const)('an id is %s as %s, and read back', (form, text) => {
  expect([formatId('1234', form), parseId(text, form)]).toEqual([text, '1234'])
})

test.each([
  ['decimal', '4d2'],
  ['decimal', ''],
  ['hex', '0x4d2'],
  ['hex', 'f'.repeat(14)],
  ['padded', '1'.repeat(17)],
] as const)('no %s id is %j', (form, text) => {
  expect(parseId(text, form)).toBe(undefined)
})
