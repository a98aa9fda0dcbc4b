import { afterEach, describe, expect, test } from 'vitest'
import {
  closeGateways,
  accepted,
  entity,
  post,
  push,
  pushOf,
  raise,
  response,
  siHeaders,
} from './ppg-rig.ts'

afterEach(closeGateways)

describe('what is no push', () => {
  test.each([
    ['text/plain', 'a', 2000],
    ['application/xml', '<pap>', 2000],
    [
      'application/xml',
      '<!DOCTYPE pap [<!ENTITY x SYSTEM "file:///etc/passwd">]><pap>&x;</pap>',
      2000,
    ],
    [
      'application/xml',
      '<pap><push-response push-id="1"><response-result code="1001"/></push-response></pap>',
      2000,
    ],
    ['multipart/related; type="application/xml"', '--b', 2000],
    ['multipart/related; boundary=b', '--b\r\n\r\nno XML\r\n--b--', 2000],
    [
      'application/xml',
      '<!DOCTYPE pap PUBLIC "-//WAPFORUM//DTD PAP 9.0//EN" "a"><pap><cancel-message push-id="1"/></pap>',
      3002,
    ],
  ])('as %s %j is a bad message, and the next is served', async (contentType, body, code) => {
    const rig = await raise()
    expect(await post(rig, { contentType, body })).toMatchObject({
      kind: 'badmessage-response',
      result: { code },
    })
    expect(await post(rig, pushOf())).toEqual(accepted)
  })

  test('without its content is refused', async () => {
    const rig = await raise()
    expect(await post(rig, entity(push))).toEqual(response(2000, 'no content'))
  })

  test('without credentials, or with wrong ones, is 401', async () => {
    const rig = await raise()
    const wrong = `Basic ${Buffer.from('acme:wrong').toString('base64')}`
    expect([await post(rig, pushOf(), ''), await post(rig, pushOf(), wrong)]).toEqual([401, 401])
    expect(rig.facts.map(({ what }) => what)).toEqual(['login.refused', 'login.refused'])
  })

  test('needs none where the gateway has no accounts', async () => {
    const rig = await raise({}, [])
    expect(await post(rig, pushOf(), '')).toEqual(accepted)
    rig.until(0)
    expect(rig.facts[0]?.peer).toBe('127.0.0.1')
  })

  test('by another method is 405, too large 413, too often 503', async () => {
    const rig = await raise({ limits: { bodyBytesMax: 1000, requestsPerSecondMax: 2 } })
    const got = await fetch(`http://127.0.0.1:${rig.place.port}/`)
    const large = await post(rig, pushOf({}, siHeaders, 'a'.repeat(2000)))
    expect([got.status, large]).toEqual([405, 413])
    expect([await post(rig, pushOf()), await post(rig, pushOf())]).toEqual([accepted, 503])
  })
})
