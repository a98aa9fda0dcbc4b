import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isPartReference,
  partNamed,
  partType,
  readTogether,
} from '../../src/wire/download-parts.ts'
import { parseMediaType } from '../../src/wire/media-types.ts'
import type { MediaType } from '../../src/wire/media-types.ts'
import { formatMultipart } from '../../src/wire/multipart.ts'
import { attempt } from './attempt.ts'

const text = (words: string) => new TextEncoder().encode(words)

function typeOf(value: string): MediaType {
  const type = parseMediaType(value)
  if (type === undefined) throw new TypeError(`no media type: ${value}`)
  return type
}

const related = typeOf('multipart/related; boundary=b')
const descriptor = {
  headers: [['Content-Type', 'application/vnd.oma.dd+xml; charset=utf-8']] as const,
  body: text('<media/>'),
}
const picture = {
  headers: [
    ['content-type', 'image/gif'],
    ['CONTENT-ID', '<a@b>'],
  ] as const,
  body: text('GIF'),
}
const both = formatMultipart([descriptor, picture], 'b')

describe('a descriptor and its object in one body', () => {
  it('are read, the descriptor first', () => {
    const { descriptor: first, parts, isBehind } = readTogether(both, related)
    expect(first?.body).toEqual(descriptor.body)
    expect([parts.length, isBehind, first && partType(first)?.essence]).toEqual([
      2,
      false,
      'application/vnd.oma.dd+xml',
    ])
  })

  it('are told from a body with the descriptor behind something else, and from one without', () => {
    const behind = readTogether(formatMultipart([picture, descriptor], 'b'), related)
    const without = readTogether(formatMultipart([picture], 'b'), related)
    expect([behind, without].map((one) => [one.descriptor, one.isBehind])).toEqual([
      [undefined, true],
      [undefined, false],
    ])
  })

  it.each([
    ['cid:a@b', 'GIF'],
    ['CID:a@b', 'GIF'],
    ['cid:A@b', undefined],
    ['cid:<a@b>', undefined],
    ['cid:', undefined],
    ['a@b', undefined],
    ['http://ota.test/cid:a@b', undefined],
  ])('have the object named by its Content-ID: %s', (uri, body) => {
    const part = partNamed(readTogether(both, related).parts, uri)
    expect(part && new TextDecoder().decode(part.body)).toBe(body)
  })

  it.each([
    ['cid:a@b', true],
    ['Cid:', true],
    ['cid', false],
    ['http://ota.test/a', false],
  ])('name parts by %s: %s', (uri, isOne) => {
    expect(isPartReference(uri)).toBe(isOne)
  })

  it('are refused without a boundary, and where they are larger than a phone takes', () => {
    const refused = [
      attempt(() => readTogether(both, typeOf('multipart/related'))),
      attempt(() => readTogether(new Uint8Array(4_194_305), related)),
    ]
    expect(refused).toEqual([
      { kind: 'refused', code: 'wire/multipart', offset: 0 },
      { kind: 'refused', code: 'wire/multipart-too-large', offset: 0 },
    ])
  })

  it('may hold any octets', () => {
    const octets = fc.uint8Array({ maxLength: 200 })
    fc.assert(
      fc.property(octets, fc.nat(both.length), fc.nat(both.length), (some, start, end) => {
        const body = Uint8Array.of(...both.subarray(0, start), ...some, ...both.subarray(end))
        attempt(() => readTogether(body, related))
      }),
    )
  })
})
