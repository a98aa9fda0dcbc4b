import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatRequestHead,
  headerValue,
  headerValues,
  parseChallenge,
  parseContentRange,
  parseResponseHead,
  parseRetryAfter,
  parseSetCookie,
} from '../../src/wire/http-fields.ts'
import { fromOctetText, toOctetText } from '../../src/wire/octet-text.ts'
import { attempt } from './attempt.ts'

const fields = [
  ['Set-Cookie', 'a=1'],
  ['content-type', 'text/plain'],
  ['SET-COOKIE', 'b=2'],
] as const

test('fields are found in any case of letters', () => {
  expect(headerValue(fields, 'Set-Cookie')).toBe('a=1')
  expect(headerValues(fields, 'set-cookie')).toEqual(['a=1', 'b=2'])
  expect(headerValue(fields, 'Accept')).toBeUndefined()
})

// RFC 9110 section 11.6.1 has the third as its example; RFC 7617 section 2 the first.
test.each([
  [
    'Basic realm="WallyWorld"',
    [{ scheme: 'Basic', realm: 'WallyWorld', parameters: [['realm', 'WallyWorld']] }],
  ],
  ['basic Realm=ota', [{ scheme: 'basic', realm: 'ota', parameters: [['Realm', 'ota']] }]],
  [
    'Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""',
    [
      { scheme: 'Basic', realm: 'simple', parameters: [['realm', 'simple']] },
      {
        scheme: 'Newauth',
        realm: 'apps',
        parameters: [
          ['realm', 'apps'],
          ['type', '1'],
          ['title', 'Login to "apps"'],
        ],
      },
    ],
  ],
  [
    'Negotiate, NTLM TlRMTVNT==, Basic realm=""',
    [
      { scheme: 'Negotiate', parameters: [] },
      { scheme: 'NTLM', parameters: [] },
      { scheme: 'Basic', realm: '', parameters: [['realm', '']] },
    ],
  ],
  ['', []],
  ['"Basic"', []],
])('reads the challenges in %j', (value, challenges) => {
  expect(parseChallenge(value)).toEqual(challenges)
})

// RFC 9110 section 10.2.3.
test.each([
  ['120', { kind: 'seconds', seconds: 120 }],
  [' 0 ', { kind: 'seconds', seconds: 0 }],
  ['Fri, 31 Dec 1999 23:59:59 GMT', { kind: 'date', text: 'Fri, 31 Dec 1999 23:59:59 GMT' }],
  ['-1', undefined],
  ['1.5', undefined],
  ['tomorrow', undefined],
  ['', undefined],
])('reads Retry-After %j', (value, after) => {
  expect(parseRetryAfter(value)).toEqual(after)
})

// RFC 9110 section 14.4.
test.each([
  ['bytes 0-29999/48112', { start: 0, end: 29_999, total: 48_112 }],
  ['bytes 42-1233/*', { start: 42, end: 1233, total: undefined }],
  ['bytes */1234', undefined],
  ['bytes 5-4/10', undefined],
  ['bytes 0-10/10', undefined],
  ['lines 0-1/2', undefined],
  ['bytes=0-1/2', undefined],
])('reads Content-Range %j', (value, range) => {
  expect(parseContentRange(value)).toEqual(range)
})

// RFC 6265 sections 3.1 and 5.2.
test.each([
  [
    'SID=31d4d96e407aad42; Path=/; Secure',
    {
      name: 'SID',
      value: '31d4d96e407aad42',
      attributes: [
        ['Path', '/'],
        ['Secure', ''],
      ],
    },
  ],
  ['s=; Max-Age=0', { name: 's', value: '', attributes: [['Max-Age', '0']] }],
  ['a=b=c;;', { name: 'a', value: 'b=c', attributes: [] }],
  ['no pair', undefined],
  ['=x', undefined],
])('reads Set-Cookie %j', (value, cookie) => {
  expect(parseSetCookie(value)).toEqual(cookie)
})

test('reads the head of a response and leaves the body alone', () => {
  const head =
    'HTTP/1.1 200 OK\r\nContent-Type:  text/plain \r\nX-Folded: a\r\n\tb\r\nx-empty:\r\nX-High: \xe9\r\n\r\n'
  expect(parseResponseHead(fromOctetText(`${head}body`))).toEqual({
    version: '1.1',
    status: 200,
    reason: 'OK',
    headers: [
      ['Content-Type', 'text/plain'],
      ['X-Folded', 'a b'],
      ['x-empty', ''],
      ['X-High', '\xe9'],
    ],
    bytes: head.length,
  })
})

