import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseDataFile } from '../src/data-file.ts'
import { DataError } from '../src/errors.ts'
import { complaintOf } from './complaint.ts'

const schema = z.strictObject({
  name: z.string().min(1),
  size: z.int().positive().optional(),
  colour: z.enum(['red', 'green', 'blue']).optional(),
  place: z.strictObject({ street: z.string(), number: z.int() }).optional(),
  steps: z
    .array(
      z.union([
        z.strictObject({ walk: z.strictObject({ metres: z.int(), to: z.string().optional() }) }),
        z.strictObject({ ride: z.enum(['bus', 'train']) }),
      ]),
    )
    .optional(),
})

function complain(text: string) {
  return complaintOf(() => parseDataFile(text, 'trip.yaml', schema))
}

describe('a data file', () => {
  it('is what its schema says', () => {
    const text = `# a comment
name: "0900"
size: 3
place: { street: Main Street, number: 5 }
steps:
  - walk: { metres: 100 }
  - ride: bus
`
    expect(parseDataFile(text, 'trip.yaml', schema)).toEqual({
      name: '0900',
      size: 3,
      place: { street: 'Main Street', number: 5 },
      steps: [{ walk: { metres: 100 } }, { ride: 'bus' }],
    })
  })

  it('knows no booleans but true and false', () => {
    expect(parseDataFile('name: no', 'trip.yaml', schema)).toEqual({ name: 'no' })
  })
})

