import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nokiaJrtJad, strictJad } from '../../src/wire/jad-tolerance.table.ts'
import { formatJad, parseJad } from '../../src/wire/jad.ts'
import { fromOctetText, toOctetText } from '../../src/wire/octet-text.ts'
import { attempt } from './attempt.ts'

const demo = [
  ['MIDlet-Name', 'Demo'],
  ['MIDlet-Version', '1.0.0'],
  ['MIDlet-Vendor', 'Acme'],
  ['MIDlet-Jar-URL', 'http://server/demo.jar'],
  ['MIDlet-Jar-Size', '1234'],
] as const

test('reads a descriptor with its places', () => {
  expect(parseJad(formatJad(demo))).toEqual({
    attributes: [
      { name: 'MIDlet-Name', value: 'Demo', line: 1, offset: 0 },
      { name: 'MIDlet-Version', value: '1.0.0', line: 2, offset: 19 },
      { name: 'MIDlet-Vendor', value: 'Acme', line: 3, offset: 42 },
      { name: 'MIDlet-Jar-URL', value: 'http://server/demo.jar', line: 4, offset: 63 },
      { name: 'MIDlet-Jar-Size', value: '1234', line: 5, offset: 103 },
    ],
    deviations: [],
    charset: 'utf-8',
    wellFormed: true,
    lineEnds: { crlf: 5, lf: 0, cr: 0 },
  })
})

test('an empty descriptor has no attributes and breaks no rule', () => {
  expect(parseJad(new Uint8Array())).toEqual({
    attributes: [],
    deviations: [],
    charset: 'utf-8',
    wellFormed: true,
    lineEnds: { crlf: 0, lf: 0, cr: 0 },
  })
})

// PKG21 "BNF for parsing application descriptors": inner blanks stay, outer ones go; a colon may stand in a value.
test.each([
  ['A: b\n', 'A', 'b'],
  ['A:b\n', 'A', 'b'],
  ['A: \t b  c\td \t\n', 'A', 'b  c\td'],
  ['A: http://server:80/\n', 'A', 'http://server:80/'],
  ['A:\n', 'A', ''],
  ['#A: b\n', '#A', 'b'],
  ['Añ.$!: ü\n', 'Añ.$!', 'ü'],
])('reads %j', (text, name, value) => {
  const { attributes, wellFormed } = parseJad(new TextEncoder().encode(text))
  expect({ attributes, wellFormed }).toEqual({
    attributes: [{ name, value, line: 1, offset: 0 }],
    wellFormed: true,
  })
})

interface Row {
  readonly text: string
  readonly rule: string
  readonly line: number
  readonly offset: number
  readonly found: string
}

// One line for each way to break the grammar, PKG21 as above.
test.each<Row>([
  { text: 'A: 1\nB 2\nC: 3\n', rule: 'line-without-colon', line: 2, offset: 5, found: 'B 2' },
  { text: 'A: 1\nB : 2\nC: 3\n', rule: 'space-before-colon', line: 2, offset: 6, found: 'B : 2' },
  { text: 'A: 1\n: 2\nC: 3\n', rule: 'empty-name', line: 2, offset: 5, found: ': 2' },
  { text: 'A: 1\nB@b: 2\nC: 3\n', rule: 'illegal-name', line: 2, offset: 6, found: 'B@b: 2' },
  { text: 'A: 1\nB b: 2\nC: 3\n', rule: 'illegal-name', line: 2, offset: 6, found: 'B b: 2' },
  { text: 'A: 1\nB\0: 2\nC: 3\n', rule: 'illegal-name', line: 2, offset: 6, found: 'B\\x00: 2' },
  { text: 'A: 1\nB: \x1b2\nC: 3\n', rule: 'illegal-value', line: 2, offset: 5, found: 'B: \\x1B2' },
  { text: 'A: 1\n 2\nC: 3\n', rule: 'continuation-line', line: 2, offset: 5, found: ' 2' },
  { text: 'A: 1\n\tB: 2\nC: 3\n', rule: 'continuation-line', line: 2, offset: 5, found: '\\tB: 2' },
  { text: 'A: 1\n \t\nC: 3\n', rule: 'white-line', line: 2, offset: 5, found: ' \\t' },
  { text: 'A: 1\nB: 2\r3\nC: 3\n', rule: 'lone-cr', line: 2, offset: 9, found: 'B: 2\\r3' },
])('refuses $text for $rule and reads on', ({ text, ...place }) => {
  const { attributes, deviations, wellFormed } = parseJad(fromOctetText(text))
  expect({
    attributes: attributes.map(({ name, value }) => [name, value]),
    deviations,
    wellFormed,
  }).toEqual({
    attributes: [
      ['A', '1'],
      ['C', '3'],
    ],
    deviations: [{ ...place, tolerated: false }],
    wellFormed: false,
  })
})

