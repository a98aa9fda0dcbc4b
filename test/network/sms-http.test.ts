import { afterEach, describe, expect, test } from 'vitest'
import { readPushContent } from '../../src/wire/push/push-content.ts'
import { statedLengthOf } from '../../src/wire/wsp/push-headers.ts'
import { decodePush } from '../../src/wire/wsp/push-pdu.ts'
import { number } from './bearer-rig.ts'
import { kannelSendsms } from './kannel-sendsms.table.ts'
import { textOf } from './phone-on-the-network.ts'
import { ask, closeAll, deliverOf, listen, raise } from './sms-http-rig.ts'
import type { SmsHttpRig } from './sms-http-rig.ts'

afterEach(closeAll)

const login = 'username=acme&password=secret'
const sendsms = (rig: SmsHttpRig, query: string) =>
  ask(rig, `/cgi-bin/sendsms?${login}&to=%2B${number}&${query}`)
const accepted = [202, '0: Accepted for delivery']

describe('sendsms', () => {
  test('sends a text with a link', async () => {
    const rig = await raise()
    const text = 'Get the game: http://127.0.0.1:8088/ota/game.jad'
    expect(await sendsms(rig, `from=1234&text=${encodeURIComponent(text)}`)).toEqual(accepted)
    rig.until(0)
    expect(rig.phone.taken.map(textOf)).toEqual([text])
    expect(deliverOf(rig)?.from).toEqual({ ton: 0, npi: 1, value: '1234' })
  })

  test('sends what Kannel sends for a push, octet by octet', async () => {
    // The request that Kannel 1.4.5 made of an SMS centre by HTTP, but for name and number.
    const request =
      'text=%00%06%05%AE%8D%B1%C3%93%02%05j%00E%C6%0C%03127.0.0.1%3A8088%2Fota%2Fgame.jad%00%01%03New+game%00%01%01' +
      '&udh=%06%05%04%0B%84%23%F0&from=1234&coding=1&validity=24'
    const rig = await raise()
    expect(await sendsms(rig, request)).toEqual(accepted)
    rig.until(0)
    const deliver = deliverOf(rig)
    expect([deliver?.dataCoding, deliver?.header]).toEqual([
      4,
      [{ kind: 'ports', portBits: 16, destination: 2948, source: 9200 }],
    ])
    expect(deliver && decodePush(deliver.octets).body.length).toBe(49)
  })

  test.each(kannelSendsms)(
    'takes request $id of Kannel, and the push within is whole',
    async (request) => {
      const accounts = [{ name: 'kuser', password: 'kpass' }]
      const rig = await raise({}, {}, accounts)
      const target = request.target.replace(/to=%2B\d+/, `to=%2B${number}`)
      expect(await ask(rig, target)).toEqual(accepted)
      rig.until(0)
      const deliver = deliverOf(rig)
      const push = deliver && decodePush(deliver.octets)
      const form = { mediaType: 'application/vnd.wap.sic' }
      expect(push && statedLengthOf(push.headers)).toBe(push?.body.length)
      expect(push && readPushContent(push.body, form)?.deviations).toEqual([])
    },
  )

  test.each([
    ['text=caf%C3%A9', 0, 'café'],
    ['text=%E4%BD%A0a', 0, '?a'],
    ['text=caf%E9&charset=iso-8859-1', 0, 'café'],
    ['text=caf%E9&charset=latin1&coding=2', 8, 'café'],
    ['text=%E4%BD%A0&coding=2', 8, '你'],
    ['text=%04%18&charset=ucs-2&coding=2', 8, 'И'],
    ['text=%01%FF&coding=1', 4, '01ff'],
    ['text=%01&udh=%02%70%00', 4, '01'],
    ['text=a&mclass=0', 16, 'a'],
    ['', 0, ''],
  ])('reads %s', async (query, dataCoding, text) => {
    const rig = await raise()
    expect(await sendsms(rig, query)).toEqual(accepted)
    rig.until(0)
    expect([deliverOf(rig)?.dataCoding, rig.phone.taken.map(textOf)]).toEqual([dataCoding, [text]])
  })

  test.each([
    [`to=${number}&text=a`, 403, 'Authorization failed for sendsms'],
    [`username=acme&password=no&to=${number}`, 403, 'Authorization failed for sendsms'],
    [`${login}&text=a`, 400, 'Missing receiver number, rejected'],
    [`${login}&to=+&text=a`, 400, 'Empty receiver number not allowed, rejected'],
    [`${login}&to=${number}&udh=%06%05`, 400, 'UDH field misformed, rejected'],
    [`${login}&to=${number}&udh=%02%00%03`, 400, 'UDH field misformed, rejected'],
    [`${login}&to=${number}&coding=3`, 400, 'Coding field misformed, rejected'],
    [`${login}&to=${number}&mclass=9`, 400, 'MClass field misformed, rejected'],
    [`${login}&to=${number}&charset=koi8`, 400, 'Charset not known, rejected'],
    [`${login}&to=${number}&from=much-too-long-a-name`, 400, 'Sender misformed, rejected'],
    [`${login}&to=${'1+'.repeat(101)}`, 400, 'Too many receivers, at most 100 (receiversMax)'],
    [`${login}&to=358404040404&text=a`, 403, 'Not routable. Do not try again.'],
    [
      `${login}&to=${number}&text=${'a'.repeat(14_000)}&coding=1&udh=%05%00%03%01%01%01`,
      500,
      'Sending failed.',
    ],
  ])('refuses %.70s', async (query, status, text) => {
    const rig = await raise()
    expect(await ask(rig, `/cgi-bin/sendsms?${query}`)).toEqual([status, text])
    rig.until(0)
    expect(rig.phone.taken).toEqual([])
  })

  test('says that it is full, to be tried again', async () => {
    const rig = await raise({}, { waitingEachMax: 1 })
    rig.phone.answer = 'absent'
    expect(await sendsms(rig, 'text=a')).toEqual(accepted)
    expect(await sendsms(rig, 'text=b')).toEqual([503, 'Temporal failure, try again later.'])
  })

  test('takes a form, several receivers, and none of them must be there', async () => {
    const rig = await raise()
    const body = new URLSearchParams({
      username: 'acme',
      password: 'secret',
      to: `358404040404 ${number}`,
      text: 'a b',
    })
    expect(await ask(rig, '/cgi-bin/sendsms', { method: 'POST', body })).toEqual(accepted)
    rig.until(0)
    expect(rig.phone.taken.map(textOf)).toEqual(['a b'])
  })

  test('waits as long as it is told, and begins when it is told', async () => {
    const rig = await raise()
    rig.phone.answer = 'absent'
    await sendsms(rig, 'text=a&validity=2')
    await sendsms(rig, 'text=b&deferred=1')
    rig.until(120_000)
    rig.phone.answer = 'taken'
    rig.line.reachable()
    rig.until(120_000)
    expect(rig.phone.taken.map(textOf)).toEqual(['b'])
  })

  test('calls back for the states that are asked for', async () => {
    const rig = await raise()
    const { asked, url } = await listen()
    const dlr = encodeURIComponent(`${url}/dlr?type=%d&id=%I&to=%p&from=%P&at=%T&x=%zz%%`)
    rig.phone.answer = 'absent'
    await sendsms(rig, `from=1234&text=a&dlr-mask=3&dlr-url=${dlr}`)
    await sendsms(rig, `from=1234&text=b&dlr-mask=4&dlr-url=${dlr}`)
    rig.until(0)
    await rig.place.reported()
    rig.phone.answer = 'taken'
    rig.line.reachable()
    rig.until(0)
    await rig.place.reported()
    const rest = `&to=%2B${number}&from=1234&at=1141203600&x=z%25`
    expect(asked).toEqual([
      ['GET', `/dlr?type=4&id=2${rest}`, ''],
      ['GET', `/dlr?type=1&id=1${rest}`, ''],
    ])
    expect(rig.facts.filter(({ what }) => what === 'report.answered').length).toBe(2)
  })

  test('calls nobody beyond the loopback, and survives whoever does not answer', async () => {
    const rig = await raise()
    const { url } = await listen(500)
    for (const bad of [
      'http://192.0.2.1/',
      'ftp://127.0.0.1/',
      'nonsense',
      'http://127.0.0.1:1/',
      url,
    ]) {
      await sendsms(rig, `text=a&dlr-mask=1&dlr-url=${encodeURIComponent(bad)}`)
    }
    rig.until(0)
    await rig.place.reported()
    const failures = rig.facts.filter(({ what }) => what === 'report.failed')
    expect(failures.map(({ detail }) => detail.replace(/^.*: /, '')).toSorted()).toEqual([
      'HTTP 500',
      'forbidden',
      'forbidden',
      'forbidden',
      'unreachable',
    ])
  })

  test('knows no other path', async () => {
    const rig = await raise()
    expect(await ask(rig, '/cgi-bin/sendota')).toEqual([404, 'Unknown request.'])
  })
})
