import { describe, expect, it, test } from 'vitest'
import { UsageError } from '../../src/errors.ts'
import { leadingTo, parseTarget, targetFromUrl } from '../../src/target/target.ts'
import { testRoots } from '../../src/test-authority/authority.ts'
import { complaintOf } from '../complaint.ts'

function complain(text: string) {
  return complaintOf(() => parseTarget(text, 'target.yaml'))
}

describe('a target file', () => {
  it('needs but one link', () => {
    expect(parseTarget('links: { demo: "http://127.0.0.1:8080/demo.jad" }', 'target.yaml')).toEqual(
      {
        name: 'target.yaml',
        links: new Map([['demo', 'http://127.0.0.1:8080/demo.jad']]),
        hosts: ['127.0.0.1:8080'],
        roots: [],
        credentials: undefined,
        clock: false,
        embedded: false,
      },
    )
  })

  it('can name itself, more links, more hosts, its suite and credentials', () => {
    const text = `name: staging
links:
  demo: http://ota.test/demo.jad
  protected: https://secure.test/demo.jad
allow: [CDN.test, "ota.test:8080"]
suite: { vendor: Acme, name: Demo, version: 1.0.0 }
credentials: { user: phone, password: secret }
`
    expect(parseTarget(text, 'target.yaml')).toEqual({
      name: 'staging',
      links: new Map([
        ['demo', 'http://ota.test/demo.jad'],
        ['protected', 'https://secure.test/demo.jad'],
      ]),
      hosts: ['ota.test', 'secure.test', 'cdn.test', 'ota.test:8080'],
      roots: [],
      suite: { vendor: 'Acme', name: 'Demo', version: '1.0.0' },
      credentials: { user: 'phone', password: 'secret' },
      clock: false,
      embedded: false,
    })
  })

  it('can say where the server sends its pushes to', () => {
    const text = `links: { demo: "http://ota.test/demo.jad" }
network: { ports: { smsc: 2775 } }
`
    expect(parseTarget(text, 'target.yaml').network).toEqual({
      ports: { smsc: 2775 },
      account: { name: 'ota', password: 'secret' },
      arrivalMs: 10_000,
    })
  })

  it.each([
    ['{ ports: {} }', 'at least one port'],
    ['{ ports: { smsc: 0 } }', 'expected number to be >=1'],
    ['{ ports: { smpp: 2775 } }', 'smpp'],
    ['{ ports: { smsc: 2775 }, account: { name: acme } }', 'password'],
  ])('is refused with the network %s', (network, problem) => {
    const told = complain(`links: { demo: "http://ota.test/demo.jad" }\nnetwork: ${network}\n`)
    expect(JSON.stringify(told)).toContain(problem)
  })

  it('may offer native packages alone', () => {
    const { links, hosts } = parseTarget('links: { client: "http://ota.test/client" }', 'a.yaml')
    expect([...links]).toEqual([['client', 'http://ota.test/client']])
    expect(hosts).toEqual(['ota.test'])
  })

  it('can say how long links for one phone are good', () => {
    const text = 'links: { demo: "http://ota.test/demo.jad" }\nticketLifetime: 10m'
    expect(parseTarget(text, 'target.yaml').ticketLifetimeMs).toBe(600_000)
  })

  it.each(['10', '10 m', '999ms', '367d', '-1m'])('has no lifetime of %s', (lifetime) => {
    const text = `links: { demo: "http://ota.test/demo.jad" }\nticketLifetime: ${lifetime}`
    expect(complain(text).code).toBe('data/schema')
  })

  it('can name roots that the phones have, as PEM or as its Base64 alone', () => {
    const [first, second] = testRoots()
    const base64 = Buffer.from(first?.octets ?? []).toString('base64')
    const lines = Buffer.from(second?.octets ?? [])
      .toString('base64')
      .replaceAll(/.{64}/g, '$&\n      ')
    const text = `links: { demo: "http://ota.test/demo.jad" }
roots:
  - { domain: operator, certificate: ${base64} }
  - domain: identified-third-party
    certificate: |
      -----BEGIN CERTIFICATE-----
      ${lines}
      -----END CERTIFICATE-----
`
    const { roots } = parseTarget(text, 'target.yaml')
    expect(roots.map(({ domain, certificate }) => [domain, certificate.octets])).toEqual([
      ['operator', first?.octets],
      ['identified-third-party', second?.octets],
    ])
  })

  it.each([
    [
      'a root that is no certificate',
      'links: { demo: "http://ota.test/a" }\nroots: [{ domain: operator, certificate: AQID }]\n',
      'target.yaml:2:42: roots.0.certificate: a certificate: PEM, or its Base64',
      undefined,
    ],
    [
      'no links',
      'name: a\n',
      'target.yaml:1:1: links: Invalid input: expected object, received undefined',
      'There is no links yet: add it.',
    ],
    [
      'no entry link',
      'links: {}\n',
      'target.yaml:1:8: links: a link that phones can begin with: demo for Java, client for native packages',
      undefined,
    ],
    [
      'a link that is none',
      'links: { demo: /demo.jad }\n',
      'target.yaml:1:16: links.demo: an absolute http or https URL',
      undefined,
    ],
    [
      'a link of another scheme',
      'links: { demo: "ftp://a/demo.jad" }\n',
      'target.yaml:1:16: links.demo: an absolute http or https URL',
      undefined,
    ],
    [
      'credentials in a link',
      'links: { demo: "http://qa:secret@a/demo.jad" }\n',
      'target.yaml:1:16: links.demo: a URL without user and password: they belong in credentials',
      undefined,
    ],
    [
      'a mistyped link',
      'links: { demo: "http://a/d", protcted: "http://a/p" }\n',
      'target.yaml:1:30: links: Unrecognized key: "protcted"',
      'Did you mean "protected"?',
    ],
    [
      'a URL in place of a host',
      'links: { demo: "http://a/d" }\nallow: ["http://b"]\n',
      'target.yaml:2:9: allow.0: a host or host:port',
      undefined,
    ],
    [
      'credentials without a password',
      'links: { demo: "http://a/d" }\ncredentials: { user: a }\n',
      'target.yaml:2:14: credentials.password: Invalid input: expected string, received undefined',
      'There is no credentials.password yet: add it.',
    ],
  ])('with %s is refused', (_, text, message, hint) => {
    expect(complain(text)).toEqual({ code: 'data/schema', message, hint })
  })
})