// Legal by the grammar, or left open by it; reported since other readers or authors trip over them.
test.each<Row>([
  { text: 'A: 1\n\nC: 3\n', rule: 'blank-line', line: 2, offset: 5, found: '\\n' },
  { text: 'A: 1\nC: 3', rule: 'no-final-line-end', line: 2, offset: 9, found: 'C: 3' },
  { text: 'A: 1\nC: 3\r\n', rule: 'mixed-line-ends', line: 2, offset: 9, found: 'C: 3' },
  { text: 'A: 1\nC:3\n', rule: 'no-space-after-colon', line: 2, offset: 6, found: 'C:3' },
  { text: 'A: 1\nB: \nC: 3\n', rule: 'empty-value', line: 2, offset: 5, found: 'B: ' },
  { text: '#A: 1\nC: 3\n', rule: 'comment-line', line: 1, offset: 0, found: '#A: 1' },
  { text: 'A: 1\nA: 2\nC: 3\n', rule: 'duplicate-name', line: 2, offset: 5, found: 'A: 2' },
  {
    text: 'C: 3\nmidlet-NAME: 3\n',
    rule: 'name-case',
    line: 2,
    offset: 5,
    found: 'midlet-NAME: 3',
  },
  { text: 'C: 3\nMidlet-12: 3\n', rule: 'name-case', line: 2, offset: 5, found: 'Midlet-12: 3' },
  {
    text: 'MIDlet-Fun: 3\n',
    rule: 'unknown-reserved-name',
    line: 1,
    offset: 0,
    found: 'MIDlet-Fun: 3',
  },
])('reads $text and reports $rule', ({ text, ...place }) => {
  const { attributes, deviations, wellFormed } = parseJad(fromOctetText(text))
  expect({ last: attributes.at(-1)?.value, deviations, wellFormed }).toEqual({
    last: '3',
    deviations: [{ ...place, tolerated: true }],
    wellFormed: true,
  })
})

// Names of MIDP 2.1, JSR 211, JSR 271 and MEEP 8.
test.each([
  'MIDlet-1',
  'MIDlet-12-de',
  'MIDlet-1-Type',
  'MIDlet-Push-3',
  'MIDlet-Name-pt-BR',
  'MIDlet-Certificate-1-2',
  'MIDlet-Jar-RSA-SHA1',
  'MicroEdition-Handler-1-ID',
  'MIDletX-Anything',
  'Nokia-MIDlet-Category',
])('knows the attribute %s', (name) => {
  expect(parseJad(formatJad([[name, 'x']])).deviations).toEqual([])
})

test('a notify URL survives every defect around it', () => {
  const text = 'junk\n\0\n: x\nMIDlet-Install-Notify: http://server/n\n<html>\n x\n\xff: y'
  const { attributes, wellFormed } = parseJad(fromOctetText(text))
  expect(attributes).toContainEqual({
    name: 'MIDlet-Install-Notify',
    value: 'http://server/n',
    line: 4,
    offset: 11,
  })
  expect(wellFormed).toBe(false)
})

