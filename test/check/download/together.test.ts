import { describe, expect, it } from 'vitest'
import addresses from '../../../src/check/checks/download/addresses-usable.ts'
import first from '../../../src/check/checks/download/descriptor-first.ts'
import mediaType from '../../../src/check/checks/download/media-type.ts'
import available from '../../../src/check/checks/download/object-available.ts'
import readable from '../../../src/check/checks/download/readable.ts'
import size from '../../../src/check/checks/download/size-holds.ts'
import type from '../../../src/check/checks/download/type-holds.ts'
import type { Check } from '../../../src/check/check.ts'
import type { Header } from '../../../src/trace/events.ts'
import { formatMultipart } from '../../../src/wire/multipart.ts'
import { exchanged, traceOf, verdicts } from '../trace-builder.ts'
import { ddType, media, objectUrl, tell, whole } from './sketched-descriptors.ts'

interface Part {
  readonly headers: readonly Header[]
  readonly body: Uint8Array
}

describe('a descriptor and its object in one body', () => {
  const bytes = (words: string) => new TextEncoder().encode(words)
  const named = whole.replace(objectUrl, 'cid:a@b')
  const dd = { headers: [ddType], body: bytes(media(named)) }
  const object: Part = {
    headers: [
      ['Content-Type', 'image/png'],
      ['Content-ID', '<a@b>'],
    ],
    body: bytes('abcd'),
  }
  const both = [dd, object]
  const sent = (parts: readonly Part[]) =>
    exchanged({
      url: 'http://ota.test/together.dd',
      headers: [['Content-Type', 'multipart/related; boundary=b']],
      body: formatMultipart(parts, 'b'),
    })

  it.each<readonly [string, Check, readonly Part[], string]>([
    ['the descriptor first', first, both, 'pass: the first part'],
    [
      'the object first',
      first,
      both.toReversed(),
      'fail: Unexpected another part before it, expected the descriptor first.',
    ],
    ['a type of its own', mediaType, both, 'pass: Content-Type application/vnd.oma.dd+xml'],
    ['the object', available, both, 'pass: it came with its descriptor'],
    [
      'no object',
      available,
      [dd],
      'fail: Unexpected no part called cid:a@b, expected the object, by its Content-ID.',
    ],
    ['a part as its object', addresses, both, 'pass: all of http or https, or relative'],
    ['an object of the size stated', size, both, 'pass: 4 octets, as stated'],
    [
      'an object of another size',
      size,
      [dd, { ...object, body: bytes('abcde') }],
      'fail: Unexpected object of 5 octets, expected 4, as stated.',
    ],
    ['an object of the type stated', type, both, 'pass: image/png'],
    [
      'an object of another type',
      type,
      [
        dd,
        {
          ...object,
          headers: [
            ['Content-Type', 'image/gif'],
            ['Content-ID', '<a@b>'],
          ],
        },
      ],
      'fail: Unexpected "image/gif", expected image/png.',
    ],
  ])('with %s is judged', (_, check, parts, reason) => {
    expect(tell(check, sent(parts))).toEqual([reason])
  })

  it('is no descriptor where there is none in it, or where it cannot be taken apart', () => {
    const headers: readonly Header[] = [['Content-Type', 'multipart/related; boundary=b']]
    const broken = exchanged({ url: 'http://ota.test/together.dd', headers, body: '--c' })
    expect([sent([object]), broken].map((one) => verdicts(readable, traceOf([one])))).toEqual([
      ['not-applicable'],
      ['not-applicable'],
    ])
  })

  it('is one that cannot be read where it says that it is one', () => {
    const label = 'multipart/related; boundary=b; type="application/vnd.oma.dd+xml"'
    const headers: readonly Header[] = [['Content-Type', label]]
    const broken = exchanged({ url: 'http://ota.test/together.dd', headers, body: '--c' })
    expect(tell(readable, broken)).toEqual([
      'fail: Unexpected document that cannot be read (Unexpected body, expected the boundary --b (at octet 0)), expected one in XML with the root media.',
    ])
  })
})