describe('a complaint about a data file', () => {
  it.each([
    [
      'a bracket that stays open',
      'name: a\nplace: { street: b',
      'data/syntax',
      /^trip\.yaml:2:\d+: .*flow map/i,
    ],
    [
      'a key twice',
      'name: a\nsize: 1\nname: b\n',
      'data/syntax',
      /^trip\.yaml:3:1: Map keys must be unique$/,
    ],
    [
      'a tab before a key',
      'place:\n\tstreet: b\n',
      'data/syntax',
      /^trip\.yaml:2:1: Tabs are not allowed as indentation$/,
    ],
    [
      'two documents',
      'name: a\n---\nname: b\n',
      'data/syntax',
      /^trip\.yaml:2:1: .*multiple documents/,
    ],
    [
      'an alias to nothing',
      'name: *nobody\n',
      'data/syntax',
      /^trip\.yaml:1:7: Unexpected alias \*nobody, expected its text$/,
    ],
  ])('about %s tells file, line and column', (_, text, code, message) => {
    expect(complain(text)).toEqual({
      code,
      message: expect.stringMatching(message),
      hint: undefined,
    })
  })

  it.each([
    {
      about: 'an unknown key',
      text: 'name: a\n\nsiez: 3\n',
      message: 'trip.yaml:3:1: Unrecognized key: "siez"',
      hint: 'Did you mean "size"?',
    },
    {
      about: 'an unknown key like no other',
      text: 'name: a\ntemperature: 3\n',
      message: 'trip.yaml:2:1: Unrecognized key: "temperature"',
      hint: 'It may be name, size, colour, place, steps.',
    },
    {
      about: 'an unknown key within',
      text: 'name: a\nplace: { street: b, numbr: 5, number: 5 }\n',
      message: 'trip.yaml:2:21: place: Unrecognized key: "numbr"',
      hint: 'Did you mean "number"?',
    },
    {
      about: 'a key missing within',
      text: 'name: a\nplace:\n  street: b\n',
      message: 'trip.yaml:3:3: place.number: Invalid input: expected number, received undefined',
      hint: 'There is no place.number yet: add it.',
    },
    {
      about: 'a value of the wrong kind',
      text: 'name: a\nsize: large\n',
      message: 'trip.yaml:2:7: size: Invalid input: expected number, received string',
      hint: undefined,
    },
    {
      about: 'a value that is none of its words',
      text: 'name: a\ncolour: gren\n',
      message: 'trip.yaml:2:9: colour: Invalid option: expected one of "red"|"green"|"blue"',
      hint: 'Did you mean "green"?',
    },
    {
      about: 'a value like none of its words',
      text: 'name: a\ncolour: magenta\n',
      message: 'trip.yaml:2:9: colour: Invalid option: expected one of "red"|"green"|"blue"',
      hint: 'It may be red, green, blue.',
    },
    {
      about: 'a choice that the author nearly made',
      text: 'name: a\nsteps:\n  - ride: bsu\n',
      message: 'trip.yaml:3:11: steps.0.ride: Invalid option: expected one of "bus"|"train"',
      hint: 'Did you mean "bus"?',
    },
    {
      about: 'an unknown key in the choice that the author made',
      text: 'name: a\nsteps:\n  - walk: { metres: 1, too: b }\n',
      message: 'trip.yaml:3:24: steps.0.walk: Unrecognized key: "too"',
      hint: 'Did you mean "to"?',
    },
    {
      about: 'a mandatory key that is mistyped',
      text: 'nmae: a\n',
      message: 'trip.yaml:1:1: Unrecognized key: "nmae"',
      hint: 'Did you mean "name"?',
    },
    {
      about: 'a key that would make the choice',
      text: 'name: a\nsteps:\n  - rid: bus\n',
      message: 'trip.yaml:3:5: steps.0: Unrecognized key: "rid"',
      hint: 'Did you mean "ride"?',
    },
    {
      about: 'a choice that is none',
      text: 'name: a\nsteps:\n  - 5\n',
      message: 'trip.yaml:3:5: steps.0: Invalid input',
      hint: undefined,
    },
    {
      about: 'a file of nothing',
      text: '',
      message: 'trip.yaml:1:1: Invalid input: expected object, received null',
      hint: undefined,
    },
    {
      about: 'a list in place of a map',
      text: '- name: a\n',
      message: 'trip.yaml:1:1: Invalid input: expected object, received array',
      hint: undefined,
    },
    {
      about: 'a mandatory key missing at the top',
      text: '# trip\nsize: 1\n',
      message: 'trip.yaml:2:1: name: Invalid input: expected string, received undefined',
      hint: 'There is no name yet: add it.',
    },
  ])('about $about tells where, and what was meant', ({ text, message, hint }) => {
    expect(complain(text)).toEqual({ code: 'data/schema', message, hint })
  })

  it('names the limit that a file is larger than', () => {
    expect(complain(`name: ${'a'.repeat(1_048_576)}`)).toEqual({
      code: 'data/too-large',
      message: 'trip.yaml is larger than dataFileBytesMax = 1048576',
      hint: undefined,
    })
  })

  it('refuses aliases, which could multiply', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const above = level === 0 ? 'x' : `*a${level - 1}`
      return `  a${level}: &a${level} [${Array(9).fill(above).join(', ')}]`
    })
    expect(complain(`name: a\nbomb:\n${levels.join('\n')}\n`)).toEqual({
      code: 'data/syntax',
      message: expect.stringMatching(/^trip\.yaml:4:12: Unexpected alias \*a0, expected its text$/),
      hint: undefined,
    })
  })

  it('is all that any text leads to', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'name: a\n',
        'steps:\n',
        '  - ',
        'walk: ',
        '{',
        '}',
        '[',
        ']',
        '*a',
        '&a ',
        '!!set',
        '? ',
        '<<: ',
        '%TAG\n',
        '---\n',
        '"',
        "'",
        '|\n',
        '\t',
        '\u0000',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const place = placeOfComplaint(() => parseDataFile(pieces.join(''), 'trip.yaml', schema))
        expect(place ?? 'trip.yaml:1:1').toMatch(/^trip\.yaml:\d+:\d+$/)
      }),
      { numRuns: 1000 },
    )
  })
})

/** None where the file is read; anything thrown that is not about the file is a defect. */
function placeOfComplaint(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    return error.place
  }
}

describe('one of very many words', () => {
  const shelf = z.strictObject({
    book: z.enum(Array.from({ length: 40 }, (_, n) => `volume-${n + 1}`)),
  })
  const complainOf = (text: string) => complaintOf(() => parseDataFile(text, 'shelf.yaml', shelf))

  it('is suggested, and the others are not told', () => {
    expect(complainOf('book: volumne-17\n')).toEqual({
      code: 'data/schema',
      message: 'shelf.yaml:1:7: book: Unexpected "volumne-17", expected one of 40 words',
      hint: 'Did you mean "volume-17"?',
    })
  })

  it('is told with a dozen of them where it is like none', () => {
    expect(complainOf('book: 7\n')).toEqual({
      code: 'data/schema',
      message: 'shelf.yaml:1:7: book: Unexpected 7, expected one of 40 words',
      hint: 'It may be volume-1, volume-2, volume-3, volume-4, volume-5, volume-6, volume-7, volume-8, volume-9, volume-10, volume-11, volume-12 and 28 more.',
    })
  })
})
