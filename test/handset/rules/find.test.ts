import { describe, expect, it } from 'vitest'
import type { Received } from '../../../src/handset/behaviour.ts'
import { strict } from '../../../src/handset/personalities/strict.ts'
import { authorizationHeader } from '../../../src/handset/rules/credentials.ts'
import { judgeFind } from '../../../src/handset/rules/find.ts'
import { s603rd } from '../../../src/handset/platforms/symbian.ts'
import { formatMultipart } from '../../../src/wire/multipart.ts'
import { plainProfile } from '../plain-profile.ts'

const phone = { behaviour: strict, profile: plainProfile }
const url = 'http://ota.test/demo'
const octets = Uint8Array.of(1, 2, 3)

function answered(status: number, contentType?: string): Received {
  const headers = contentType === undefined ? [] : [['content-type', contentType] as const]
  return { kind: 'response', url, status, headers, body: octets }
}

/** The user let it come to its end. */
function unstopped(received: Received) {
  return { received, cancelled: false }
}

const notYet = { kind: 'failure', url, cause: 'unreachable', detail: 'not asked yet' } as const

const jad = 'text/vnd.sun.j2me.app-descriptor'

describe('what a link leads to', () => {
  it.each([
    ['its type', jad, undefined],
    ['its type in capitals', jad.toUpperCase(), undefined],
    ['its type and a charset', `${jad}; charset=ISO-8859-1`, 'ISO-8859-1'],
    ['its type and a quoted charset', `${jad};charset="utf-8"`, 'utf-8'],
  ])('is a descriptor by %s', (_, contentType, charset) => {
    expect(judgeFind(phone, unstopped(answered(200, contentType)))).toEqual({
      kind: 'descriptor',
      url,
      octets,
      charset,
    })
  })

  it.each(['application/java-archive', 'application/java', 'Application/Java-Archive'])(
    'is a package by the type %s',
    (contentType) => {
      expect(judgeFind(phone, unstopped(answered(200, contentType)))).toEqual({
        kind: 'package',
        url,
        octets,
      })
    },
  )

  it.each([
    ['a page', answered(200, 'text/html'), 'media type text/html: the page has no link'],
    ['a picture', answered(200, 'image/gif'), 'media type image/gif'],
    ['a descriptor sent as plain text', answered(200, 'text/plain'), 'media type text/plain'],
    ['something without a type', answered(200), 'media type missing'],
    ['something of a type that is none', answered(200, ';;'), 'media type ;;'],
    [
      'something of a type without end',
      answered(200, `a/\t${'b'.repeat(10_000)}`),
      `media type a/\\t${'b'.repeat(95)}…`,
    ],
    ['nothing', answered(404, jad), 'HTTP status 404'],
    ['an answer without content', answered(204, jad), 'HTTP status 204'],
    ['a part', answered(206, jad), 'HTTP status 206'],
    ['a door that stays shut', answered(401, jad), 'HTTP status 401'],
    ['a proxy that stays shut', answered(407, jad), 'HTTP status 407'],
  ])('is a dead end if it is %s', (_, received, reason) => {
    expect(judgeFind(phone, unstopped(received))).toEqual({
      kind: 'dead end',
      reason,
      cancelled: false,
    })
  })

  it.each([
    ['no server', 'unreachable', false],
    ['a broken connection', 'interrupted', false],
    ['no coverage', 'no-coverage', false],
    ['the user', 'cancelled', true],
  ] as const)('is a dead end because of %s', (detail, cause, cancelled) => {
    expect(judgeFind(phone, unstopped({ kind: 'failure', url, cause, detail }))).toEqual({
      kind: 'dead end',
      reason: detail,
      cancelled,
    })
  })

  it('is a dead end if the user stopped it before an answer', () => {
    expect(judgeFind(phone, { received: notYet, cancelled: true })).toEqual({
      kind: 'dead end',
      reason: 'the user stopped it',
      cancelled: true,
    })
  })
})

describe('credentials', () => {
  const typed = { kind: 'right', user: 'Aladdin', password: 'open sesame' } as const

  // RFC 7617 section 2.
  it('go to the server as RFC 7617 shows', () => {
    expect(authorizationHeader({ ...typed, to: 'server' })).toEqual([
      'Authorization',
      'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==',
    ])
  })

  it('go to a proxy in a field of its own', () => {
    expect(authorizationHeader({ ...typed, to: 'proxy' })).toEqual([
      'Proxy-Authorization',
      'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==',
    ])
  })

  // RFC 7617 section 2.1: "test" and "123£" in UTF-8.
  it('are in UTF-8', () => {
    const pound = { ...typed, user: 'test', password: '123\u00A3' }
    expect(authorizationHeader({ ...pound, to: 'server' })).toEqual([
      'Authorization',
      'Basic dGVzdDoxMjPCow==',
    ])
  })
})

describe('a body of several parts', () => {
  const n95 = { behaviour: s603rd, profile: { ...plainProfile, omaDownload: true } }
  const dd = {
    headers: [['Content-Type', 'application/vnd.oma.dd+xml;charset=utf-8']] as const,
    body: Uint8Array.of(60),
  }
  const object = { headers: [['Content-Type', 'image/gif']] as const, body: octets }
  const type = 'multipart/related; boundary=b'

  const sent = (contentType: string, parts: readonly (typeof dd | typeof object)[]) =>
    unstopped({
      kind: 'response',
      url,
      status: 200,
      headers: [['Content-Type', contentType]],
      body: formatMultipart(parts, 'b'),
    })

  it('is a download descriptor with its object to S60, where the first part is one', () => {
    const found = judgeFind(n95, sent(type, [dd, object]))
    expect(found).toMatchObject({ kind: 'download', url, octets: dd.body, charset: 'utf-8' })
    expect(found.kind === 'download' && found.parts?.map(({ body }) => body)).toEqual([
      dd.body,
      octets,
    ])
  })

  it.each([
    ['another first part', sent(type, [object, dd]), `${type}: its first part is no descriptor`],
    [
      'no boundary',
      sent('multipart/related', [dd]),
      'multipart/related: Unexpected multipart without a boundary parameter (at octet 0)',
    ],
    [
      'another boundary',
      sent('multipart/related; boundary=c', [dd]),
      'multipart/related; boundary=c: Unexpected body, expected the boundary --c (at octet 0)',
    ],
  ])('is a dead end with %s', (_, found, reason) => {
    expect(judgeFind(n95, found)).toEqual({
      kind: 'dead end',
      reason: `media type ${reason}`,
      cancelled: false,
    })
  })

  it('is nothing to other phones', () => {
    const plain = { behaviour: strict, profile: { ...plainProfile, omaDownload: true } }
    expect(judgeFind(plain, sent(type, [dd, object]))).toMatchObject({
      kind: 'dead end',
      reason: `media type ${type}`,
    })
  })
})
