import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReadElement } from '../../../src/wire/markup.ts'
import { decodeWbxml } from '../../../src/wire/wbxml/decode.ts'
import type { WbxmlOptions } from '../../../src/wire/wbxml/read-header.ts'
import { siVocabulary } from '../../../src/wire/wbxml/si.table.ts'
import { attempt } from '../attempt.ts'
import { mutationsOf } from '../mutations.ts'
import { octetsOf } from '../octets-of.ts'
import { documentVectors } from '../push/documents.table.ts'
import { provisioningVectors } from '../push/provisioning.table.ts'

/** A document in one line: `<name attribute="value">content</name>`, nothing escaped. */
function told({ name, attributes, content }: ReadElement): string {
  const list = attributes.map((attribute) => ` ${attribute.name}="${attribute.value}"`).join('')
  const inside = content.map((node) => (typeof node === 'string' ? node : told(node))).join('')
  return `<${name}${list}>${inside}</${name}>`
}

function read(hex: string, options: WbxmlOptions = {}): readonly unknown[] {
  const { root, deviations } = decodeWbxml(octetsOf(hex), options)
  return [told(root), deviations.map(({ rule, offset, found }) => [rule, offset, found])]
}

const refused = (hex: string, options: WbxmlOptions = {}) =>
  attempt(() => decodeWbxml(octetsOf(hex), options))

describe('a document without deviations', () => {
  test.each([
    ['a bare root', '02056A0005', '<si></si>'],
    [
      'its type in the string table',
      '0200006A1C2D2F2F574150464F52554D2F2F44544420534920312E302F2F454E0005',
      '<si></si>',
    ],
    [
      'an index into the middle of a text',
      '02056A 04 61626300 45 C6 11 8301 01 8302 01 01',
      '<si><indication si-id="bc">c</indication></si>',
    ],
    [
      'a value of many pieces',
      '02056A00 45 C6 0C 036100 85 036200 88 01 01 01',
      '<si><indication href="http://a.com/b.org/"></indication></si>',
    ],
    ['a name in the string table', '02056A 02 7800 45 4400 036100 01 01', '<si><x>a</x></si>'],
    [
      'instructions before, in and behind it',
      '02056A00 43 11 036100 01 45 43 11 01 01 43 11 01',
      '<si></si>',
    ],
    [
      'UCS-2 texts in line and in the table',
      '02 05 8768 06 004100420000 45 46 03 04180433 0000 8302 01 01',
      '<si><indication>ИгB</indication></si>',
    ],
    ['Latin-1', '02050400 45 46 03E900 01 01', '<si><indication>é</indication></si>'],
  ])('%s', (_, hex, text) => {
    expect(read(hex)).toEqual([text, []])
  })

  test('characters as entities, in a value and in a text', () => {
    expect(read('02056A00 45 C6 11 036100 0226 036200 01 02A02C 01 01')).toEqual([
      '<si><indication si-id="a&b">\u102C</indication></si>',
      [],
    ])
  })

  test('code pages of tags and attributes are switched apart from each other', () => {
    const hex = '030B6A00 45 C6 0001 55 01 87 36 0000 06 037732 00 01 0001 07 0000 06 01 01'
    expect(read(hex)).toEqual([
      '<wap-provisioningdoc><characteristic type="APPLICATION">' +
        '<parm name="APPID" value="w2"></parm><parm></parm><characteristic></characteristic>' +
        '</characteristic></wap-provisioningdoc>',
      [],
    ])
  })
})

