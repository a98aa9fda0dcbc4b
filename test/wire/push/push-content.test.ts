import { describe, expect, test } from 'vitest'
import { formatHex } from '../../../src/wire/hex.ts'
import {
  contentForms,
  encodeContent,
  formatContent,
  readPushContent,
} from '../../../src/wire/push/push-content.ts'
import type { PushContent } from '../../../src/wire/push/push-content.ts'
import { mediaTypeOf } from '../../../src/wire/wsp/content-type.ts'
import { decodePush } from '../../../src/wire/wsp/push-pdu.ts'
import { octetsOf } from '../octets-of.ts'
import { documentVectors } from './documents.table.ts'
import { kannelPushes } from './kannel-pushes.table.ts'
import { provisioningVectors } from './provisioning.table.ts'
import { writeContent } from './write-content.ts'

const octets = (text: string) => new TextEncoder().encode(text)

const vectors: readonly {
  readonly id: string
  readonly hex: string
  readonly content: PushContent
  readonly canonical: object | undefined
}[] = [
  ...documentVectors,
  ...provisioningVectors.map(({ provisioning, ...row }) => ({
    ...row,
    content: { kind: 'cp' as const, provisioning },
  })),
]

const formOf = (kind: string) => contentForms.find((row) => row.kind === kind)

describe('documents of others', () => {
  test.each(vectors)('$id means what it was made for', ({ hex, content }) => {
    const mediaType = formOf(content.kind)?.binary ?? ''
    expect(readPushContent(octetsOf(hex), { mediaType })?.content).toEqual(content)
  })

  test.each(vectors.filter(({ canonical }) => canonical !== undefined))(
    '$id is written to the same octets',
    ({ hex, content, canonical }) => {
      expect(formatHex(encodeContent(content.kind, writeContent(content), canonical))).toBe(hex)
    },
  )

  test.each(vectors)('$id comes back from text', ({ content }) => {
    const text = formatContent(content.kind, writeContent(content))
    const mediaType = formOf(content.kind)?.text ?? ''
    expect(readPushContent(octets(text), { mediaType })?.content).toEqual(content)
  })

  test.each(kannelPushes)('Kannel’s $id is what its initiator meant', ({ hex, content }) => {
    const push = decodePush(octetsOf(hex))
    const mediaType = mediaTypeOf(push.contentType) ?? ''
    expect(readPushContent(push.body, { mediaType })?.content).toEqual(content)
  })

  test('Gammu’s indication has its link behind a token without prefix', () => {
    const body =
      '02056A0045C60B03687474703A2F2F3132372E302E302E313A383038382F6F74612F67616D652E6A61640001034E65772067616D65000101'
    expect(readPushContent(octetsOf(body), { mediaType: 'application/vnd.wap.sic' })).toEqual({
      content: {
        kind: 'si',
        indication: { href: 'http://127.0.0.1:8088/ota/game.jad', text: 'New game', info: [] },
      },
      deviations: [],
    })
  })
})

test('deviations of the tokens come before those of what they say', () => {
  const body = octetsOf('02056A00 45 86 0A C303199906 01 01')
  const result = readPushContent(body, { mediaType: 'application/vnd.wap.sic' })
  expect(result?.deviations.map(({ rule, offset }) => [rule, offset])).toEqual([
    ['date-length', 7],
    ['invalid-date', 6],
    ['missing-href', 5],
    ['empty-text', 5],
  ])
})

test('a text is read in the character set of its content type', () => {
  const body = Uint8Array.from([
    ...octets('<si><indication href="a">'),
    0xe9,
    ...octets('</indication></si>'),
  ])
  expect(
    readPushContent(body, { mediaType: 'text/vnd.wap.si', charset: 'iso-8859-1' })?.content,
  ).toEqual({ kind: 'si', indication: { href: 'a', text: 'é', info: [] } })
})

test('another media type is none of these', () => {
  expect(readPushContent(octets('a'), { mediaType: 'text/plain' })).toBe(undefined)
})

test('octets are told while a body is read', () => {
  const notes: string[] = []
  readPushContent(octetsOf('02056A0005'), {
    mediaType: 'application/vnd.wap.sic',
    annotate: (_start, _end, meaning) => notes.push(meaning),
  })
  expect(notes.at(-1)).toBe('<si>, empty')
})
