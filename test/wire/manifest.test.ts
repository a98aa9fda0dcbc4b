import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatManifest, parseManifest } from '../../src/wire/manifest.ts'
import { fromOctetText, toOctetText } from '../../src/wire/octet-text.ts'
import { attempt } from './attempt.ts'

test('reads sections, in any of the three line ends', () => {
  const lines = [
    'Manifest-Version: 1.0',
    'MIDlet-Name: De',
    ' mo',
    '',
    '',
    'Name: a/b.class',
    'X: y',
    '',
  ]
  const sections = ['\r\n', '\n', '\r'].map((lineEnd) => {
    const manifest = parseManifest(fromOctetText(lines.join(lineEnd)))
    const pairs = manifest.main.map(({ name, value, line }) => [name, value, line])
    const named = manifest.sections.map(({ name, attributes }) => [name, attributes.length])
    return { pairs, named, deviations: manifest.deviations, wellFormed: manifest.wellFormed }
  })
  const expected = {
    pairs: [
      ['Manifest-Version', '1.0', 1],
      ['MIDlet-Name', 'Demo', 2],
    ],
    named: [['a/b.class', 2]],
    deviations: [],
    wellFormed: true,
  }
  expect(sections).toEqual([expected, expected, expected])
})

test('an attribute knows where its first line begins', () => {
  expect(parseManifest(fromOctetText('A: 1\r\nB: 2\r\n 3\r\nC: 4\r\n')).main).toEqual([
    { name: 'A', value: '1', line: 1, offset: 0 },
    { name: 'B', value: '23', line: 2, offset: 6 },
    { name: 'C', value: '4', line: 4, offset: 16 },
  ])
})

test('one SP of a continuation line is dropped and the others belong to the value', () => {
  expect(parseManifest(fromOctetText('A: b\n  c\n \n d\n')).main[0]?.value).toBe('b cd')
})

test('a fold may divide a character', () => {
  const { main, wellFormed } = parseManifest(fromOctetText('A: caf\xc3\n \xa9\n'))
  expect({ value: main[0]?.value, wellFormed }).toEqual({ value: 'café', wellFormed: true })
})

// JAR file specification, manifest grammar: `name: alphanum *headerchar`, `value: SPACE *otherchar newline`.
test.each([
  ['A: 1\nno colon\n', 'line-without-colon', 5],
  ['A: 1\n: x\n', 'empty-name', 5],
  ['A: 1\n-B: x\n', 'illegal-name', 5],
  ['A: 1\nB.b: x\n', 'illegal-name', 5],
  ['A: 1\nB : x\n', 'space-before-colon', 5],
  ['A: 1\nB:x\n', 'no-space-after-colon', 6],
  ['A: 1\nB:\n', 'no-space-after-colon', 6],
  ['A: 1\nB: \0\n', 'illegal-value', 5],
  ['A: 1\nB-\n  x\n y\n', 'line-without-colon', 5],
  ['A: 1\n\nB: 2\n', 'section-without-name', 6],
  [' x\nA: 1\n', 'continuation-line', 0],
  ['A: 1\n\n x\n', 'continuation-line', 6],
  ['\nA: 1\n', 'blank-line', 0],
  ['\xef\xbb\xbfB: 2\nA: 1\n', 'byte-order-mark', 0],
])('refuses %j for %s', (text, rule, offset) => {
  const { main, deviations, wellFormed } = parseManifest(fromOctetText(text))
  expect(main.map(({ name, value }) => [name, value])).toEqual([['A', '1']])
  expect(deviations.map((one) => [one.rule, one.offset, one.tolerated])).toEqual([
    [rule, offset, false],
  ])
  expect(wellFormed).toBe(false)
})

// PKG21: devices must cope with lines over 72 bytes.
test.each([
  [`A: ${'x'.repeat(70)}\n`, 'long-line', 0],
  ['B: 1\nb: 2\n', 'duplicate-name', 5],
  ['A: \n', 'empty-value', 0],
  ['A: 1\r\nB: 2\n', 'mixed-line-ends', 10],
  ['A: 1', 'no-final-line-end', 0],
])('reads %j and reports %s', (text, rule, offset) => {
  const { deviations, wellFormed } = parseManifest(fromOctetText(text))
  expect(deviations.map((one) => [one.rule, one.offset, one.tolerated])).toEqual([
    [rule, offset, true],
  ])
  expect(wellFormed).toBe(true)
})

test('octets that are not UTF-8 are refused and replaced', () => {
  const { main, deviations } = parseManifest(fromOctetText('A: \xe9\n'))
  expect(main.map(({ value }) => value)).toEqual(['\ufffd'])
  expect(deviations).toEqual([
    { rule: 'undecodable-octets', line: 1, offset: 0, found: 'A: \\xE9', tolerated: false },
  ])
})

test('folds at 72 octets, line end not counted', () => {
  const text = toOctetText(formatManifest([['A', 'x'.repeat(150)]]))
  expect(text.split('\r\n').map((line) => line.length)).toEqual([72, 72, 11, 0, 0])
})

test.each([
  ['A b', 'x'],
  ['', 'x'],
  ['A', 'x\ny'],
  ['A', '\0'],
])('does not write an attribute outside the grammar', (name, value) => {
  expect(attempt(() => formatManifest([[name, value]]))).toMatchObject({
    code: 'wire/manifest-attribute',
  })
})

test('over 1 MiB is no manifest', () => {
  expect(attempt(() => parseManifest(new Uint8Array(1_048_577)))).toMatchObject({
    code: 'wire/manifest-too-long',
    offset: 1_048_576,
  })
})

test('a manifest that is written reads as itself', () => {
  const name = fc.stringMatching(/^[0-9A-Za-z][0-9A-Za-z_-]{0,30}$/)
  const value = fc.stringMatching(/^[!-~é中😀](?:[ -~é中😀]{0,120}[!-~é中😀])?$/u)
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value)), (attributes) => {
      const octets = formatManifest(attributes)
      const manifest = parseManifest(octets)
      expect(manifest.main.map((attribute) => [attribute.name, attribute.value])).toEqual(
        attributes,
      )
      const longest = toOctetText(octets)
        .split('\r\n')
        .map((line) => line.length)
      expect(Math.max(...longest)).toBeLessThanOrEqual(72)
    }),
  )
})

test('any octets are a manifest, well formed when nothing in it is refused', () => {
  const piece = fc.constantFrom(
    'A',
    ': ',
    ':',
    ' ',
    '\r',
    '\n',
    '\r\n',
    '\0',
    'Name: ',
    '\xc3',
    '\xa9',
  )
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => fromOctetText(pieces.join('')))
  fc.assert(
    fc.property(fc.oneof(text, fc.uint8Array()), (octets) => {
      const { deviations, wellFormed } = parseManifest(octets)
      expect(wellFormed).toBe(deviations.every(({ tolerated }) => tolerated))
      expect(deviations.every(({ offset }) => offset <= octets.length)).toBe(true)
    }),
  )
})
