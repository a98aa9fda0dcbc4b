import { afterEach, describe, expect, test } from 'vitest'
import type { OpenPpg } from '../../src/network/ppg.ts'
import type { PushMessage } from '../../src/wire/pap/message.ts'
import { readPushContent } from '../../src/wire/push/push-content.ts'
import { decodeDeliver } from '../../src/wire/sms/deliver.ts'
import { charsetParameter, mediaTypeOf } from '../../src/wire/wsp/content-type.ts'
import { describeValue, headerName } from '../../src/wire/wsp/headers.ts'
import { decodePush } from '../../src/wire/wsp/push-pdu.ts'
import { kannelRequests } from '../wire/pap/kannel-requests.table.ts'
import { number } from './bearer-rig.ts'
import type { BearerRig } from './bearer-rig.ts'
import {
  closeGateways,
  accepted,
  entity,
  phone,
  post,
  push,
  pushOf,
  raise,
  response,
  si,
  siHeaders,
} from './ppg-rig.ts'

afterEach(closeGateways)

/** The push that came to the phone. */
function arrived(rig: BearerRig<OpenPpg>, index = 0) {
  const { payload } = rig.phone.taken[index] ?? {}
  if (payload?.kind !== 'sms') throw new TypeError('no short message came')
  const deliver = decodeDeliver(payload.tpdu)
  const { contentType, headers, body } = decodePush(deliver.octets)
  const mediaType = mediaTypeOf(contentType) ?? ''
  return {
    dataCoding: deliver.dataCoding,
    ports: deliver.header,
    mediaType,
    charset: charsetParameter(contentType),
    headers: headers.map(({ name, value }) => `${headerName(name)}: ${describeValue(value)}`),
    content: readPushContent(body, { mediaType })?.content,
    body,
  }
}

