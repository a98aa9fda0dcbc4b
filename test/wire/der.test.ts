import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bitFlags,
  boolean,
  element,
  oid,
  time,
  unsigned,
} from '../../src/test-authority/der-writer.ts'
import {
  DerReader,
  derTag,
  readBits,
  readBoolean,
  readOid,
  readSmallNumber,
  readTime,
} from '../../src/wire/der.ts'
import { attempt } from './attempt.ts'

const first = (octets: Uint8Array) => new DerReader(octets).next()
const octets = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))

describe('DER', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.uint8Array({ maxLength: 400 }),
        (tag, content) => {
          const whole = element(tag, content)
          const { offset, ...read } = first(whole)
          expect(read).toEqual({ tag, content, whole })
          expect(offset).toBe(whole.length - content.length)
        },
      ),
    )
    fc.assert(
      fc.property(fc.nat(), (number) => {
        expect(readSmallNumber(first(unsigned(number)))).toBe(number)
      }),
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 39 }),
        fc.array(fc.integer({ min: 0, max: 2 ** 40 }), { maxLength: 6 }),
        (second, arcs) => {
          const dotted = [1, second, ...arcs].join('.')
          expect(readOid(first(oid(dotted)))).toBe(dotted)
        },
      ),
    )
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 15 })), (bits) => {
        expect(readBits(first(bitFlags(bits)))).toEqual(new Set(bits))
      }),
    )
    expect(readBoolean(first(boolean(true)))).toBe(true)
    expect(readOid(first(oid('2.5.29.19')))).toBe('2.5.29.19')
  })

  it.each([
    ['2006-03-01T09:00:00Z'],
    ['1999-12-31T23:59:59Z'],
    ['1950-01-01T00:00:00Z'],
    ['2049-12-31T23:59:59Z'],
    ['2050-01-01T00:00:00Z'],
    ['2004-02-29T12:00:00Z'],
  ])('says when: %s', (iso) => {
    expect(readTime(new DerReader(time(iso)))).toBe(Date.parse(iso))
  })

  it('is refused where it is not in its one form', () => {
    const refusals = {
      nothing: [() => first(octets('')), 0],
      'half an element': [() => first(octets('30 02 05')), 2],
      'a long tag': [() => first(octets('1f 81 01 00')), 1],
      'an indefinite length': [() => first(octets('30 80 00 00')), 2],
      'a length with a needless octet': [() => first(octets(`04 81 7f ${'00'.repeat(127)}`)), 3],
      'a length of four octets': [() => first(octets('04 84 00 00 00 01 00')), 2],
      'another tag': [() => new DerReader(octets('02 01 00')).take(derTag.oid, 'a kind'), 0],
      'more than was to come': [() => new DerReader(octets('00')).end('it'), 0],
      'a negative number': [() => readSmallNumber(first(octets('02 01 80'))), 2],
      'a number with needless octets': [() => readSmallNumber(first(octets('02 02 00 7f'))), 2],
      'a number too large': [() => readSmallNumber(first(octets('02 05 01 00 00 00 00'))), 2],
      'a number of no octets': [() => readSmallNumber(first(octets('02 00'))), 2],
      'half an identifier': [() => readOid(first(octets('06 02 2a 86'))), 2],
      'an identifier of no octets': [() => readOid(first(octets('06 00'))), 2],
      'an identifier with needless octets': [() => readOid(first(octets('06 03 2a 80 01'))), 2],
      'an identifier of 65 octets': [() => readOid(first(octets(`06 41 ${'01'.repeat(65)}`))), 2],
      'a boolean that is neither': [() => readBoolean(first(octets('01 01 01'))), 2],
      'many flags': [() => readBits(first(octets('03 04 00 ff ff ff'))), 2],
      'a thirteenth month': [
        () => readTime(new DerReader(octets(`17 0d ${ascii('061301000000Z')}`))),
        2,
      ],
      '30 February': [() => readTime(new DerReader(octets(`17 0d ${ascii('060230000000Z')}`))), 2],
      'hour 24': [() => readTime(new DerReader(octets(`17 0d ${ascii('060101240000Z')}`))), 2],
      'a time without seconds': [
        () => readTime(new DerReader(octets(`17 0b ${ascii('0601010000Z')}`))),
        2,
      ],
      'local time': [
        () => readTime(new DerReader(octets(`17 11 ${ascii('060101000000+0100')}`))),
        2,
      ],
    } as const
    expect(
      Object.fromEntries(
        Object.entries(refusals).map(([name, [read]]) => [name, attempt<unknown>(read)]),
      ),
    ).toEqual(
      Object.fromEntries(
        Object.entries(refusals).map(([name, [, offset]]) => [
          name,
          { kind: 'refused', code: 'wire/der', offset },
        ]),
      ),
    )
  })

  it('ends in an element or a refusal, whatever the octets are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (any) => {
        const reader = new DerReader(any)
        expect(['value', 'refused']).toContain(
          attempt(() => {
            while (!reader.atEnd) {
              const one = reader.next()
              if (one.tag === derTag.oid) readOid(one)
              if (one.tag === derTag.integer) readSmallNumber(one)
              if (one.tag === derTag.bitString) readBits(one)
            }
          }).kind,
        )
      }),
    )
  })
})

function ascii(text: string): string {
  return Buffer.from(text).toString('hex')
}