// RFC 9112 section 2.2 lets a recipient take LF alone; section 4 lets a reason be empty.
test('reads a head with bare LF and without a reason', () => {
  expect(parseResponseHead(fromOctetText('HTTP/1.0 404\nA: b\n\n'))).toEqual({
    version: '1.0',
    status: 404,
    reason: '',
    headers: [['A', 'b']],
    bytes: 19,
  })
})

test.each([
  ['', 0],
  ['HTTP/1.1 200 OK\r\n', 17],
  ['HTTP/1.1 200 OK\r\nA: b\r\n', 23],
  ['<html>\r\n\r\n', 0],
  ['HTTP/1.1 2000 OK\r\n\r\n', 0],
  ['HTTP/1.1 200 OK\r\nno colon\r\n\r\n', 17],
  ['HTTP/1.1 200 OK\r\nA : b\r\n\r\n', 17],
  ['HTTP/1.1 200 OK\r\nA: b\rc\r\n\r\n', 17],
  ['HTTP/1.1 200 OK\r\n A: b\r\n\r\n', 17],
])('refuses the head %j', (text, offset) => {
  expect(attempt(() => parseResponseHead(fromOctetText(text)))).toEqual({
    kind: 'refused',
    code: 'wire/http-head',
    offset,
  })
})

test('a request head is written as it is given', () => {
  const head = formatRequestHead({
    method: 'GET',
    target: 'http://host.foo.bar/app-dir/game.jar',
    version: '1.1',
    headers: [
      ['Host', 'host.foo.bar'],
      ['accept', 'application/java'],
      ['accept', ''],
    ],
  })
  expect(toOctetText(head)).toBe(
    'GET http://host.foo.bar/app-dir/game.jar HTTP/1.1\r\nHost: host.foo.bar\r\naccept: application/java\r\naccept: \r\n\r\n',
  )
})

const get = { method: 'GET', target: '/', version: '1.0', headers: [] } as const

test.each([
  { ...get, method: 'GET /' },
  { ...get, target: '/a b' },
  { ...get, target: '' },
  { ...get, headers: [['A', 'b\r\nC: d']] as const },
  { ...get, headers: [['A:', 'b']] as const },
  { ...get, headers: [['A', '€']] as const },
])('refuses to write a head that would read as another one', (head) => {
  expect(attempt(() => formatRequestHead(head))).toMatchObject({ code: 'wire/http-head' })
})

test('fields of a response survive being written and read', () => {
  const name = fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,12}$/)
  const value = fc.stringMatching(/^(?:[!-~](?:[ -~]{0,20}[!-~])?)?$/)
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value)), (headers) => {
      const text = headers.map(([field, content]) => `${field}: ${content}\r\n`).join('')
      const read = parseResponseHead(fromOctetText(`HTTP/1.1 204 No Content\r\n${text}\r\n`))
      expect(read.headers).toEqual(headers)
    }),
  )
})

test('any octets are a head or a WireError with a place', () => {
  const piece = fc.constantFrom(
    'HTTP/1.1 200 OK',
    '\r\n',
    '\n',
    '\r',
    'A: b',
    ' ',
    ':',
    '\0',
    '\xff',
  )
  const text = fc.array(piece).map((pieces) => fromOctetText(pieces.join('')))
  fc.assert(
    fc.property(fc.oneof(text, fc.uint8Array()), (octets) => {
      const read = attempt(() => parseResponseHead(octets))
      const place = read.kind === 'value' ? read.value.bytes : read.offset
      expect(place).toBeLessThanOrEqual(octets.length)
    }),
  )
})

test('any text is read as a field value, and long ones in bounded time', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '=', '"', '\\', ',', ' ', ';', '/', '1') })
  const readAll = (value: string): readonly unknown[] => [
    parseChallenge(value),
    parseRetryAfter(value),
    parseContentRange(value),
    parseSetCookie(value),
  ]
  fc.assert(
    fc.property(text, (value) => {
      expect(readAll(value)).toHaveLength(4)
    }),
  )
  const started = performance.now()
  for (const unit of ['a', ' ', 'a=', 'a ', '"', '\\', 'a=",', ',', ' a="\\']) {
    readAll(`a${unit.repeat(60_000)}`)
    readAll(`a ${unit.repeat(60_000)}x"`)
  }
  expect(performance.now() - started).toBeLessThan(2_000)
})
