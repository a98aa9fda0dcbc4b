import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attributeOf,
  childrenNamed,
  formatMarkup,
  markupLimits,
  parseMarkup,
  textOfElement,
} from '../../src/wire/markup.ts'
import type { MarkupElement, ReadElement } from '../../src/wire/markup.ts'
import { attempt } from './attempt.ts'
import { mutationsOf } from './mutations.ts'
import { octetsOf } from './octets-of.ts'

const octets = (text: string) => new TextEncoder().encode(text)
const refused = (text: string) => attempt(() => parseMarkup(octets(text)))

function plain({ name, attributes, content }: ReadElement): MarkupElement {
  return {
    name,
    attributes: attributes.map((attribute) => ({ name: attribute.name, value: attribute.value })),
    content: content.map((node) => (typeof node === 'string' ? node : plain(node))),
  }
}

const pap = `<?xml version="1.0"?>
<!DOCTYPE pap PUBLIC "-//WAPFORUM//DTD PAP 2.0//EN" "http://127.0.0.1:9/pap_2.0.dtd">
<?wap-pap-ver supported-versions="2.0,1.*"?>
<pap a="é"><b c ='1'
 d="x&#9;&amp;&lt;"/>t<![CDATA[<u>]]><!-- no -->v</pap>`

describe('a document', () => {
  test('has its type, its instructions, and elements that know their octet', () => {
    expect(parseMarkup(octets(pap))).toEqual({
      documentType: 'pap PUBLIC "-//WAPFORUM//DTD PAP 2.0//EN" "http://127.0.0.1:9/pap_2.0.dtd"',
      instructions: [{ target: 'wap-pap-ver', body: 'supported-versions="2.0,1.*"' }],
      root: {
        name: 'pap',
        attributes: [{ name: 'a', value: 'é', offset: 164 }],
        content: [
          {
            name: 'b',
            attributes: [
              { name: 'c', value: '1', offset: 174 },
              { name: 'd', value: 'x\t&<', offset: 194 },
            ],
            content: [],
            offset: 165,
          },
          't<u>v',
        ],
        offset: 153,
      },
    })
  })

  test.each([
    ['its own', octetsOf('3C613EC3A93C2F613E'), undefined],
    ['its byte order mark', octetsOf('EFBBBF3C613EC3A93C2F613E'), undefined],
    ['UTF-16 with one', octetsOf('FEFF 003C 0061 003E 00E9 003C 002F 0061 003E'), 'utf-8'],
    ['UTF-16 the other way', octetsOf('FFFE 3C00 6100 3E00 E900 3C00 2F00 6100 3E00'), undefined],
    ['the caller’s', octetsOf('3C613EE93C2F613E'), 'ISO-8859-1'],
    [
      'its declaration',
      Uint8Array.from([
        ...octets('<?xml version="1.0" encoding="iso-8859-1"?><a>'),
        0xe9,
        ...octets('</a>'),
      ]),
      undefined,
    ],
  ])('is read in the character set of %s', (_, document, charset) => {
    expect(textOfElement(parseMarkup(document, charset).root)).toBe('é')
  })

  test('in a character set that no phone knows is refused', () => {
    expect(attempt(() => parseMarkup(octets('<a/>'), 'utf-7'))).toEqual({
      kind: 'refused',
      code: 'wire/markup-charset',
      offset: 0,
    })
  })

  test('is asked for attributes, children and text by name', () => {
    const { root } = parseMarkup(octets('<a b="1">x<c/>y<d/><c e="2"/></a>'))
    expect([
      attributeOf(root, 'b'),
      attributeOf(root, 'e'),
      childrenNamed(root, 'c').map(({ offset }) => offset),
      textOfElement(root),
    ]).toEqual(['1', undefined, [10, 19], 'xy'])
  })
})

describe('nothing beyond the document is read or expanded', () => {
  test.each([
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['an internal entity', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['an entity of the language', '<a>&toString;</a>'],
    ['an entity of the language in a value', '<a b="&constructor;"/>'],
    ['an entity that HTML has', '<a>&nbsp;</a>'],
  ])('%s', (_, text) => {
    expect(refused(text)).toMatchObject({ kind: 'refused', code: 'wire/markup-not-well-formed' })
  })
})

describe('what is not well-formed is refused at its octet', () => {
  test.each([
    ['', 0],
    ['é', 2],
    ['<a>', 3],
    ['<a></b>', 7],
    ['<a b=1/>', 6],
    ['<a b="1" b="2"/>', 16],
    ['<a/><b/>', 7],
    ['<a>\u0001</a>', 4],
    ['<a>&#0;</a>', 7],
  ])('%j', (text, offset) => {
    expect(refused(text)).toEqual({ kind: 'refused', code: 'wire/markup-not-well-formed', offset })
  })

  test.each([
    ['after a byte order mark', octetsOf('EFBBBF 3C61'), 5],
    ['in UTF-16', octetsOf('FEFF 003C 0061'), 6],
    ['where something is no UTF-8', octetsOf('3C613EFFFF3C'), 6],
  ])('%s', (_, document, offset) => {
    expect(attempt(() => parseMarkup(document))).toMatchObject({ offset })
  })

  test.each([
    ['deeper than elementDepthMax', '<a>'.repeat(33)],
    ['of more nodes than markupNodesMax', `<a>${'<b/>'.repeat(10_000)}`],
    ['of more attributes', `<a ${Array.from({ length: 10_001 }, (_, n) => `b${n}=""`).join(' ')}`],
    ['longer than markupBytesMax', ' '.repeat(markupLimits.markupBytesMax + 1)],
  ])('%s', (_, text) => {
    expect(refused(text)).toEqual({ kind: 'refused', code: 'wire/markup-too-large', offset: 0 })
  })

  test('thousands of times over: in a document or at an octet within it', () => {
    let documents = 0
    fc.assert(
      fc.property(mutationsOf([octets(pap)]), (document) => {
        const result = attempt(() => parseMarkup(document))
        if (result.kind === 'value') documents += 1
        const offset = result.kind === 'value' ? result.value.root.offset : result.offset
        expect(offset).toBeLessThanOrEqual(document.length)
      }),
      { numRuns: 3_000 },
    )
    expect(documents).toBeGreaterThan(30)
  })
})

test('any document comes back as it was written', () => {
  const legal = fc.string({
    unit: fc.constantFrom('a', '<', '&', '>', '"', "'", ' ', '\t', '\n', '\r', 'é', '🎮', ']]>'),
    minLength: 1,
  })
  const { element } = fc.letrec<{ readonly element: MarkupElement }>((tie) => ({
    element: fc.record({
      name: fc.constantFrom('a', 'b-c', 'd.e'),
      attributes: fc.uniqueArray(
        fc.record({ name: fc.constantFrom('f', 'g', 'h'), value: legal }),
        { selector: ({ name }) => name },
      ),
      content: fc.oneof(
        { depthSize: 'small' },
        fc.constant([]),
        fc.tuple(legal),
        fc.array(tie('element'), { maxLength: 3 }),
      ),
    }),
  }))
  const type = { publicId: '-//A//B', systemId: 'http://a/b.dtd' }
  fc.assert(
    fc.property(element, fc.option(fc.constant(type), { nil: undefined }), (root, documentType) => {
      const document = parseMarkup(octets(formatMarkup(root, documentType)))
      expect(plain(document.root)).toEqual(root)
      expect(document.documentType).toBe(
        documentType && `${root.name} PUBLIC "-//A//B" "http://a/b.dtd"`,
      )
    }),
  )
})