test('of countless deviations 1,000 are listed, the first refused one among them', () => {
  const octets = fromOctetText(`${'\n'.repeat(5_000)}no colon\n${'\n'.repeat(5_000)}`)
  const { deviations, wellFormed, lineEnds } = parseJad(octets)
  expect(deviations).toHaveLength(1_001)
  expect(deviations.at(-1)).toEqual({
    rule: 'line-without-colon',
    line: 5_001,
    offset: 5_000,
    found: 'no colon',
    tolerated: false,
  })
  expect({ wellFormed, lineEnds }).toEqual({
    wellFormed: false,
    lineEnds: { crlf: 0, lf: 10_001, cr: 0 },
  })
})

test('of more than 1 MiB the lines that fit are read, and it is refused', () => {
  const line = 'MIDlet-Name: Demo\n'
  const octets = new TextEncoder().encode(line.repeat(60_000))
  const { attributes, deviations, wellFormed } = parseJad(octets)
  expect({ wellFormed, read: attributes.length, told: deviations.at(-1) }).toEqual({
    wellFormed: false,
    read: 58_254,
    told: {
      rule: 'too-long',
      line: 58_255,
      offset: 1_048_572,
      found: '1080000 octets, more than 1048576',
      tolerated: false,
    },
  })
  expect(parseJad(new Uint8Array(1_048_577)).wellFormed).toBe(false)
  expect(parseJad(octets, { tolerance: nokiaJrtJad }).attributes).toEqual([])
})

test('the same octets are read once for each charset and tolerance', () => {
  const octets = formatJad(demo)
  const first = parseJad(octets)
  expect(parseJad(octets, { tolerance: strictJad })).toBe(first)
  expect(parseJad(octets, { charset: 'us-ascii' })).not.toBe(first)
  expect(parseJad(octets.slice())).not.toBe(first)
})

test.each([
  ['', 'x'],
  ['A:', 'x'],
  ['A\n', 'x'],
  ['A', 'x\r\nB: y'],
])('does not write an attribute that would not read as one line', (name, value) => {
  expect(attempt(() => formatJad([[name, value]]))).toMatchObject({ code: 'wire/jad-attribute' })
})

const name = fc.stringMatching(/^[!$%&*+.^_`|~0-9A-Za-zäé中-]{1,20}$/)
const value = fc.stringMatching(/^(?:[!-~äé中](?:[\t -~äé中]{0,40}[!-~äé中])?)?$/)

test('a descriptor that is written reads as itself', () => {
  const lineEnd = fc.constantFrom<'\r\n' | '\n'>('\r\n', '\n')
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value)), lineEnd, (attributes, end) => {
      const read = parseJad(formatJad(attributes, end))
      expect(read.attributes.map((attribute) => [attribute.name, attribute.value])).toEqual(
        attributes,
      )
      expect(read.wellFormed).toBe(true)
    }),
  )
})

test('places lie inside the octets and deviations are in their order', () => {
  const piece = fc.constantFrom(
    'A',
    ':',
    ' ',
    '\t',
    '\r',
    '\n',
    '\r\n',
    '\0',
    '\x1a',
    '#',
    '\xff',
    '\xc3\xa9',
    'MIDlet-Name',
  )
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => fromOctetText(pieces.join('')))
  fc.assert(
    fc.property(fc.oneof(text, fc.uint8Array()), (octets) => {
      const { attributes, deviations, wellFormed } = parseJad(octets)
      const offsets = deviations.map(({ offset }) => offset)
      expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
      expect(offsets.every((offset) => offset <= octets.length)).toBe(true)
      expect(wellFormed).toBe(deviations.every(({ tolerated }) => tolerated))
      const source = toOctetText(octets)
      const starts = attributes.map(({ offset }) => offset === 0 || source[offset - 1] === '\n')
      expect(starts).toEqual(starts.map(() => true))
    }),
  )
})
