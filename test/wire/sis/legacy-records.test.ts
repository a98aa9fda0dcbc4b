import assert from 'node:assert/strict'
import { describe, expect, test } from 'vitest'
import { u16, u32, utf16 } from '../../../src/test-authority/sisx-field-writer.ts'
import type { LegacySis } from '../../../src/wire/sis/legacy-sis.ts'
import { readSis } from '../../../src/wire/sis/sis.ts'
import { attempt } from '../attempt.ts'
import { numbers, plainBytes, withRecords } from './legacy-records.ts'

function legacyOf(octets: Uint8Array): LegacySis {
  const found = readSis(octets)
  assert(found.format === 'sis')
  return found
}

const none = [0, 0] as const
/** Type 0, a plain file of no octets that stands nowhere. */
const emptyFile = [0, 4, 0, ...none, ...none, 0, 0, 0, ...none]

describe('lines of a legacy package', () => {
  test('are conditions, choices and files, the last of them first', () => {
    const endIf = [6]
    const otherwise = [5]
    // machine UID (attribute 5) = 0x101FB3DD, the Nokia 6600
    const condition = [0, 13, 5, 0, 14, 0x101fb3dd, 0]
    const conditionLine = [3, condition.length * 4, ...condition]
    const lines = numbers(...endIf, ...emptyFile, ...otherwise, ...emptyFile, ...conditionLine)
    const { records, files } = legacyOf(withRecords(5, lines))
    expect(records.map(({ kind }) => kind)).toEqual(['if', 'file', 'else', 'file', 'end-if'])
    expect(records[0]).toEqual({
      kind: 'if',
      condition: {
        operator: '=',
        integer: 0,
        text: undefined,
        operands: [
          { operator: 'attribute', integer: 5, text: undefined, operands: [] },
          { operator: 'number', integer: 0x101fb3dd, text: undefined, operands: [] },
        ],
      },
    })
    expect(files.map(({ conditional }) => conditional)).toEqual([true, true])
  })

  test('ask whether a file exists', () => {
    const textAt = plainBytes + 20
    const lines = numbers(4, 16, 8, 12, 12, textAt + 4)
    const text = utf16('c:\\a')
    const octets = Uint8Array.from([...lines.subarray(0, 20), ...u32(textAt + 4), ...text])
    octets.set(u32(8), 16)
    const { records } = legacyOf(withRecords(1, octets))
    expect(records).toEqual([
      {
        kind: 'else-if',
        condition: {
          operator: 'exists',
          integer: 0,
          text: undefined,
          operands: [{ operator: 'string', integer: 0, text: 'c:\\a', operands: [] }],
        },
      },
    ])
  })

  test('offer choices', () => {
    const textAt = plainBytes + 8 + 16 + 16
    const lines = numbers(2, 2, 2, textAt, 2, textAt + 2, 0, 0, 0, 0)
    const octets = Uint8Array.from([...lines, ...utf16('AB')])
    expect(legacyOf(withRecords(1, octets)).records).toEqual([
      { kind: 'options', options: [['A'], ['B']] },
    ])
  })

  test('of a file in each language are that many files', () => {
    const languages = u16(2)
    const twoLanguages = [u16(1), u16(2)].flatMap((one) => [...one])
    const record = numbers(1, 4, 0, ...none, ...none, 0, 0, 0, 0, 0, 0, ...none)
    const octets = withRecords(
      1,
      Uint8Array.from([...record, ...twoLanguages, ...numbers(0, 0, 0, 0)]),
      {
        fields: [
          [0x12, languages],
          [0x30, u32(plainBytes + record.length)],
          [0x40, u32(plainBytes + record.length + 4)],
        ],
      },
    )
    const { files, names } = legacyOf(octets)
    expect(names).toEqual(['', ''])
    expect(files.map(({ conditional }) => conditional)).toEqual([true, true])
  })

  test('of a kind that nobody knows are refused', () => {
    expect(attempt(() => readSis(withRecords(1, numbers(7))))).toEqual({
      kind: 'refused',
      code: 'sis/record',
      offset: plainBytes,
    })
  })

  test('with an operator that nobody knows are refused', () => {
    expect(attempt(() => readSis(withRecords(1, numbers(3, 4, 15))))).toEqual({
      kind: 'refused',
      code: 'sis/record',
      offset: plainBytes + 8,
    })
  })
})
