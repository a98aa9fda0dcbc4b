import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentTypeNamed, mediaTypeOf, parameterOf } from '../../../src/wire/wsp/content-type.ts'
import { describeValue, field, headerName } from '../../../src/wire/wsp/headers.ts'
import { decodePush, encodePush } from '../../../src/wire/wsp/push-pdu.ts'
import { integerOf, integerValue } from '../../../src/wire/wsp/values.ts'
import type { WspValue } from '../../../src/wire/wsp/values.ts'
import { attempt } from '../attempt.ts'
import { kannelPushes } from '../push/kannel-pushes.table.ts'
import { mutationsOf } from '../mutations.ts'
import { octetsOf } from '../octets-of.ts'

const body = '02056A0045C60D0378797A00850103616263000101'
const sic = 'application/vnd.wap.sic'
const utf8 = [{ name: { kind: 'code', code: 1 }, value: integerValue(106) }] as const

/** Pushes of others, and the values that give the same octets. */
const pushes = [
  ['smsp.gr SMS API documentation', '25 06 04 03AE81EA', 0x25, contentTypeNamed(sic, utf8), []],
  ['CommzGate SMS gateway API documentation', 'DC 06 01 AE', 0xdc, contentTypeNamed(sic), []],
  [
    'Vodafone DE, python-messaging test_wap.py',
    '01 06 0B 03AE81EA C395 8D01A2 B484',
    1,
    contentTypeNamed(sic, utf8),
    [
      field('Encoding-Version', integerValue(0x15)),
      field('Content-Length', integerValue(162)),
      field('Push-Flag', integerValue(4)),
    ],
  ],
  [
    'Kannel 1.4.5 with an application id',
    '03 06 07 AE AF84 8DCB C393',
    3,
    contentTypeNamed(sic),
    [
      field('X-Wap-Application-Id', integerValue(4)),
      field('Content-Length', integerValue(75)),
      field('Encoding-Version', integerValue(0x13)),
    ],
  ],
  [
    'T-Mobile UK, python-messaging test_wap.py',
    `01 06 22 ${Buffer.from('application/vnd.wap.mms-message').toString('hex')} 00 AF84`,
    1,
    { media: { kind: 'text', text: 'application/vnd.wap.mms-message' }, parameters: [] },
    [field('X-Wap-Application-Id', integerValue(4))],
  ],
  [
    'OMA DM notification',
    '01 06 03 C4 AF87',
    1,
    contentTypeNamed('application/vnd.syncml.notification'),
    [field('X-Wap-Application-Id', integerValue(7))],
  ],
] as const

describe('a push', () => {
  test.each(pushes)(
    'of %s is read and written',
    (...[, head, transactionId, contentType, headers]) => {
      const octets = octetsOf(head + body)
      const push = decodePush(octets)
      expect({
        ...push,
        headers: push.headers.map(({ name, value }) => ({ name, value })),
      }).toEqual({
        transactionId,
        confirmed: false,
        contentType,
        headers,
        body: octetsOf(body),
        contentTypeOffset: 3,
        bodyOffset: octetsOf(head).length,
      })
      expect(encodePush(push)).toEqual(octets)
    },
  )

  test('with a length before a bare type is read, though not written so', () => {
    const push = decodePush(octetsOf(`01 06 06 01AE AF82 B485 ${body}`))
    expect(mediaTypeOf(push.contentType)).toBe(sic)
    expect(
      push.headers.map(({ name, value }) => `${headerName(name)}: ${describeValue(value)}`),
    ).toEqual(['X-Wap-Application-Id: 2', 'Push-Flag: 5'])
    expect(encodePush(push)).toEqual(octetsOf(`01 06 05 AE AF82 B485 ${body}`))
  })

  test('with a provisioning document carries its MAC', () => {
    const mac = '31414635343546453238323344433933343730363434353046393046463142424639353745313436'
    const octets = octetsOf(`01 06 2F 1F2DB6 9180 92${mac}00 030B6A004501`)
    const push = decodePush(octets)
    expect(parameterOf(push.contentType, 'mac')).toEqual({
      kind: 'text',
      text: '1AF545FE2823DC9347064450F90FF1BBF957E146',
    })
    expect([push.body, encodePush(push)]).toEqual([octetsOf('030B6A004501'), octets])
  })

  test('of type 07 is one that wants to be confirmed', () => {
    const push = decodePush(octetsOf(`01 07 01 AE ${body}`))
    expect([push.confirmed, encodePush(push)[1]]).toEqual([true, 7])
  })

  test.each(kannelPushes)('of Kannel, $id, states the length of its body', ({ hex }) => {
    const { headers, body: octets } = decodePush(octetsOf(hex))
    const stated = headers.find(({ name }) => headerName(name) === 'Content-Length')
    // 309 went through `sendsms`, which adds nothing.
    expect(stated && integerOf(stated.value)).toBe(stated && octets.length)
    expect(encodePush(decodePush(octetsOf(hex)))).toEqual(octetsOf(hex))
  })
})

describe('what is no push is refused', () => {
  test.each([
    ['', 'wire/out-of-bounds', 0],
    ['01', 'wire/out-of-bounds', 1],
    ['01 04 01 AE', 'wire/wsp-pdu-type', 1],
    ['01 06', 'wire/out-of-bounds', 2],
    ['01 06 00', 'wire/out-of-bounds', 3],
    ['01 06 05 AE AF82', 'wire/out-of-bounds', 3],
    ['010601AE'.padEnd(140_000, '0'), 'wire/wsp-too-long', 65_535],
  ])('%.40s', (hex, code, offset) => {
    expect(attempt(() => decodePush(octetsOf(hex)))).toEqual({ kind: 'refused', code, offset })
  })

  test('thousands of times over: in a value or at an octet within it', () => {
    const samples = [
      ...kannelPushes.map(({ hex }) => hex),
      ...pushes.map(([, head]) => head + body),
    ]
    let read = 0
    fc.assert(
      fc.property(mutationsOf(samples.map(octetsOf)), (octets) => {
        const result = attempt(() => decodePush(octets))
        if (result.kind === 'value') read += 1
        const offset = result.kind === 'value' ? result.value.bodyOffset : result.offset
        expect(offset).toBeLessThanOrEqual(octets.length)
      }),
      { numRuns: 3_000 },
    )
    expect(read).toBeGreaterThan(100)
  })
})

test('every octet of the head is told, in order', () => {
  const told: [number, number, string][] = []
  decodePush(octetsOf(`01 06 08 03AE81EA AF82 B484 ${body}`), (...note) => told.push(note))
  expect(told).toEqual([
    [0, 1, 'Transaction 1'],
    [1, 2, 'Push'],
    [2, 3, 'Content type and headers of 8 octets'],
    [3, 4, 'Content type of 3 octets'],
    [4, 5, 'application/vnd.wap.sic'],
    [5, 7, 'Parameter charset=utf-8'],
    [7, 9, 'X-Wap-Application-Id: 2'],
    [9, 11, 'Push-Flag: 4'],
  ])
})

test('a value that is kept as octets is not a number of its own', () => {
  const value: WspValue = { kind: 'octets', octets: new Uint8Array(16) }
  const push = {
    transactionId: 0,
    confirmed: false,
    contentType: contentTypeNamed(sic),
    headers: [field('Content-MD5', value)],
    body: new Uint8Array(),
  }
  expect(decodePush(encodePush(push)).headers[0]?.value).toEqual(value)
})
