import { describe, expect, it } from 'vitest'
import type { HttpRequest } from '../../src/handset/ports.ts'
import { loadPhones } from '../../src/handset/phone-catalogue.ts'
import { packClient, specsOf } from '../../src/reference/native/packages.ts'
import { choosePhone, lookAtBare } from '../../src/run/look-at-link.ts'
import type { PhoneFamily } from '../../src/run/report-model.ts'
import { familyOf } from '../../src/run/tell-phone.ts'
import { targetFromUrl } from '../../src/target/target.ts'
import { createLiteralHttp } from '../handset/literal-http.ts'
import type { LiteralAnswer } from '../handset/literal-http.ts'

const { profiles } = await loadPhones()
const specs = specsOf({ major: 1, minor: 2, build: 0 })

const sent = (type: string, body: Uint8Array | string): LiteralAnswer => ({
  status: 200,
  headers: [['Content-Type', type]],
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
})

const to = (location: string): LiteralAnswer => ({
  status: 302,
  headers: [['Location', location]],
  body: new Uint8Array(),
})

/** What is found, and what the target was asked for. */
async function look(
  url: string,
  answer: (request: HttpRequest) => LiteralAnswer,
  glob?: string,
): Promise<readonly [found: string, asked: readonly string[]]> {
  const asked: string[] = []
  const http = createLiteralHttp((request) => {
    asked.push(`${request.url} ${request.headers.map(([, value]) => value).join(' ')}`)
    return answer(request)
  })
  const found = await lookAtBare(targetFromUrl(url), { http, profiles, glob, usual: profiles })
  return [`${found?.kind}: ${found?.audience?.family ?? 'any'}`, asked]
}

const found = async (url: string, answer: LiteralAnswer) => (await look(url, () => answer))[0]

const html = (...hrefs: readonly string[]) =>
  sent('text/html', hrefs.map((href) => `<a href="${href}">Get</a>`).join(' '))

const dd = (type: string) =>
  sent(
    'application/vnd.oma.dd+xml',
    `<media xmlns="http://www.openmobilealliance.org/xmlns/dd"><type>${type}</type><size>9</size><objectURI>http://ota.test/a</objectURI></media>`,
  )

const octets = 'application/octet-stream'

