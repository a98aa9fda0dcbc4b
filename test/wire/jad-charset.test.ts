import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nokiaJrtJad, strictJad } from '../../src/wire/jad-tolerance.table.ts'
import type { JadTolerance } from '../../src/wire/jad-tolerance.table.ts'
import { parseJad } from '../../src/wire/jad.ts'
import type { Descriptor } from '../../src/wire/jad.ts'
import { fromOctetText } from '../../src/wire/octet-text.ts'

const read = (text: string, charset?: string, tolerance: JadTolerance = strictJad): Descriptor =>
  parseJad(fromOctetText(text), { charset, tolerance })

const values = ({ attributes }: Descriptor): readonly (readonly [string, string])[] =>
  attributes.map(({ name, value }) => [name, value])

const utf16 = (text: string, little: boolean): Uint8Array => {
  const octets = new Uint8Array(text.length * 2)
  const view = new DataView(octets.buffer)
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), little)
  }
  return octets
}

// OTA2 Discovery step 3: UTF-8 unless the media type names another charset.
test.each([
  [undefined, 'utf-8', 'A: \xc3\xa9\n'],
  ['', 'utf-8', 'A: \xc3\xa9\n'],
  ['UTF-8', 'utf-8', 'A: \xc3\xa9\n'],
  ['iso-8859-1', 'iso-8859-1', 'A: \xe9\n'],
  ['ISO8859_1', 'iso-8859-1', 'A: \xe9\n'],
])('reads charset %s as %s', (label, charset, text) => {
  const descriptor = read(text, label)
  expect(values(descriptor)).toEqual([['A', 'é']])
  expect({ charset: descriptor.charset, deviations: descriptor.deviations }).toEqual({
    charset,
    deviations: [],
  })
})

test('octets that the charset does not have are refused at their place and replaced', () => {
  const descriptor = read('A: caf\xe9\nB: 2\n')
  expect(values(descriptor)).toEqual([
    ['A', 'caf\ufffd'],
    ['B', '2'],
  ])
  expect(descriptor.deviations).toEqual([
    { rule: 'undecodable-octets', line: 1, offset: 6, found: 'A: caf\\xE9', tolerated: false },
  ])
})

test('US-ASCII ends at 127', () => {
  const descriptor = read('A: \xe9\n', 'us-ascii')
  expect(values(descriptor)).toEqual([['A', '\ufffd']])
  expect(descriptor.deviations.map(({ rule }) => rule)).toEqual(['undecodable-octets'])
})

test('a charset that the reader does not have is refused, and a notify URL still read', () => {
  const descriptor = read('MIDlet-Install-Notify: http://server/n\n', 'koi8-r')
  expect(values(descriptor)).toEqual([['MIDlet-Install-Notify', 'http://server/n']])
  expect(descriptor.deviations).toEqual([
    { rule: 'unsupported-charset', line: 1, offset: 0, found: 'koi8-r', tolerated: false },
  ])
  expect(descriptor.charset).toBe('utf-8')
})

test('a byte order mark becomes part of the first name, by the letter', () => {
  const descriptor = read('\xef\xbb\xbfA: 1\nB: 2\n')
  expect(values(descriptor)).toEqual([
    ['\ufeffA', '1'],
    ['B', '2'],
  ])
  expect(descriptor.deviations).toEqual([
    { rule: 'byte-order-mark', line: 1, offset: 0, found: '\\xEF\\xBB\\xBF', tolerated: true },
  ])
})

// Nokia Java Runtime, JadReader.parseJad: the mark is skipped always, and believed where no charset was given.
test.each([
  ['utf-8', '\xef\xbb\xbfA: 1\n'],
  ['utf-16be', '\xfe\xff\0A\0:\x001\0\n'],
  ['utf-16le', '\xff\xfeA\0:\x001\0\n\0'],
  ['utf-32be', '\0\0\xfe\xff\0\0\0A\0\0\0:\0\0\x001\0\0\0\n'],
  ['utf-32le', '\xff\xfe\0\0A\0\0\0:\0\0\x001\0\0\0\n\0\0\0'],
])('Nokia reads %s by its byte order mark', (charset, text) => {
  const descriptor = read(text, undefined, nokiaJrtJad)
  expect({ values: values(descriptor), charset: descriptor.charset }).toEqual({
    values: [['A', '1']],
    charset,
  })
})

test('Nokia skips the mark but goes by the charset that was given', () => {
  const descriptor = read('\xef\xbb\xbfA: \xe9\n', 'iso-8859-1', nokiaJrtJad)
  expect(values(descriptor)).toEqual([['A', 'é']])
})

test('places in UTF-16 are octet offsets of the descriptor', () => {
  const octets = utf16('\ufeffé: 中\nB@: 2\n', true)
  const { attributes, deviations } = parseJad(octets, {
    tolerance: { ...nokiaJrtJad, afterRefusal: 'go-on' },
  })
  expect(attributes).toEqual([{ name: 'é', value: '中', line: 1, offset: 2 }])
  expect(deviations.map(({ rule, offset }) => [rule, offset])).toEqual([
    ['byte-order-mark', 0],
    ['illegal-name', 14],
  ])
})

test('half a surrogate pair and half a code unit are undecodable', () => {
  const octets = Uint8Array.of(...utf16('A: \ud83d\n', false), 0)
  const { attributes, deviations } = parseJad(octets, { charset: 'utf-16', tolerance: nokiaJrtJad })
  expect(attributes.map(({ value }) => value)).toEqual(['\ufffd'])
  expect(deviations.map(({ rule, offset }) => [rule, offset])).toEqual([
    ['undecodable-octets', 6],
    ['undecodable-octets', 10],
    ['line-without-colon', 10],
    ['no-final-line-end', 11],
  ])
})

test('text reads the same in every charset that has its characters', () => {
  const line = fc.tuple(
    fc.stringMatching(/^[A-Za-zé中]{1,9}$/),
    fc.stringMatching(/^[A-Za-zé中😀]{1,9}$/u),
  )
  fc.assert(
    fc.property(fc.array(line), fc.boolean(), (lines, little) => {
      const text = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
      const charset = little ? 'utf-16le' : 'utf-16be'
      const wide = parseJad(utf16(text, little), { charset, tolerance: nokiaJrtJad })
      const narrow = parseJad(new TextEncoder().encode(text), { tolerance: nokiaJrtJad })
      expect(values(wide)).toEqual(values(narrow))
    }),
  )
})
