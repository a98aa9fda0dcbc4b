import { afterEach, describe, expect, test } from 'vitest'
import { number } from './bearer-rig.ts'
import { textOf } from './phone-on-the-network.ts'
import { ask, closeAll, deliverOf, listen, raise } from './sms-http-rig.ts'
import type { SmsHttpRig } from './sms-http-rig.ts'

afterEach(closeAll)

describe('the JSON form', () => {
  const post = (rig: SmsHttpRig, value: unknown, token = 'secret') =>
    ask(rig, '/v1/messages', {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: typeof value === 'string' ? value : JSON.stringify(value),
    })

  test('sends a text and says its id', async () => {
    const rig = await raise()
    const [status, body] = await post(rig, { from: 'Acme', to: number, text: 'Hallo €' })
    expect([status, JSON.parse(body)]).toEqual([
      202,
      { messages: [{ to: number, id: '1', status: 'accepted' }] },
    ])
    rig.until(0)
    expect(rig.phone.taken.map(textOf)).toEqual(['Hallo €'])
    expect(deliverOf(rig)?.from).toEqual({ ton: 5, npi: 0, value: 'Acme' })
  })

  test('sends data with a header, to those that are there', async () => {
    const rig = await raise()
    const to = ['358404040404', number]
    const [status, body] = await post(rig, { to, data: '010601AE', udh: '0605040B8423F0' })
    expect([status, JSON.parse(body)]).toEqual([
      202,
      {
        messages: [
          { to: '358404040404', status: 'refused', error: 'unknown-number' },
          { to: number, id: '1', status: 'accepted' },
        ],
      },
    ])
    rig.until(0)
    expect(rig.phone.taken.map(textOf)).toEqual(['010601ae'])
  })

  test('calls back once, when it is over', async () => {
    const rig = await raise()
    const { asked, url } = await listen()
    rig.phone.answer = 'absent'
    await post(rig, { to: number, text: '你', callback: `${url}/done`, validitySeconds: 60 })
    rig.until(60_000)
    await rig.place.reported()
    expect(asked).toEqual([
      [
        'POST',
        '/done',
        `{"id":"1","to":"${number}","status":"expired","at":"2006-03-01T09:01:00.000Z"}`,
      ],
    ])
  })

  test.each([
    ['{', 400, 'not-json'],
    ['[]', 400, 'not-json'],
    [{ text: 'a' }, 400, 'to'],
    [{ to: [1], text: 'a' }, 400, 'to'],
    [{ to: [], text: 'a' }, 400, 'to'],
    [{ to: number, from: 5, text: 'a' }, 400, 'from'],
    [{ to: number }, 400, 'content'],
    [{ to: number, text: 'a', data: '00' }, 400, 'content'],
    [{ to: number, data: 'x' }, 400, 'content'],
    [{ to: number, data: '00', udh: '05' }, 400, 'content'],
    [{ to: number, text: 'a', validitySeconds: -1 }, 400, 'validitySeconds'],
  ])('refuses %j', async (value, status, code) => {
    const rig = await raise()
    const [given, body] = await post(rig, value)
    expect([given, JSON.parse(body)]).toMatchObject([status, { error: { code } }])
  })

  test('refuses a wrong token, and another method', async () => {
    const rig = await raise()
    expect((await post(rig, { to: number, text: 'a' }, 'wrong'))[0]).toBe(401)
    expect((await ask(rig, '/v1/messages'))[0]).toBe(405)
    expect((await post(rig, { to: '358404040404', text: 'a' }))[0]).toBe(422)
  })
})