describe('a push', () => {
  test('in text comes to the phone in tokens, its link as it was', async () => {
    const rig = await raise()
    const headers = [
      ['Content-Type', 'text/vnd.wap.si; charset=iso-8859-1'],
      ['X-Wap-Application-Id', 'x-wap-application:wml.ua'],
      ['X-Wap-Initiator-URI', 'http://pi.example/'],
      ['Authorization', 'Basic never'],
    ] as const
    const content = Buffer.from(si.replace('Play', 'Pläy'), 'latin1')
    expect(await post(rig, pushOf({}, headers, new Uint8Array(content)))).toEqual(accepted)
    rig.until(0)
    expect(arrived(rig)).toEqual({
      dataCoding: 4,
      ports: [{ kind: 'ports', portBits: 16, destination: 2948, source: 9200 }],
      mediaType: 'application/vnd.wap.sic',
      charset: 'utf-8',
      headers: [
        'X-Wap-Application-Id: 2',
        'X-Wap-Initiator-URI: http://pi.example/',
        'Content-Length: 34',
      ],
      content: {
        kind: 'si',
        indication: { href: 'http://127.0.0.1/a.jad', text: 'Pläy', info: [] },
      },
      body: expect.any(Uint8Array),
    })
  })

  test.each(kannelRequests)('of Kannel’s test client, $id, comes to the phone', async (request) => {
    const rig = await raise()
    const body = request.body.replace(/\+35840001\d\d/, `+${number}`)
    expect(await post(rig, { contentType: request.contentType, body })).toMatchObject({
      kind: 'push-response',
      result: { code: 1001 },
    })
    rig.until(0)
    expect(arrived(rig).headers[0]).toBe('X-Wap-Application-Id: 2')
  })

  test('of another type passes through as it is', async () => {
    const rig = await raise()
    const mac = '1AF545FE2823DC9347064450F90FF1BBF957E146'
    const type = `application/vnd.wap.connectivity-wbxml; sec=1; mac=${mac}`
    const headers = [
      ['Content-Type', type],
      ['X-Wap-Application-Id', 'x-acme:a'],
    ] as const
    const body = Uint8Array.of(3, 0x0b, 0x6a, 0, 0x45, 1)
    expect(await post(rig, pushOf({}, headers, body))).toEqual(accepted)
    rig.until(0)
    expect(arrived(rig)).toMatchObject({
      mediaType: 'application/vnd.wap.connectivity-wbxml',
      headers: ['X-Wap-Application-Id: x-acme:a', 'Content-Length: 6'],
      body,
    })
  })

  test('waits until it may be delivered, and no longer than it may', async () => {
    const rig = await raise()
    await post(rig, pushOf({ pushId: 'a', deliverAfter: '2006-03-01T09:01:00Z' }))
    rig.until(59_999)
    expect(rig.phone.taken.length).toBe(0)
    rig.until(60_000)
    expect(rig.phone.taken.length).toBe(1)
    rig.phone.answer = 'absent'
    await post(rig, pushOf({ pushId: 'b', deliverBefore: '2006-03-01T09:02:00Z' }))
    rig.until(120_000)
    const query = { kind: 'statusquery-message', pushId: 'b', addresses: [] } as const
    expect(await post(rig, entity(query))).toMatchObject({
      results: [{ code: 1000, messageState: 'expired', eventTime: '2006-03-01T09:02:00Z' }],
    })
  })

  test.each<readonly [string, Partial<PushMessage>, number, string]>([
    ['without an id', { pushId: '' }, 2000, 'push-id is missing'],
    ['for nobody', { addresses: [] }, 2000, 'no address'],
    ['for what is no address', { addresses: ['+44'] }, 2002, 'an address is none of a client'],
    [
      'for a user',
      { addresses: ['WAPPUSH=a/TYPE=USER@g'] },
      2003,
      'no client has an address of USER',
    ],
    [
      'for a number nobody has',
      { addresses: ['WAPPUSH=+358404040404/TYPE=PLMN@g'] },
      2003,
      'no client has this number',
    ],
    [
      'for too many',
      { addresses: Array.from({ length: 101 }, () => phone) },
      3005,
      'more than 100 addresses (addressesMax)',
    ],
    [
      'that is over',
      { deliverBefore: '2006-03-01T09:00:00Z' },
      2001,
      'deliver-before-timestamp has passed',
    ],
    ['with a time that is none', { deliverAfter: 'now' }, 2000, 'a timestamp is no date'],
    [
      'that ends before it begins',
      { deliverAfter: '2006-03-03T00:00:00Z', deliverBefore: '2006-03-02T00:00:00Z' },
      2000,
      'deliver-before-timestamp is not after deliver-after-timestamp',
    ],
    ['that replaces one', { replacePushId: 'a' }, 3011, 'replacing is not supported'],
    [
      'by another bearer',
      { quality: { bearer: 'USSD', bearerRequired: true } },
      3010,
      'this gateway has SMS only',
    ],
    [
      'by another network',
      { quality: { network: 'CDMA', networkRequired: true } },
      3009,
      'this gateway has GSM only',
    ],
    [
      'that is to be confirmed',
      { quality: { deliveryMethod: 'confirmed' } },
      3007,
      'a push without session is never confirmed',
    ],
  ])('%s is refused with its code', async (...[, changes, code, description]) => {
    const rig = await raise()
    const answer = await post(rig, pushOf(changes))
    expect(answer).toEqual(response(code, description, changes.pushId ?? push.pushId))
    rig.until(0)
    expect(rig.phone.taken).toEqual([])
  })

  test('that another bearer is only preferred for is taken', async () => {
    const rig = await raise()
    const quality = { bearer: 'USSD', bearerRequired: false, network: 'CDMA' }
    expect(await post(rig, pushOf({ quality }))).toEqual(accepted)
  })

  test.each([
    ['not well-formed', '<si>'],
    ['of another root', '<sl href="a"/>'],
  ])('whose content is %s is refused with 3006', async (_, content) => {
    const rig = await raise()
    expect(await post(rig, pushOf({}, siHeaders, content))).toMatchObject({
      result: { code: 3006 },
    })
  })

  test('that is too long for the bearer is refused with 3006', async () => {
    const rig = await raise()
    const long = si.replace('Play', 'a'.repeat(40_000))
    expect(await post(rig, pushOf({}, siHeaders, long))).toMatchObject({ result: { code: 3006 } })
  })

  test('has an id of its own: again it is 2007, but not by another initiator or after a refusal', async () => {
    const rig = await raise({}, [
      { name: 'acme', password: 'secret' },
      { name: 'other', password: 'secret' },
    ])
    const other = `Basic ${Buffer.from('other:secret').toString('base64')}`
    await post(rig, pushOf({ addresses: ['WAPPUSH=+358404040404/TYPE=PLMN@g'] }))
    expect(await post(rig, pushOf())).toEqual(accepted)
    expect(await post(rig, pushOf())).toEqual(response(2007, 'push-id was already used'))
    expect(await post(rig, pushOf(), other)).toEqual(accepted)
  })

  test('to several goes to those that are there', async () => {
    const rig = await raise()
    const nobody = 'WAPPUSH=+358404040404/TYPE=PLMN@g'
    expect(await post(rig, pushOf({ addresses: [nobody, phone] }))).toEqual(accepted)
    rig.until(0)
    expect(rig.phone.taken.length).toBe(1)
  })

  test('beyond pushesMax is refused while all before it wait, and forgets one that has ended', async () => {
    const rig = await raise({ limits: { pushesMax: 1 } })
    rig.phone.answer = 'absent'
    await post(rig, pushOf({ pushId: 'a' }))
    rig.until(0)
    expect(await post(rig, pushOf({ pushId: 'b' }))).toEqual(
      response(4001, 'too many pushes wait', 'b'),
    )
    rig.phone.answer = 'taken'
    rig.line.reachable()
    rig.until(0)
    expect(await post(rig, pushOf({ pushId: 'b' }))).toMatchObject({ result: { code: 1001 } })
  })
})
