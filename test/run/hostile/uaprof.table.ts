/** UAProf documents that nobody should name to a server, and what the reference makes of each. */
import { gzipSync } from 'node:zlib'
import { writeUaProf } from '../../../src/wire/uaprof-writer.ts'
import type { Conduct } from './rig.ts'

export interface HostileUaProf {
  readonly name: string
  /** What the phone names; none: a place at the host of the documents. */
  readonly url?: (places: { readonly origin: string; readonly stranger: string }) => string
  readonly answer: (stranger: string) => Conduct
  /** Why the document is not read; none: it is, and the phone gets the client of its system. */
  readonly unread?: string
  /** What the phone says names no document that a server could ask for. */
  readonly unnamed?: true
  /** The host of the documents is not asked at all. */
  readonly unasked?: true
}

const n95 = {
  vendor: 'Nokia',
  model: 'N95',
  screen: { width: 240, height: 320 },
  javaPlatforms: ['MIDP-2.0'],
  accept: ['x-epoc/x-sisx-app'],
  osName: 'Symbian OS',
  osVersion: '9.2',
  wmlDeckSize: undefined,
  pushAccept: [],
  pushMsgSize: undefined,
}
const good = Buffer.from(writeUaProf(n95))
const words = good.toString()
const inRoot = (more: string) => words.replace('</rdf:Description>', `${more}</rdf:Description>`)

