import { expect, it } from 'vitest'
import { withoutSecrets } from '../../src/handset/secrets.ts'
import type { RecordedRequest } from '../../src/trace/events.ts'

const secret = btoa('qa:canary-secret')

function requestWith(field: string): RecordedRequest {
  const head = `GET /a HTTP/1.1\r\nHost: ota.test\r\n${field}: Basic ${secret}\r\nAccept: */*\r\n\r\n`
  return {
    method: 'GET',
    url: 'http://ota.test/a',
    target: '/a',
    version: '1.1',
    headers: [
      [field, `Basic ${secret}`],
      ['Accept', '*/*'],
    ],
    head: new TextEncoder().encode(head),
    body: new Uint8Array(0),
  }
}

it.each(['Authorization', 'Proxy-Authorization', 'authorization'])(
  'leaves what the user typed out of the record of %s, in the headers and in the octets',
  (field) => {
    const { headers, head } = withoutSecrets(requestWith(field))
    expect(headers).toEqual([
      [field, 'Basic (left out)'],
      ['Accept', '*/*'],
    ])
    expect(new TextDecoder().decode(head)).toBe(
      `GET /a HTTP/1.1\r\nHost: ota.test\r\n${field}: Basic (left out)\r\nAccept: */*\r\n\r\n`,
    )
  },
)

it('leaves other requests as they are', () => {
  const request = requestWith('X-Other')
  expect(withoutSecrets(request)).toBe(request)
})
