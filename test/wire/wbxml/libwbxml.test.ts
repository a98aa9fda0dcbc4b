/** Our documents under libwbxml, and its documents under ours. Where its programs are absent the test says so and is skipped. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  contentForms,
  encodeContent,
  formatContent,
  readPushContent,
} from '../../../src/wire/push/push-content.ts'
import type { PushContent } from '../../../src/wire/push/push-content.ts'
import { siActions } from '../../../src/wire/push/service-indication.ts'
import { slActions } from '../../../src/wire/push/service-loading.ts'
import { parseMarkup } from '../../../src/wire/markup.ts'
import type { ReadElement } from '../../../src/wire/markup.ts'
import { formatDate } from '../../../src/wire/wbxml/date.ts'
import { decodeWbxml } from '../../../src/wire/wbxml/decode.ts'
import { wmlVocabularies } from '../../../src/wire/wbxml/wml.table.ts'
import { documentVectors } from '../push/documents.table.ts'
import { provisioningVectors } from '../push/provisioning.table.ts'
import { writeContent } from '../push/write-content.ts'

const programs = { reader: 'wbxml2xml', writer: 'xml2wbxml' } as const

const present = ((): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${programs.reader} && command -v ${programs.writer}`])
    return true
  } catch {
    return false
  }
})()
const without = present ? '' : ' (skipped: no libwbxml2-utils here)'
if (!present) process.stderr.write(`test/wire/wbxml/libwbxml.test.ts${without}\n`)

test.runIf(process.env['CI'] !== undefined)('libwbxml is there, in CI', () => {
  expect(present).toBe(true)
})

const vectors: readonly { readonly id: string; readonly content: PushContent }[] = [
  ...documentVectors.filter(({ id }) => id !== 'V22'),
  ...provisioningVectors.map(({ id, provisioning }) => ({
    id,
    content: { kind: 'cp' as const, provisioning },
  })),
]

/** Elements with their attributes, one a line. */
function outline({ name, attributes, content }: ReadElement): readonly string[] {
  const list = attributes.map((attribute) => ` ${attribute.name}="${attribute.value}"`)
  const inside = content.flatMap((node) => (typeof node === 'string' ? [] : outline(node)))
  return [name + list.join(''), ...inside]
}

const formOf = (kind: string) => contentForms.find((row) => row.kind === kind)

describe.skipIf(!present)(`under libwbxml${without}`, () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ota-wbxml-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  /** What its decoder makes of the document that our encoder wrote. */
  function readByThem(content: PushContent): PushContent | undefined {
    const file = join(folder, 'a.wbxml')
    writeFileSync(file, encodeContent(content.kind, writeContent(content)))
    const xml = execFileSync(programs.reader, ['-k', '-o', '-', file], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return readPushContent(new Uint8Array(xml), { mediaType: formOf(content.kind)?.text ?? '' })
      ?.content
  }

  /** What our decoder makes of the document that its encoder wrote from our text. */
  function writtenByThem(content: PushContent, version: string): PushContent | undefined {
    const [xml, wbxml] = [join(folder, 'a.xml'), join(folder, 'b.wbxml')]
    writeFileSync(xml, formatContent(content.kind, writeContent(content)))
    const octets = execFileSync(programs.writer, ['-k', '-v', version, '-o', '-', xml], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    writeFileSync(wbxml, octets)
    return readPushContent(new Uint8Array(octets), {
      mediaType: formOf(content.kind)?.binary ?? '',
    })?.content
  }

  test.each(vectors)('$id that we write means the same', ({ content }) => {
    expect(readByThem(content)).toEqual(content)
  })

  test.each(vectors)('$id that it writes, as 1.2 and as 1.3, means the same', ({ content }) => {
    expect([writtenByThem(content, '1.2'), writtenByThem(content, '1.3')]).toEqual([
      content,
      content,
    ])
  })

  test.each(wmlVocabularies)('every token of $name means the same', (vocabulary) => {
    const { publicId, tags, attributes, values } = vocabulary
    const byToken = [
      ...tags.filter(({ name }) => name !== 'wml').map(({ token }) => [token]),
      ...attributes.map(({ token }) => [0x80 | 0x20, token, 0x03, 0x40, 0, 0x01]),
      ...values.map(({ token }) => [0x80 | 0x20, 0x4a, token, 0x01]),
    ]
    const octets = Uint8Array.from([3, publicId, 0x6a, 0, 0x7f, ...byToken.flat(), 0x01])
    const file = join(folder, 'a.wmlc')
    writeFileSync(file, octets)
    const xml = execFileSync(programs.reader, ['-k', '-o', '-', file], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const theirs = parseMarkup(new Uint8Array(xml))
    const { vocabulary: ours, root, deviations } = decodeWbxml(octets)
    expect([ours.name, deviations, outline(root)]).toEqual([
      vocabulary.name,
      [],
      outline(theirs.root),
    ])
    expect(theirs.documentType).toContain(vocabulary.documentType.publicId)
  })

  test('any indication, loading and provisioning document means the same both ways', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9&<>é€ .:/-]{0,12}[A-Za-z0-9é€]$/)
    const href = fc
      .tuple(
        fc.constantFrom('http://', 'http://www.', 'https://', 'https://www.', 'HTTP://'),
        fc.array(fc.constantFrom('a', '.com/', '.org/', 'b.jad', '?c=d&e', '%20'), {
          minLength: 1,
        }),
      )
      .map(([scheme, rest]) => scheme + rest.join(''))
    const date = fc
      .integer({ min: 0, max: 4_102_444_799 })
      .map((second) => formatDate(second * 1000))
    const indication = fc.record({
      kind: fc.constant('si' as const),
      indication: fc.record(
        {
          href,
          siId: word,
          created: date,
          expires: date,
          action: fc.constantFrom(...siActions),
          text: word,
          info: fc.constant([]),
        },
        { requiredKeys: ['text', 'info'] },
      ),
    })
    const loading = fc.record({
      kind: fc.constant('sl' as const),
      loading: fc.record(
        { href, action: fc.constantFrom(...slActions) },
        { requiredKeys: ['href'] },
      ),
    })
    const characteristic = fc.record({
      type: fc.constantFrom('NAPDEF', 'APPLICATION', 'PXLOGICAL', 'X'),
      parameters: fc.array(
        fc.record({
          name: fc.constantFrom('NAPID', 'APPID', 'BEARER', 'NAME', 'ADDR', 'X-A'),
          value: fc.oneof(word, fc.constantFrom('GSM-GPRS', 'IPV4', 'HTTP-BASIC')),
        }),
        { maxLength: 4 },
      ),
      characteristics: fc.constant([]),
    })
    const provisioning = fc.record({
      kind: fc.constant('cp' as const),
      provisioning: fc.record({
        version: fc.constantFrom('1.0', '1.1'),
        characteristics: fc.array(characteristic, { maxLength: 3 }),
      }),
    })
    fc.assert(
      fc.property(fc.oneof(indication, loading, provisioning), (content) => {
        expect([readByThem(content), writtenByThem(content, '1.3')]).toEqual([content, content])
      }),
      { numRuns: 60 },
    )
  })
})