/** Sends octets as what they are not, where that is said. */
const send =
  (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
  (): Conduct =>
  (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/xml', ...headers })
    response.end(body)
  }

const entities = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
const laughs = `<!DOCTYPE rdf:RDF [<!ENTITY a "ha">${entities
  .map((name, index) => `<!ENTITY ${name} "${`&${['a', ...entities][index]};`.repeat(10)}">`)
  .join('')}]>`

const utf16 = (text: string, mark = true) =>
  Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le')

const tooLong = 'it is longer than 262144 octets (uaprofBytesMax)'
const tooDeep = 'Unexpected element at depth 65, expected at most 64 (uaprofDepthMax) (at octet 0)'
const absent = 'Unexpected document without an rdf:Description (at octet 0)'
const late = 'it did not come within 2000 ms (msMax)'
const elsewhere = 'it is not on loopback by http, and nobody else is asked'

const documents: readonly HostileUaProf[] = [
  {
    name: 'entities in entities',
    answer: send(
      laughs + inRoot('<prf:BrowserName>&i;</prf:BrowserName>').replace(/^<\?.*\?>/, ''),
    ),
  },
  {
    name: 'entities in the value that counts',
    answer: send(laughs + words.replace('x-epoc/x-sisx-app', '&i;').replace(/^<\?.*\?>/, '')),
  },
  {
    name: 'an entity of a file elsewhere',
    answer: (stranger) =>
      send(
        `<!DOCTYPE rdf:RDF [<!ENTITY a SYSTEM "${stranger}/a">]>${inRoot('<prf:Vendor>&a;</prf:Vendor>').replace(/^<\?.*\?>/, '')}`,
      )(),
  },
  {
    name: 'a schema elsewhere',
    answer: (stranger) =>
      send(words.replace(/xmlns:prf="[^"]*"/, `xmlns:prf="${stranger}/schema#"`))(),
  },
  {
    name: 'defaults elsewhere',
    answer: (stranger) => send(inRoot(`<prf:Defaults rdf:resource="${stranger}/defaults"/>`))(),
  },
  {
    name: 'ten megabytes of blanks',
    answer: send(' '.repeat(10_000_000) + words),
    unread: tooLong,
  },
  {
    name: 'ten megabytes of types',
    answer: send(
      inRoot(
        `<prf:CcppAccept><rdf:Bag>${'<rdf:li>a/b</rdf:li>'.repeat(500_000)}</rdf:Bag></prf:CcppAccept>`,
      ),
    ),
    unread: tooLong,
  },
  {
    name: 'as many types as fit',
    answer: send(
      inRoot(
        `<prf:CcppAccept><rdf:Bag>${'<rdf:li>a/b</rdf:li>'.repeat(12_000)}</rdf:Bag></prf:CcppAccept>`,
      ),
    ),
  },
  {
    name: 'one value of 200,000 letters',
    answer: send(inRoot(`<prf:Model>${'m'.repeat(200_000)}</prf:Model>`)),
  },
  { name: 'elements 80,000 deep', answer: send(inRoot('<a>'.repeat(80_000))), unread: tooDeep },
  {
    name: 'descriptions in descriptions',
    answer: send('<rdf:Description>'.repeat(60) + words),
    unread: tooDeep,
  },
  {
    name: 'attributes without number',
    answer: send(
      `<rdf:RDF ${Array.from({ length: 15_000 }, (_, index) => `a${index}="1"`).join(' ')}>${words.replace(/^<\?.*\?>/, '')}`,
    ),
  },
  {
    name: 'a tag that does not end',
    answer: send(`<rdf:RDF a="${'a'.repeat(200_000)}`),
    unread: absent,
  },
  { name: 'nothing', answer: send(''), unread: absent },
  { name: 'nothing but NUL', answer: send(new Uint8Array(1000)), unread: absent },
  { name: 'NUL between the letters', answer: send(words.replace('Nokia', 'No\0kia')) },
  { name: 'UTF-16', answer: send(utf16(words)) },
  { name: 'UTF-16 without a mark', answer: send(utf16(words, false)), unread: absent },
  {
    name: 'a declaration that lies',
    answer: send(words.replace('UTF-8', 'UTF-16')),
    unread: absent,
  },
  { name: 'a character set that nobody knows', answer: send(words.replace('UTF-8', 'klingon')) },
  {
    name: 'compiled XML',
    answer: send(Uint8Array.of(3, 1, 106, 0, 0x45, 0xc6, 3, 0x41, 0, 1, 1)),
    unread: absent,
  },
  {
    name: 'compressed octets',
    answer: send(gzipSync(good), { 'Content-Encoding': 'gzip' }),
    unread: absent,
  },
  {
    name: 'a page',
    answer: send('<html><body>Domain for sale</body></html>', { 'Content-Type': 'text/html' }),
    unread: absent,
  },
  { name: 'the type of a picture', answer: send(good, { 'Content-Type': 'image/gif' }) },
  { name: 'no more than its beginning', answer: send(words.slice(0, 60)), unread: absent },
  {
    name: 'systems that contradict each other',
    answer: send(inRoot('<prf:OSName>Windows CE</prf:OSName><prf:OSVersion>-1</prf:OSVersion>')),
  },
  {
    name: 'numbers beyond all',
    answer: send(
      inRoot(
        `<prf:ScreenSize>${'9'.repeat(50)}x-1</prf:ScreenSize><prf:WmlDeckSize>-5</prf:WmlDeckSize><prf:Push-MsgSize>${'9'.repeat(50)}</prf:Push-MsgSize>`,
      ),
    ),
  },
]

const hosts: readonly HostileUaProf[] = [
  {
    name: 'redirects to itself',
    answer:
      () =>
      ({ url = '' }, response) =>
        void response.writeHead(302, { Location: url }).end(),
    unread: 'HTTP status 302',
  },
  {
    name: 'a redirect to elsewhere',
    answer: (stranger) => (_, response) =>
      void response.writeHead(301, { Location: `${stranger}/a.xml` }).end(),
    unread: 'HTTP status 301',
  },
  {
    name: 'no document',
    answer: () => (_, response) => void response.writeHead(404).end(words),
    unread: 'HTTP status 404',
  },
  {
    name: 'a part of one',
    answer: () => (_, response) => void response.writeHead(206).end(words),
    unread: 'HTTP status 206',
  },
  { name: 'silence', answer: () => () => {}, unread: late },
  {
    name: 'an octet and then silence',
    answer: () => (_, response) => void response.writeHead(200).write('<'),
    unread: late,
  },
  {
    name: 'octets without end',
    answer: () => (_, response) => flood(response.writeHead(200)),
    unread: tooLong,
  },
  {
    name: 'a head without end',
    answer: () => (_, response) =>
      void response.writeHead(200, { 'X-Long': 'x'.repeat(200_000) }).end(words),
    unread: 'the connection failed: Parse Error: Header overflow',
  },
  {
    name: 'less than it says',
    answer: () => (_, response) => {
      response.writeHead(200, { 'Content-Length': '4000000000' })
      response.write('<rdf', () => response.socket?.destroy())
    },
    unread: 'the connection failed: aborted',
  },
  {
    name: 'what is no HTTP',
    answer:
      () =>
      ({ socket }) =>
        void socket.end('SSH-2.0-hello\r\n\r\n'),
    unread: 'the connection failed: Parse Error: Expected HTTP/, RTSP/ or ICE/',
  },
  {
    name: 'the end of the connection',
    answer:
      () =>
      ({ socket }) =>
        void socket.destroy(),
    unread: 'the connection failed: socket hang up',
  },
]

const nobody = send(good)
const addresses: readonly HostileUaProf[] = [
  {
    name: 'another host of the network',
    url: ({ stranger }) => `${stranger}/a.xml`,
    answer: nobody,
    unread: elsewhere,
    unasked: true,
  },
  {
    name: 'a host behind credentials',
    url: ({ stranger }) => stranger.replace('//', '//127.0.0.1:80@') + '/a.xml',
    answer: nobody,
    unread: elsewhere,
    unasked: true,
  },
  {
    name: 'a host that begins like loopback',
    url: () => 'http://127.0.0.1.example/a.xml',
    answer: nobody,
    unread: elsewhere,
    unasked: true,
  },
  {
    name: 'https',
    url: ({ origin }) => `${origin.replace('http:', 'https:')}/a.xml`,
    answer: nobody,
    unread: elsewhere,
    unasked: true,
  },
  {
    name: 'a file',
    url: () => 'file:///etc/passwd',
    answer: nobody,
    unasked: true,
    unnamed: true,
  },
  {
    name: 'a relative place',
    url: () => '/a.xml',
    answer: nobody,
    unasked: true,
    unnamed: true,
  },
  {
    name: 'a port where nobody is',
    url: () => 'http://127.0.0.1:9/a.xml',
    answer: nobody,
    unasked: true,
    unread: 'the connection failed: connect ECONNREFUSED 127.0.0.1:9',
  },
  {
    name: 'an address of 5,000 letters',
    url: ({ origin }) => `${origin}/${'a'.repeat(5000)}`,
    answer: nobody,
    unasked: true,
    unnamed: true,
  },
]

export const hostileUaProfs: readonly HostileUaProf[] = [...documents, ...hosts, ...addresses]

/** As long as somebody listens. */
function flood(response: Parameters<Conduct>[1]): void {
  const octets = Buffer.alloc(65_536, ' ')
  const more = (error?: Error | null) => {
    if (!error && !response.destroyed) response.write(octets, more)
  }
  more()
}