describe('what a receiver can skip is named with its octet', () => {
  test.each<readonly [string, string, readonly unknown[]]>([
    ['04056A0005', '<si></si>', [['version', 0, '0x4']]],
    ['0205000005', '<si></si>', [['charset', 2, 'not stated']]],
    ['0205876D0005', '<si></si>', [['charset', 2, '1005']]],
    ['02056A00050505', '<si></si>', [['trailing-octets', 5, '2 octets']]],
    [
      '02056A00 45 7C 036100 01 01',
      '<si><tag 0x3c of page 0>a</tag 0x3c of page 0></si>',
      [['unknown-tag', 5, 'tag 0x3c of page 0']],
    ],
    [
      '02056A00 45 0009 06 01',
      '<si><tag 0x06 of page 9></tag 0x06 of page 9></si>',
      [['unknown-tag', 7, 'tag 0x06 of page 9']],
    ],
    [
      '02056A00 45 86 3F 036100 01 01',
      '<si><indication attribute 0x3f of page 0="a"></indication></si>',
      [['unknown-attribute', 6, 'attribute 0x3f of page 0']],
    ],
    [
      '02056A00 45 86 0B 036100 9F 01 01',
      '<si><indication href="a"></indication></si>',
      [['unknown-value', 10, 'value 0x9f of page 0']],
    ],
    [
      '02056A00 45 46 40 6100 8005 C0 01 01',
      '<si><indication></indication></si>',
      [
        ['extension', 6, '0x40'],
        ['extension', 9, '0x80'],
        ['extension', 11, '0xc0'],
      ],
    ],
    [
      '02056A00 45 46 02 83B000 01 01',
      '<si><indication>\uFFFD</indication></si>',
      [['entity', 6, 'U+D800']],
    ],
    [
      '02056A00 45 86 0B C3020102 01 01',
      '<si><indication href=""></indication></si>',
      [['opaque', 7, '2 octets in href']],
    ],
    [
      '02056A00 45 46 0361FF00 01 01',
      '<si><indication>a\uFFFD</indication></si>',
      [['malformed-text', 8, '0xff is not utf-8']],
    ],
    [
      '02050300 45 46 0361C3A900 01 01',
      '<si><indication>aé</indication></si>',
      [['malformed-text', 8, '0xc3 is not us-ascii']],
    ],
    [
      '02056A 01 61 45 46 8300 01 01',
      '<si><indication>a</indication></si>',
      [['unterminated-string', 7, 'index 0']],
    ],
    [
      '02056A00 45 86 0A C303199906 01 01',
      '<si><indication created="1999-06-00T00:00:00Z"></indication></si>',
      [['date-length', 7, '1999-06-00T00:00:00Z']],
    ],
    [
      '02056A00 45 86 0A C3081999062515231500 01 01',
      '<si><indication created="1999-06-25T15:23:15Z"></indication></si>',
      [['date-length', 7, '1999-06-25T15:23:15Z']],
    ],
    [
      '02056A00 45 86 10 C304199906AB 01 01',
      '<si><indication si-expires="1999-06-abT00:00:00Z"></indication></si>',
      [['date-digits', 7, '1999-06-abT00:00:00Z']],
    ],
    [
      '02056A00 45 86 0A C30720080230120000 01 01',
      '<si><indication created="2008-02-30T12:00:00Z"></indication></si>',
      [['date-calendar', 7, '2008-02-30T12:00:00Z']],
    ],
    [
      '02056A00 45 86 0A 03323030382D303200 01 01',
      '<si><indication created="2008-02"></indication></si>',
      [['date-as-text', 7, '2008-02']],
    ],
  ])('%s', (hex, text, deviations) => {
    expect(read(hex)).toEqual([text, deviations])
  })

  test('a type nobody knows is read as the one that the content type names', () => {
    expect(read('02016A0005', { expected: siVocabulary })).toEqual([
      '<si></si>',
      [['public-id', 1, '0x1']],
    ])
    expect(read('0200006A02780005', { expected: siVocabulary })).toEqual([
      '<si></si>',
      [['public-id', 1, 'x']],
    ])
  })

  test('version 1.0 has no character set; Symbian reads one all the same', () => {
    const hex = '00056A0045C60D0378797A00850103616263000101'
    expect(refused(hex)).toEqual({ kind: 'refused', code: 'wire/out-of-bounds', offset: 3 })
    expect(read(hex, { charsetInVersion10: true })).toEqual([
      '<si><indication href="http://www.xyz.com/">abc</indication></si>',
      [],
    ])
    expect(read('00050005')).toEqual(['<si></si>', []])
  })

  test('no more than 200 deviations are listed', () => {
    const { deviations } = decodeWbxml(octetsOf(`02056A0045${'3C'.repeat(300)}01`))
    expect(deviations.length).toBe(200)
  })
})

