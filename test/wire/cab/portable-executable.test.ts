import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeExecutable } from '../../../src/reference/cab/executable-writer.ts'
import { machines } from '../../../src/wire/cab/machines.table.ts'
import { readPortableExecutable } from '../../../src/wire/cab/portable-executable.ts'
import { mutationsOf } from '../mutations.ts'
import { patch, text } from './cab-samples.ts'

const arm = writeExecutable({ machine: 0x1c0 })

describe('an executable', () => {
  test.each(machines)('for $name is told by its machine word', ({ value }) => {
    expect(readPortableExecutable(writeExecutable({ machine: value }))).toEqual({
      machine: value,
      subsystem: 9,
      managed: false,
    })
  })

  test('of the common language runtime is managed, whatever its machine', () => {
    expect(readPortableExecutable(writeExecutable({ machine: 0x14c, managed: true }))).toEqual({
      machine: 0x14c,
      subsystem: 9,
      managed: true,
    })
  })

  test('has neither subsystem nor runtime when its headers end early', () => {
    // Header of 24 octets at 0x80.
    expect(readPortableExecutable(arm.slice(0, 0x98))).toEqual({
      machine: 0x1c0,
      subsystem: undefined,
      managed: false,
    })
    expect(readPortableExecutable(arm.slice(0, 0x98 + 72))).toEqual({
      machine: 0x1c0,
      subsystem: 9,
      managed: false,
    })
  })

  test('of another magic tells its machine only', () => {
    expect(readPortableExecutable(patch(arm, 0x98, 0x07))).toEqual({
      machine: 0x1c0,
      subsystem: undefined,
      managed: false,
    })
  })
})

describe('what is no executable', () => {
  test.each([
    ['nothing', new Uint8Array(0)],
    ['a text', text('MZ is how this text begins, which is longer than the header of a program.')],
    ['a DOS program', patch(arm, 0x80, 0x4e, 0x45)],
    ['one whose header is beyond its end', patch(arm, 0x3c, 0xff, 0xff, 0xff, 0xff)],
  ])('%s', (_, octets) => {
    expect(readPortableExecutable(octets)).toBe(undefined)
  })

  test('whatever the octets are, nothing is thrown', () => {
    fc.assert(
      fc.property(mutationsOf([arm, writeExecutable({ machine: 1, managed: true })]), (octets) => {
        expect([undefined, true, false]).toContain(readPortableExecutable(octets)?.managed)
      }),
    )
  })
})