describe('a link that is all that is known of a target', () => {
  it.each([
    ['http://ota.test/demo.jad', 'suite or client: any'],
    ['http://ota.test/demo.JAR?x=.cab', 'suite or client: any'],
  ])('is asked nothing where its address is that of a suite: %s', async (url, expected) => {
    expect(await look(url, () => to('/'))).toEqual([expected, []])
  })

  it('is asked for once by a Java phone', async () => {
    const [, asked] = await look('http://ota.test/get', () => html())
    expect(asked).toEqual([expect.stringMatching(/^http:\/\/ota\.test\/get .*MIDP.* \*\/\*$/)])
  })

  it('is asked for by the phone that was chosen, unless its address says what it leads to', async () => {
    const [kind, [asked]] = await look('http://ota.test/get', () => html(), 'nokia-n95')
    expect(kind).toBe('page: any')
    expect(asked).toContain('NokiaN95')
    expect(await look('http://ota.test/a.sisx', () => html(), 'nokia-n95')).toEqual([
      'suite or client: symbian-9',
      [],
    ])
  })

  it.each([
    ['a package of Symbian OS 9', packClient('sisx', specs), 'symbian-9'],
    ['an older one', packClient('sis', specs), 'symbian-8'],
    ['a cabinet', packClient('pocket-pc', specs), 'pocket-pc'],
    ['a cabinet for Smartphones', packClient('smartphone', specs), 'smartphone'],
    ['the beginning of a cabinet', packClient('smartphone', specs).slice(0, 99), 'pocket-pc'],
    ['octets of no kind', new Uint8Array(50), 'any'],
    ['nothing', new Uint8Array(), 'any'],
  ])('is for the phone that installs it, whatever it is called: %s', async (_, body, phone) => {
    expect(await found('http://ota.test/get', sent(octets, body))).toBe(`suite or client: ${phone}`)
  })

  it('is for the phone of what comes, not of its name', async () => {
    const body = packClient('sisx', specs)
    expect(await found('http://ota.test/client.sis', sent(octets, body))).toBe(
      'suite or client: symbian-9',
    )
  })

  it.each([
    ['image/png', 'any'],
    ['application/java-archive', 'any'],
    ['x-epoc/x-sisx-app', 'symbian-9'],
    ['application/vnd.symbian.install', 'symbian-9'],
    ['application/vnd.ms-cab-compressed', 'pocket-pc'],
  ])('leads to a download descriptor for a phone that takes %s', async (type, phone) => {
    expect(await found('http://ota.test/get', dd(type))).toBe(`download: ${phone}`)
    expect(await found('http://ota.test/get.dd', dd(type))).toBe(`download: ${phone}`)
  })

  it.each([
    [['demo.jad', 'client.sisx'], 'any'],
    [['client.sisx', 'client.cab'], 'symbian-9'],
    [['about', 'client.cab?x=1'], 'pocket-pc'],
    [['about'], 'any'],
    [[], 'any'],
  ])('leads to a page with links to %j', async (hrefs, phone) => {
    expect(await found('http://ota.test/get', html(...hrefs))).toBe(`page: ${phone}`)
  })

  it('leads to a page that goes on by itself', async () => {
    const page = '<meta http-equiv="refresh" content="0;url=/client.cab">'
    expect(await found('http://ota.test/', sent('text/html', page))).toBe('page: pocket-pc')
  })

  it.each(['http://ota.test/a.sisx', 'http://ota.test/a.sis', 'http://ota.test/a.cab'])(
    'is that of a package where its address is, whatever page comes: %s',
    async (url) => {
      expect(await found(url, html('demo.jad'))).toMatch(/^suite or client: /)
    },
  )

  it('is followed as far as redirects lead, and to hosts of the target alone', async () => {
    const body = packClient('sisx', specs)
    const [kind, asked] = await look('http://ota.test/get', ({ url }) => {
      if (url === 'http://ota.test/get') return to('/there')
      return url === 'http://ota.test/there' ? sent(octets, body) : to('http://elsewhere.test/')
    })
    expect([kind, asked.length]).toEqual(['suite or client: symbian-9', 2])
    const [away, askedOnce] = await look('http://ota.test/get.sisx', () =>
      to('http://elsewhere.test/'),
    )
    expect([away, askedOnce.length]).toEqual(['suite or client: symbian-9', 1])
    const [round, often] = await look('http://ota.test/get', () => to('/get'))
    expect([round, often.length]).toEqual(['suite or client: any', 6])
  })

  it.each([
    ['http://ota.test/get', 'suite or client: any'],
    ['http://ota.test/get.sis', 'suite or client: symbian-8'],
    ['http://ota.test/get.cab', 'suite or client: pocket-pc'],
    ['http://ota.test/get.dd', 'download: any'],
  ])('is what its address says where nothing comes: %s', async (url, expected) => {
    const failure = { cause: 'refused', detail: 'connect ECONNREFUSED' } as const
    expect(await found(url, { failure })).toBe(expected)
    expect(await found(url, { status: 404 })).toBe(expected)
  })
})

describe('a link that nobody chose a phone for', () => {
  const choose = (family: PhoneFamily | undefined, among = profiles) => {
    const audience = family === undefined ? undefined : { family, what: 'a package' }
    const phone = choosePhone({ kind: 'suite or client', audience }, among)
    return phone === undefined ? undefined : familyOf(phone)
  }

  it.each(['java', 'symbian-8', 'symbian-9', 'pocket-pc', 'smartphone'] as const)(
    'is opened by one that it is for: %s',
    (family) => {
      expect(choose(family)).toBe(family)
    },
  )

  it('is opened by a Java phone where it is not known whom it is for, or there is none', () => {
    const java = profiles.filter(({ platform }) => platform === 'midp')
    expect([choose(undefined), choose('symbian-9', java), choose('java', [])]).toEqual([
      'java',
      'java',
      undefined,
    ])
  })
})