describe('what cannot be read is refused at its octet', () => {
  test.each([
    ['', 'wire/out-of-bounds', 0],
    ['02056A00', 'wire/out-of-bounds', 4],
    ['02056A0A00', 'wire/out-of-bounds', 4],
    ['02016A0005', 'wire/wbxml-public-id', 1],
    ['0200096A00', 'wire/wbxml-string-index', 1],
    ['02056A0001', 'wire/wbxml-token', 4],
    ['02056A0004 05', 'wire/wbxml-string-index', 4],
    ['02056A0045 8300 01', 'wire/wbxml-string-index', 5],
    ['02056A0045 0361', 'wire/unterminated-text', 6],
    ['02056A0045 C3056100', 'wire/out-of-bounds', 7],
    ['02056A0085 85', 'wire/wbxml-token', 5],
    ['02056A0085 0361', 'wire/wbxml-token', 5],
    // Kannel writes CDATA sections without a token before them.
    [
      '02056A0045C60D0378797A008503656D61696C2F3132332F6162632E776D6C000AC3071999062515231510C3041999063001613C620101',
      'wire/out-of-bounds',
      55,
    ],
    // Gecko, test_cp_pdu_helper.js: one END is missing.
    ['030B6A054E41503100C54601C6570101', 'wire/out-of-bounds', 16],
    [`02056A00${'45'.repeat(33)}`, 'wire/wbxml-too-deep', 36],
    ['0'.repeat(131_074), 'wire/wbxml-too-long', 65_535],
  ])('%.60s', (hex, code, offset) => {
    expect(refused(hex)).toEqual({ kind: 'refused', code, offset })
  })

  test('a string table that is referred to over and over', () => {
    const table = '61'.repeat(16_383)
    const hex = `02056A 818000 ${table}00 45 ${'8300'.repeat(17)} 01`
    expect(refused(hex)).toEqual({
      kind: 'refused',
      code: 'wire/wbxml-too-much-text',
      offset: 6 + 16_384 + 1 + 16 * 2,
    })
  })

  test('thousands of times over: in a document or at an octet within it', () => {
    const samples = [...documentVectors, ...provisioningVectors].map(({ hex }) => octetsOf(hex))
    let documents = 0
    fc.assert(
      fc.property(mutationsOf(samples), (octets) => {
        const result = attempt(() => decodeWbxml(octets, { expected: siVocabulary }))
        const places =
          result.kind === 'value' ? result.value.deviations : [{ offset: result.offset }]
        if (result.kind === 'value') documents += 1
        expect(places.filter(({ offset }) => !(offset >= 0 && offset <= octets.length))).toEqual([])
      }),
      { numRuns: 3_000 },
    )
    expect(documents).toBeGreaterThan(100)
  })
})

test('every octet of a document is told, in order', () => {
  const octets = octetsOf('02056A0045C60D0378797A00850AC30419990630080103610002A02C0101')
  const notes: [number, number, string][] = []
  decodeWbxml(octets, { annotate: (...note) => notes.push(note) })
  expect(notes).toEqual([
    [0, 1, 'WBXML 1.2'],
    [1, 2, 'Document type 5: SI 1.0'],
    [2, 3, 'Character set 106: utf-8'],
    [3, 4, 'String table of 0 octets'],
    [4, 5, '<si>, with content'],
    [5, 6, '<indication>, with attributes and content'],
    [6, 7, 'Attribute href="http://www.…'],
    [7, 12, 'Text "xyz"'],
    [12, 13, 'Value ".com/"'],
    [13, 14, 'Attribute created'],
    [14, 20, 'Opaque, 4 octets'],
    [20, 21, 'Attribute action="signal-high…'],
    [21, 22, 'End of the attributes'],
    [22, 25, 'Text "a"'],
    [25, 28, 'Character U+102C'],
    [28, 29, '</indication>'],
    [29, 30, '</si>'],
  ])
  expect(notes.slice(1).every(([start], index) => start === notes[index]?.[1])).toBe(true)
})

describe('a variable of a deck', () => {
  test.each([
    [[0x40, 0x78, 0], '', '$(x:escape)'],
    [[0x41, 0x78, 0], '', '$(x:unesc)'],
    [[0x42, 0x78, 0], '', '$(x:noesc)'],
    [[0x80, 0], 'x\0', '$(x:escape)'],
    [[0x81, 2], 'x\0yz\0', '$(yz:unesc)'],
    [[0x82, 3], 'x\0yz\0', '$(z:noesc)'],
  ])('%j with the table %j is %s', (extension, table, text) => {
    const strings = new TextEncoder().encode(table)
    const octets = [0x03, 0x0a, 0x6a, strings.length, ...strings, 0x7f, 0x60, ...extension, 1, 1]
    const { root, deviations } = decodeWbxml(Uint8Array.from(octets))
    expect([deviations, root]).toMatchObject([[], { name: 'wml', content: [{ content: [text] }] }])
  })
})
