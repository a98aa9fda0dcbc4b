import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/link-port.ts'
import { pushed, si, toldOf } from './push-trace.ts'

const linked = (href: string) => toldOf(check, pushed(si({ href })))
const absent = ['not-applicable: no link to a host beyond loopback was sent']

describe('the port of a link', () => {
  it.each([
    'http://ota.test/a',
    'https://ota.test/a',
    'http://ota.test:80/a',
    'http://ota.test:443/a',
  ])('may be that of %s', (href) => {
    expect(linked(href)).toEqual(['pass: the port of its scheme'])
  })

  it('is none that gateways do not pass', () => {
    expect(linked('http://ota.test:8080/a')).toEqual([
      'fail: Unexpected port 8080 in "http://ota.test:8080/a", expected 80, or 443 with https.',
    ])
  })

  it.each(['http://127.0.0.1:8080/a', 'http://localhost:8080/a', 'http://[::1]:8080/a'])(
    'says nothing on loopback, as in %s',
    (href) => {
      expect(linked(href)).toEqual(absent)
    },
  )

  it('is not looked for in what is no link', () => {
    expect(linked('ftp://ota.test:21/')).toEqual(absent)
    expect(linked('http://')).toEqual(absent)
  })
})