describe('a URL as a target', () => {
  it('is named after its host, and nothing else may be contacted', () => {
    expect(targetFromUrl('http://127.0.0.1:8080/demo.jad?a=1')).toEqual({
      name: '127.0.0.1:8080',
      links: new Map([
        ['demo', 'http://127.0.0.1:8080/demo.jad?a=1'],
        ['client', 'http://127.0.0.1:8080/demo.jad?a=1'],
      ]),
      hosts: ['127.0.0.1:8080'],
      roots: [],
      credentials: undefined,
      clock: false,
      embedded: false,
      bare: true,
    })
  })

  it.each([
    ['a letter beyond ASCII', 'http://ota.test/d\u00E9mo.jad', 'http://ota.test/d%C3%A9mo.jad'],
    ['a blank', 'http://ota.test/my demo.jad', 'http://ota.test/my%20demo.jad'],
    ['a host in capitals', 'HTTP://OTA.test/Demo.jad', 'http://ota.test/Demo.jad'],
    ['nothing behind the host', 'http://ota.test', 'http://ota.test/'],
  ])('with %s is written as a browser sends it', (_, typed, sent) => {
    expect(targetFromUrl(typed).links.get('demo')).toBe(sent)
  })

  it.each(['demo.jad', '/demo.jad', 'ftp://ota.test/demo.jad', 'http://', ''])(
    'is refused where it is "%s"',
    (url) => {
      expect(() => targetFromUrl(url)).toThrow(UsageError)
    },
  )
})

test('a URL with credentials is refused without repeating them', () => {
  expect(() => targetFromUrl('http://qa:secret@ota.test/demo.jad')).toThrow(
    new UsageError('target/url', 'a link holds no credentials, and this one to ota.test does', {
      hint: 'Put them into a target file: credentials: { user: …, password: … }',
    }),
  )
})

test('the link of a download descriptor is that alone, so that nothing else is played against it', () => {
  const { links } = targetFromUrl('http://127.0.0.1:8080/Square.DD?a=1')
  expect([...links]).toEqual([['download', 'http://127.0.0.1:8080/Square.DD?a=1']])
})

test('the link of a page may lead to all that a link leads to, and is known to be one', () => {
  const url = 'http://127.0.0.1:8080/get'
  const { links } = leadingTo(targetFromUrl(url), 'page')
  expect([...links]).toEqual([
    ['demo', url],
    ['client', url],
    ['page', url],
  ])
})
