import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ddLimits,
  ddNamespace,
  readDownloadDescriptor,
  writeDownloadDescriptor,
} from '../../src/wire/download-descriptor.ts'
import type { DownloadDescriptor } from '../../src/wire/download-descriptor.ts'
import { attempt } from './attempt.ts'
import { mutationsOf } from './mutations.ts'

const octets = (text: string) => new TextEncoder().encode(text)
const media = (content: string) => octets(`<media xmlns="${ddNamespace}">${content}</media>`)
const read = (content: string) => readDownloadDescriptor(media(content))
const required = '<type>a/b</type><size>1</size><objectURI>o</objectURI>'

const whole: DownloadDescriptor = {
  types: ['x-epoc/x-sisx-app', 'image/gif'],
  size: 21_904,
  objectUri: 'http://127.0.0.1/client.sisx?a=1&b=2',
  installNotifyUri: 'http://127.0.0.1/notify',
  nextUrl: 'http://127.0.0.1/next',
  version: '1.0',
  name: 'Client <é>',
  description: 'Synchronises',
  vendor: 'Example',
  infoUrl: 'http://127.0.0.1/info',
  iconUri: 'http://127.0.0.1/icon.gif',
  installParam: '-a "b"',
}

describe('a download descriptor', () => {
  test('says what the object is and where it lies', () => {
    const written = writeDownloadDescriptor(whole)
    expect(readDownloadDescriptor(written)).toEqual({ descriptor: whole, deviations: [] })
  })

  test('may be in a prefixed namespace and have extensions of vendors', () => {
    const text = `<dd:media xmlns:dd="${ddNamespace}" xmlns:v="http://vendor.example/ddx">
      <dd:type> application/java-archive </dd:type><dd:size>6438</dd:size>
      <v:version>1.0.0</v:version><v:object><v:xlet name="A"/></v:object>
      <dd:objectURI>A.jar</dd:objectURI><dd:name>A</dd:name>
    </dd:media>`
    expect(readDownloadDescriptor(octets(text))).toEqual({
      descriptor: {
        types: ['application/java-archive'],
        size: 6438,
        objectUri: 'A.jar',
        name: 'A',
      },
      deviations: [],
    })
  })

  test.each([
    ['<media/>', ['namespace', 'missing-type', 'missing-size', 'missing-object-uri']],
    [`<media xmlns="${ddNamespace}/1.0">${required}</media>`, ['namespace']],
  ])('%s departs from its document type', (text, rules) => {
    const { deviations } = readDownloadDescriptor(octets(text))
    expect(deviations.map(({ rule }) => rule)).toEqual(rules)
  })

  test.each([
    [required, []],
    ['<size>1</size><objectURI>o</objectURI>', ['missing-type']],
    ['<type/><size>1</size><objectURI>o</objectURI>', ['missing-type']],
    ['<type>a/b</type><objectURI>o</objectURI>', ['missing-size']],
    ['<type>a/b</type><size>1</size>', ['missing-object-uri']],
    ['<type>a/b</type><size>1</size><objectURI> </objectURI>', ['missing-object-uri']],
    ['<type>a/b</type><size>0</size><objectURI>o</objectURI>', ['invalid-size']],
    ['<type>a/b</type><size>-1</size><objectURI>o</objectURI>', ['invalid-size']],
    ['<type>a/b</type><size>12 KB</size><objectURI>o</objectURI>', ['invalid-size']],
    ['<type>a/b</type><size/><objectURI>o</objectURI>', ['invalid-size']],
    [`${required}<size>2</size>`, ['duplicate-element']],
    [`${required}<objectURI>p</objectURI>`, ['duplicate-element']],
    [`${required}<Name>p</Name>`, ['unexpected-element']],
    [`${required}<name><b>p</b></name>`, ['unexpected-content']],
    [`${required}and more`, ['unexpected-content']],
  ])('%s breaks %j', (content, rules) => {
    expect(read(content).deviations.map(({ rule }) => rule)).toEqual(rules)
  })

  test('keeps the first of two elements, and tells the octet of the second', () => {
    const { descriptor, deviations } = read(`${required}<size>2</size>`)
    expect([descriptor.size, deviations]).toEqual([
      1,
      [{ rule: 'duplicate-element', offset: 112, found: 'size' }],
    ])
  })

  test.each([
    ['a size of a number that no phone can count', '9'.repeat(16)],
    ['a size in hexadecimal', '0x10'],
    ['a size with a fraction', '1.5'],
  ])('%s is no size', (_, size) => {
    const text = `<type>a/b</type><size>${size}</size><objectURI>o</objectURI>`
    expect(read(text).descriptor.size).toBeUndefined()
  })
})

describe('what is no download descriptor', () => {
  test.each([
    ['another document', '<pap/>', 'wire/dd-root', 0],
    ['a page', '<!DOCTYPE html><html><p>x</html>', 'wire/markup-not-well-formed', 32],
    ['nothing', '', 'wire/markup-not-well-formed', 0],
  ])('%s is refused', (_, text, code, offset) => {
    expect(attempt(() => readDownloadDescriptor(octets(text)))).toEqual({
      kind: 'refused',
      code,
      offset,
    })
  })

  test('a thousand deviations are listed up to the limit', () => {
    const { deviations } = read('<x/>'.repeat(1_000))
    expect(deviations.length).toBe(ddLimits.ddDeviationsMax)
  })

  test('any octets and any change of a good one end in a value or a refusal', () => {
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      mutationsOf([writeDownloadDescriptor(whole), media(required)]),
    )
    fc.assert(
      fc.property(any, (input) => {
        expect(['value', 'refused']).toContain(attempt(() => readDownloadDescriptor(input)).kind)
      }),
      { numRuns: 2_000 },
    )
  })

  test('what is written is what is read, for any texts', () => {
    const text = fc.stringMatching(/^[!-~é€](?:[ -~é€]{0,20}[!-~é€])?$/)
    const descriptor = fc.record({
      types: fc.array(text, { minLength: 1, maxLength: 3 }),
      size: fc.integer({ min: 1 }),
      objectUri: text,
      name: text,
      installParam: text,
    })
    fc.assert(
      fc.property(descriptor, (given) => {
        const written = writeDownloadDescriptor(given)
        expect(readDownloadDescriptor(written)).toEqual({ descriptor: given, deviations: [] })
      }),
    )
  })
})
