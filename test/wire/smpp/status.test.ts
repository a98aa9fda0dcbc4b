import { expect, test } from 'vitest'
import { statusCode, statuses, statusName } from '../../../src/wire/smpp/status.table.ts'

test('every status has a code and a name of its own, in order', () => {
  const codes = statuses.map(({ code }) => code)
  expect(codes).toEqual([...new Set(codes)].toSorted((a, b) => a - b))
  expect(statuses.map(({ name }) => statusCode(name))).toEqual(codes)
  expect(statuses.map(({ code }) => statusName(code))).toEqual(statuses.map(({ name }) => name))
})

test('a code of an SMSC’s own is called by its number', () => {
  expect(statusName(0x400)).toBe('0x00000400')
})
