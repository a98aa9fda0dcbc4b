import { describe, expect, it } from 'vitest'
import { allowing, isAllowedBy } from '../../src/target/hosts.ts'

describe('the host of a URL', () => {
  const hosts = ['ota.test', '127.0.0.1:8080', 'cdn.test:80', 'secure.test:443', '[::1]:8080']

  it.each([
    ['http://ota.test/x', true],
    ['http://OTA.TEST/x', true],
    ['http://ota.test:8080/x', true],
    ['https://ota.test/x', true],
    ['http://127.0.0.1:8080/x', true],
    ['http://127.0.0.1/x', false],
    ['http://127.0.0.1:8081/x', false],
    ['http://cdn.test/x', true],
    ['http://cdn.test:80/x', true],
    ['https://cdn.test/x', false],
    ['https://secure.test/x', true],
    ['http://secure.test/x', false],
    ['http://[::1]:8080/x', true],
    ['http://sub.ota.test/x', false],
    ['http://ota.test.evil.test/x', false],
    ['http://ota.test@evil.test/x', false],
    ['http://evil.test/ota.test', false],
    ['/relative', false],
    ['http://ota.test\\@evil.test/x', true],
    ['http://ota.test:x/', false],
    ['http://0x7f.1:8080/x', true],
    ['', false],
  ])('%s may be contacted: %s', (url, isAllowed) => {
    const allows = allowing(hosts)
    expect([isAllowedBy(hosts, url), allows(url), allows(url)]).toEqual([
      isAllowed,
      isAllowed,
      isAllowed,
    ])
  })
})
