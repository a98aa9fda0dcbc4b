import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MarkupElement, ReadElement } from '../../../src/wire/markup.ts'
import { coVocabulary } from '../../../src/wire/wbxml/co.table.ts'
import { cpVocabulary } from '../../../src/wire/wbxml/cp.table.ts'
import { decodeWbxml } from '../../../src/wire/wbxml/decode.ts'
import { encodeWbxml } from '../../../src/wire/wbxml/encode.ts'
import { siVocabulary } from '../../../src/wire/wbxml/si.table.ts'
import { slVocabulary } from '../../../src/wire/wbxml/sl.table.ts'
import type { WbxmlVocabulary } from '../../../src/wire/wbxml/vocabulary.ts'
import { attempt } from '../attempt.ts'
import { octetsOf } from '../octets-of.ts'

const vocabularies: readonly WbxmlVocabulary[] = [
  siVocabulary,
  slVocabulary,
  coVocabulary,
  cpVocabulary,
]

function plain({ name, attributes, content }: ReadElement): MarkupElement {
  return {
    name,
    attributes: attributes.map((attribute) => ({ name: attribute.name, value: attribute.value })),
    content: content.map((node) => (typeof node === 'string' ? node : plain(node))),
  }
}

function indication(...attributes: readonly (readonly [string, string])[]): MarkupElement {
  const named = attributes.map(([name, value]) => ({ name, value }))
  return { name: 'indication', attributes: named, content: [] }
}

describe('a value is written with the tokens that fit', () => {
  test.each([
    ['href', 'http://www.a.com/b.org/c', '0D 036100 85 036200 88 036300'],
    ['href', 'https://a', '0E 036100'],
    ['href', 'https://www.com/', '0F 03636F6D2F00'],
    ['href', 'HTTP://a', '0B 03485454503A2F2F6100'],
    ['href', '', '0B'],
    ['action', 'delete', '09'],
    ['created', '1999-06-25T15:23:15Z', '0A C30719990625152315'],
    ['created', '1999-06-25T10:00:00Z', '0A C3051999062510'],
    ['si-expires', '1999-06-30T00:00:00Z', '10 C30419990630'],
    ['si-expires', '2000-10-10T00:00:00Z', '10 C30420001010'],
    ['created', 'now', '0A 036E6F7700'],
  ])('%s=%s', (name, value, hex) => {
    expect(encodeWbxml(indication([name, value]), siVocabulary)).toEqual(
      octetsOf(`02056A00 86 ${hex} 01`),
    )
  })

  test('in a provisioning document only where a token is all of it, on the lowest page', () => {
    const parm = (name: string, value: string): MarkupElement => ({
      name: 'parm',
      attributes: [
        { name: 'name', value: name },
        { name: 'value', value },
      ],
      content: [],
    })
    const written = [parm('BEARER', 'GSM-GPRS'), parm('NAME', 'HAPPY'), parm('APPID', 'w2')].map(
      (element) => encodeWbxml(element, cpVocabulary),
    )
    expect(written).toEqual([
      octetsOf('020B6A00 87 10 06 AB 01'),
      octetsOf('020B6A00 87 07 06 03484150505900 01'),
      octetsOf('020B6A00 87 0001 36 0000 06 03773200 01'),
    ])
  })
})

test('names and values that have no token are literals', () => {
  const element = { ...indication(['action', 'shout'], ['x', '']), name: 'y' }
  expect(encodeWbxml({ ...element, content: ['a'] }, siVocabulary)).toEqual(
    octetsOf('02056A 0B 7900 616374696F6E00 7800 C400 0402 0373686F757400 0409 01 036100 01'),
  )
})

describe('what could not be read back is not written', () => {
  const deep = Array.from({ length: 33 }).reduce<MarkupElement>(
    (inner) => ({ name: 'si', attributes: [], content: [inner] }),
    { name: 'si', attributes: [], content: [] },
  )
  test.each([
    ['a NUL', indication(['href', 'a\0b']), 'wire/wbxml-unwritable'],
    ['an element too deep', deep, 'wire/wbxml-too-deep'],
  ])('%s', (_, element, code) => {
    const result = attempt(() => encodeWbxml(element, siVocabulary))
    expect(result).toMatchObject({ kind: 'refused', code })
  })
})

describe.each(vocabularies)('any document of $name', (vocabulary) => {
  const names = (of: readonly { readonly name: string }[]) => [
    ...new Set(of.map(({ name }) => name)),
  ]
  const text = fc
    .array(
      fc.oneof(
        fc.string({ minLength: 1, maxLength: 8 }),
        fc.constantFrom(
          ...vocabulary.values.map((row) => row.text),
          ...vocabulary.attributes.map((row) => ('prefix' in row ? row.prefix : undefined) ?? 'a'),
        ),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((pieces) => pieces.join('').replaceAll('\0', ''))
    .filter((joined) => joined !== '')
  const attribute = fc.record({
    name: fc.constantFrom('x', ...names(vocabulary.attributes)),
    value: text,
  })
  const { element } = fc.letrec<{ readonly element: MarkupElement }>((tie) => ({
    element: fc.record({
      name: fc.constantFrom('y', ...names(vocabulary.tags)),
      attributes: fc.array(attribute, { maxLength: 3 }),
      content: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constant([]),
        fc.array(text, { maxLength: 1 }),
        fc.array(tie('element'), { maxLength: 2 }),
      ),
    }),
  }))
  const form = fc.record({
    version: fc.constantFrom(1, 2, 3),
    strings: fc.uniqueArray(text, { maxLength: 3 }),
    publicIdAsText: fc.boolean(),
  })

  test('comes back as it was written', () => {
    fc.assert(
      fc.property(element, form, (given, how) => {
        const { root, version } = decodeWbxml(encodeWbxml(given, vocabulary, how))
        expect([plain(root), version]).toEqual([given, how.version])
      }),
    )
  })

  test('has no token twice on a page', () => {
    for (const rows of [vocabulary.tags, vocabulary.attributes, vocabulary.values]) {
      const tokens = rows.map(({ page, token }) => `${page}/${token}`)
      expect(new Set(tokens).size).toBe(tokens.length)
    }
  })
})
