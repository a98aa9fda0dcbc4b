import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  blackberryJad,
  microemulatorJad,
  nokiaJrtJad,
  phonemeJad,
  strictJad,
} from '../../src/wire/jad-tolerance.table.ts'
import type { JadTolerance } from '../../src/wire/jad-tolerance.table.ts'
import { parseJad } from '../../src/wire/jad.ts'
import { fromOctetText } from '../../src/wire/octet-text.ts'

type Pairs = readonly (readonly [name: string, value: string])[]

interface Reading {
  readonly attributes: Pairs
  readonly refused: readonly string[]
}

const read = (text: string, tolerance: JadTolerance): Reading => {
  const { attributes, deviations } = parseJad(fromOctetText(text), { tolerance })
  return {
    attributes: attributes.map(({ name, value }) => [name, value]),
    refused: deviations.filter(({ tolerated }) => !tolerated).map(({ rule }) => rule),
  }
}

const ab: Pairs = [
  ['A', '1'],
  ['B', '2'],
]

/** Each setting on its own, by the letter otherwise: the text, the setting, what is read, what is refused. */
const settings: [string, Partial<JadTolerance>, Pairs, ...string[]][] = [
  ['A: \xff\n', { undecodableOctets: 'replace' }, [['A', '\ufffd']]],
  ['\xef\xbb\xbfA: 1\n', { byteOrderMark: 'skip' }, [['A', '1']]],
  ['\xef\xbb\xbfA: 1\n', { byteOrderMark: 'skip-and-decode' }, [['A', '1']]],
  ['A: 1\rB: 2\r', { loneCr: 'line-end' }, ab],
  ['A: 1\r\r\nB\r: 2\n', { loneCr: 'drop' }, ab],
  ['A: 1\r2\n', { loneCr: 'keep' }, [['A', '1\r2']]],
  ['A: 1\nB: 2\n\x1a', { endOfFileMark: 'drop' }, ab],
  ['A: 1\nB: 2\r\n', { mixedLineEnds: 'refuse' }, ab, 'mixed-line-ends'],
  ['A: 1\nB: 2', { noFinalLineEnd: 'refuse' }, ab, 'no-final-line-end'],
  ['A: 1\nB: 2\nMIDlet-Na', { noFinalLineEnd: 'accept-and-drop-name' }, ab],
  ['A: 1\nB: 2\n</html>', { noFinalLineEnd: 'accept-and-drop-name' }, ab, 'line-without-colon'],
  ['A: 1\n\nB: 2\n', { blankLine: 'refuse' }, ab, 'blank-line'],
  ['A: 1\n \t\nB: 2\n', { whiteLine: 'skip' }, ab],
  ['A: 1\njunk\nB: 2\n', { lineWithoutColon: 'skip' }, ab],
  [
    'A: 1\njunk\nB: 2\n',
    { lineWithoutColon: 'join-to-next-name' },
    [
      ['A', '1'],
      ['junkB', '2'],
    ],
    'line-without-colon',
  ],
  ['A : 1\nB\t: 2\n', { spaceBeforeColon: 'trim' }, ab],
  ['A: 1\nB: 2\nC:3\n', { noSpaceAfterColon: 'refuse' }, ab, 'no-space-after-colon'],
  ['A: 1\n: x\nB: 2\n', { emptyName: 'skip' }, ab],
  ['A: 1\nC:\nB: 2\n', { emptyValue: 'refuse' }, ab, 'empty-value'],
  [
    'A: 1 \n  2\n \n 3\nB: 2\n',
    { continuationLine: 'join' },
    [
      ['A', '1  23'],
      ['B', '2'],
    ],
    'white-line',
  ],
  [
    'A: 1\n2\nB: 2\n\n 3\n',
    { continuationLine: 'join' },
    ab,
    'line-without-colon',
    'continuation-line',
  ],
  [
    'A: 1\n\tx\n 2\nB: 2\n',
    { continuationLine: 'join' },
    ab,
    'continuation-line',
    'continuation-line',
  ],
  [
    'A: 1\n 2\nB: 2\n',
    { continuationLine: 'join-if-manifest' },
    [
      ['A', '12'],
      ['B', '2'],
    ],
  ],
  ['#A: 1\n#\nA: 1\nB: 2\n', { hashLine: 'skip' }, ab],
  ['\x01A\x02: 1\nB: 2\n', { illegalName: 'trim' }, ab],
  ['(A): 1\n', { illegalName: 'accept' }, [['(A)', '1']]],
  ['A: 1\n\xc3\xa9: 2\nB: 2\n', { nameAlphabet: 'manifest' }, ab, 'illegal-name'],
  ['A: \x011\x02\nB: 2\n', { illegalValue: 'trim' }, ab],
  ['A: 1\x012\n', { illegalValue: 'accept' }, [['A', '1\x012']]],
  [
    'A: 0\nA: 1\n',
    { duplicateName: 'refuse' },
    [
      ['A', '0'],
      ['A', '1'],
    ],
    'duplicate-name',
  ],
  [
    'MIDLET-NAME: 1\nmidlet-push-1: 2\n',
    { nameCase: 'any' },
    [
      ['MIDlet-Name', '1'],
      ['MIDlet-Push-1', '2'],
    ],
  ],
  [
    'MIDlet-Fun: 1\n',
    { unknownReservedName: 'refuse' },
    [['MIDlet-Fun', '1']],
    'unknown-reserved-name',
  ],
  ['AAAA: 1\n', { nameCharactersMax: 3 }, [['AAAA', '1']], 'long-name'],
  ['A: 1234\n', { valueCharactersMax: 3 }, [['A', '1234']], 'long-value'],
  [
    'A: 12\nB: 12\n',
    { valueLimits: [['B', 1]] },
    [
      ['A', '12'],
      ['B', '12'],
    ],
    'long-value',
  ],
  ['A: 1\njunk\n', { afterRefusal: 'abandon' }, [], 'line-without-colon'],
]

test.each<(typeof settings)[number]>(settings)(
  '%j read with %j',
  (text, setting, attributes, ...refused) => {
    expect(read(text, { ...strictJad, ...setting })).toEqual({ attributes, refused })
  },
)

// JadProperties.java: CR and U+001A dropped, blanks in names refused, last error decides, reading goes on.
describe('phoneME', () => {
  test.each<[string, Pairs, ...string[]]>([
    ['A: 1\r\r\nB: 2\r\n\x1a', ab],
    [
      'A: 1\nB : x\n C: x\nno colon\nB: 2\n',
      ab,
      'space-before-colon',
      'continuation-line',
      'line-without-colon',
    ],
    ['A: \x021\nB:2', ab],
    ['A: 1\n \nB: 2\n', ab, 'white-line'],
  ])('reads %j', (text, attributes, ...refused) => {
    expect(read(text, phonemeJad)).toEqual({ attributes, refused })
  })
})

// JadReader.java and AttributeReader.java: continuation lines, lone CR, blanks before the colon; an error ends it all.
describe('the Nokia Java Runtime', () => {
  test.each<[string, Pairs, ...string[]]>([
    ['A : 1\rB: \r 2\r', ab],
    ['A: 1\n \t \nB: 2\nunfinished', ab],
    ['A: 1\nno colon\nB: 2\n', [], 'line-without-colon'],
    ['A: 1\n\tB: 2\n', [], 'continuation-line'],
  ])('reads %j', (text, attributes, ...refused) => {
    expect(read(text, nokiaJrtJad)).toEqual({ attributes, refused })
  })
})

// As observed: divides at LF, trims names and values, folds a line without colon into the next name and rejects.
describe('BlackBerry', () => {
  test.each<[string, Pairs, ...string[]]>([
    ['A : 1\r\r\nB: \n 2\n', ab],
    [
      'A: 1\njunk\nB: 2\n',
      [
        ['A', '1'],
        ['junkB', '2'],
      ],
      'line-without-colon',
    ],
  ])('reads %j', (text, attributes, ...refused) => {
    expect(read(text, blackberryJad)).toEqual({ attributes, refused })
  })
})

// JadProperties.java: the manifest parser of Java SE, and where that fails whatever has a colon; names of its alphabet.
describe('MicroEmulator', () => {
  test.each<[string, Pairs, ...string[]]>([
    ['A: \n 1\nB: 2\n\n', ab],
    ['A:1\n 1\njunk\n: x\n B : 2\n', ab],
    [' A: 1\nB: 2\n 3\n', ab],
    ['midlet-name: 1\n', [['MIDlet-Name', '1']]],
    ['A: 1\nB b: 2\n', [], 'illegal-name'],
  ])('reads %j', (text, attributes, ...refused) => {
    expect(read(text, microemulatorJad)).toEqual({ attributes, refused })
  })
})

test('whatever the tolerance, any octets are read, and 1 MiB of anything in bounded time', () => {
  const presets = [strictJad, phonemeJad, nokiaJrtJad, blackberryJad, microemulatorJad]
  const piece = fc.constantFrom(
    'A',
    ':',
    ' ',
    '\t',
    '\r',
    '\n',
    '\0',
    '\x1a',
    '#',
    '\xff',
    '\xfe',
    '\xef\xbb\xbf',
  )
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => fromOctetText(pieces.join('')))
  fc.assert(
    fc.property(
      fc.oneof(text, fc.uint8Array()),
      fc.constantFrom(...presets),
      (octets, tolerance) => {
        const { deviations, wellFormed } = parseJad(octets, { tolerance })
        expect(wellFormed).toBe(deviations.every(({ tolerated }) => tolerated))
      },
    ),
  )
  const started = performance.now()
  for (const unit of ['\n', '\r', 'a', ':', 'a: b\n c\n', '\xff']) {
    const octets = fromOctetText(unit.repeat(Math.floor(1_048_576 / unit.length)))
    parseJad(octets, { tolerance: nokiaJrtJad })
  }
  expect(performance.now() - started).toBeLessThan(10_000)
})
