/** Download descriptors that no server should send, and how a phone comes away from each. */
import { gzipSync } from 'node:zlib'
import { ddNamespace } from '../../../src/wire/download-descriptor.ts'

/** Where things are, as a descriptor may name them. */
export interface Places {
  readonly origin: string
  /** A host that the target file does not name, with somebody listening. */
  readonly foreign: string
  /** Descriptors that were asked for before. */
  readonly nth: number
}

export interface HostileDownload {
  readonly name: string
  readonly body: (places: Places) => string | Uint8Array
  /** None: its own. */
  readonly type?: string
  /** Of the object; none: sixteen octets of a picture. */
  readonly object?: {
    readonly bytes?: number
    readonly status?: number
    readonly location?: string
  }
  /** How the first link ends: `installed 900: the content is stored`. */
  readonly ends: string
  /** The same on S60, where it is not the same. */
  readonly onS60?: string
  readonly onWindowsMobile?: string
  /** Where one page leads to the next: why the phone goes no further. */
  readonly givesUp?: string
  /** Checks that fail, in the order of their names; none: none. */
  readonly finds?: readonly string[]
  /** The same where it is not the same on phones of Symbian and Windows Mobile. */
  readonly findsOnNative?: readonly string[]
}

export const ddType = 'application/vnd.oma.dd+xml'
export const picture = Buffer.from('GIF89a 16 octets')

const text = (words: string) => new TextEncoder().encode(words)

const media = (inside: string, before = '') =>
  `${before}<media xmlns="${ddNamespace}">${inside}</media>`

interface Elements {
  readonly type?: string
  readonly size?: string
  readonly object?: string
  readonly notify?: string
  readonly more?: string
}

/** An ordinary descriptor but for what is said. */
const dd = ({
  type = 'image/gif',
  size = '16',
  object = 'a.gif',
  notify = 'notify',
  more = '',
}: Elements = {}) =>
  media(
    `<type>${type}</type><size>${size}</size><objectURI>${object}</objectURI><installNotifyURI>${notify}</installNotifyURI>${more}`,
  )

const entities = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
/** A billion of them, were they put in one into the other. */
const laughs = `<!DOCTYPE media [<!ENTITY a "ha">${entities
  .map((name, index) => `<!ENTITY ${name} "${`&${['a', ...entities][index]};`.repeat(10)}">`)
  .join('')}]>`

function utf16(words: string, { mark = true, big = false } = {}): Uint8Array {
  const octets = Buffer.from(`${mark ? '\uFEFF' : ''}${words}`, 'utf16le')
  return big ? octets.swap16() : octets
}

const unreadable = (why: string) => `refused 906: the download descriptor cannot be read: ${why}`
const notWellFormed = (why: string, octet: number) =>
  unreadable(`Unexpected XML (${why}), expected a well-formed document (at octet ${octet})`)
const tooLarge = (found: number, max: string) =>
  unreadable(`Unexpected ${found}, expected at most ${max} (at octet 0)`)

const again = 'one download leads to the next, 5 times (pagesMax)'
const stored = 'installed 900: the content is stored'
const badSize = 'refused 906: size is missing, or no number above 0'
const badObject = 'refused 906: objectURI is not a usable URL'

const bombs: readonly HostileDownload[] = [
  {
    name: 'entities in entities',
    body: () => laughs + dd({ more: '<name>&i;</name>' }),
    ends: notWellFormed('undefined entity', 562),
    finds: ['download/readable'],
  },
  {
    name: 'an entity in an attribute',
    body: () => laughs + dd({ more: '<name of="&i;"/>' }),
    ends: notWellFormed('undefined entity', 566),
    finds: ['download/readable'],
  },
  {
    name: 'an entity of a file elsewhere',
    body: ({ foreign }) =>
      `<!DOCTYPE media [<!ENTITY a SYSTEM "${foreign}/a">]>` + dd({ more: '<name>&a;</name>' }),
    ends: notWellFormed('undefined entity', 239),
    finds: ['download/readable'],
  },
  {
    name: 'a document type elsewhere',
    body: ({ foreign }) => `<!DOCTYPE media SYSTEM "${foreign}/a.dtd">${dd()}`,
    ends: stored,
  },
  {
    name: 'a style sheet elsewhere',
    body: ({ foreign }) => `<?xml-stylesheet href="${foreign}/a.xsl"?>${dd()}`,
    ends: stored,
  },
  {
    name: 'ten megabytes of blanks before it',
    body: () => ' '.repeat(10_000_000) + dd(),
    ends: tooLarge(10_000_174, '262144 (markupBytesMax)'),
    finds: ['download/readable'],
  },
  {
    name: 'ten megabytes of blanks in it',
    body: () => media(' '.repeat(10_000_000)),
    ends: tooLarge(10_000_066, '262144 (markupBytesMax)'),
    finds: ['download/readable'],
  },
  {
    name: 'as many blanks as may be',
    body: () => dd() + ' '.repeat(262_144 - dd().length),
    ends: stored,
  },
  {
    name: 'seventeen mebibytes',
    body: () => Buffer.alloc(17 * 1_048_576, '<a>'),
    ends: 'dead-end: the response body is longer than bodyBytesMax, 16777216 octets',
  },
  {
    name: 'elements a hundred thousand deep',
    body: () => media('<a>'.repeat(87_000)),
    ends: tooLarge(33, '32 (elementDepthMax)'),
    finds: ['download/readable'],
  },
  {
    name: 'elements without number',
    body: () => media('<a/>'.repeat(60_000)),
    ends: tooLarge(10_001, '10000 (markupNodesMax)'),
    finds: ['download/readable'],
  },
  {
    name: 'attributes without number',
    body: () =>
      `<media ${Array.from({ length: 20_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`,
    ends: tooLarge(10_001, '10000 (markupNodesMax)'),
    finds: ['download/readable'],
  },
  {
    name: 'instructions without number',
    body: () => media('<?a b?>'.repeat(30_000)),
    ends: tooLarge(10_001, '10000 (markupNodesMax)'),
    finds: ['download/readable'],
  },
  {
    name: 'a comment of 200,000 letters',
    body: () => media(`<!--${'c'.repeat(200_000)}-->`),
    ends: 'refused 906: type is missing',
    finds: ['download/mandatory-elements'],
  },
  {
    name: 'an attribute that does not end',
    body: () => `<media a="${'a'.repeat(200_000)}`,
    ends: notWellFormed('unexpected end', 200_010),
    finds: ['download/readable'],
  },
  {
    name: 'a name of 100,000 letters',
    body: () => dd({ more: `<name>${'n'.repeat(100_000)}</name>` }),
    ends: stored,
  },
  {
    name: 'thousands of types',
    body: () => dd({ more: '<type>image/gif</type>'.repeat(4_900) }),
    ends: stored,
  },
]

const octets: readonly HostileDownload[] = [
  {
    name: 'nothing',
    body: () => '',
    ends: notWellFormed('document must contain a root element', 0),
    finds: ['download/readable'],
  },
  { name: 'UTF-16 with its mark', body: () => utf16(dd()), ends: stored },
  { name: 'UTF-16 the other way round', body: () => utf16(dd(), { big: true }), ends: stored },
  {
    name: 'UTF-16 without a mark',
    body: () => utf16(dd(), { mark: false }),
    ends: notWellFormed('disallowed character', 2),
    finds: ['download/readable'],
  },
  {
    name: 'UTF-16 that is called UTF-8',
    body: () => utf16(dd(), { mark: false }),
    type: `${ddType};charset=utf-8`,
    ends: notWellFormed('disallowed character', 2),
    finds: ['download/readable'],
  },
  {
    name: 'UTF-8 that is called UTF-16',
    body: () => dd(),
    type: `${ddType};charset=utf-16`,
    ends: notWellFormed('text data outside of root node', 174),
    finds: ['download/readable'],
  },
  {
    name: 'a character set that nobody knows',
    body: () => dd(),
    type: `${ddType};charset=klingon`,
    ends: unreadable(
      'Unexpected character set klingon, expected one of UTF-8 and those of WAP (at octet 0)',
    ),
    finds: ['download/readable'],
  },
  {
    name: 'a character set of 10,000 letters',
    body: () => dd(),
    type: `${ddType};charset=${'k'.repeat(10_000)}`,
    ends: 'dead-end: media type application/vnd.oma.dd+xml;charset=kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…',
    onS60:
      'dead-end: file format not supported: media type application/vnd.oma.dd+xml;charset=kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…, name a.dd',
    onWindowsMobile: 'dead-end: no application is associated with the file a.dd',
    finds: ['download/media-type'],
  },
  {
    name: 'a declaration that lies',
    body: () => `<?xml version="1.0" encoding="utf-16"?>${dd()}`,
    ends: notWellFormed('text data outside of root node', 213),
    finds: ['download/readable'],
  },
  {
    name: 'compiled XML',
    body: () => Uint8Array.of(3, 1, 106, 0, 0x45, 0xc6, 3, 0x41, 0, 1, 1),
    ends: notWellFormed('disallowed character', 1),
    finds: ['download/readable'],
  },
  {
    name: 'compressed octets',
    body: () => gzipSync(dd()),
    ends: notWellFormed('disallowed character', 1),
    finds: ['download/readable'],
  },
  {
    name: 'a package',
    body: () => text('PK\u0003\u0004\u0014'),
    ends: notWellFormed('disallowed character', 3),
    finds: [
      'descriptor/no-transform',
      'download/readable',
      'package/media-type',
      'package/readable-archive',
    ],
    findsOnNative: ['download/readable'],
  },
  {
    name: 'nothing but NUL',
    body: () => new Uint8Array(1000),
    ends: notWellFormed('disallowed character', 1),
    finds: ['download/readable'],
  },
  {
    name: 'NUL in a name',
    body: () => dd({ more: '<name>a\0b</name>' }),
    ends: notWellFormed('disallowed character', 174),
    finds: ['download/readable'],
  },
  {
    name: 'NUL as a character reference',
    body: () => dd({ more: '<name>&#0;</name>' }),
    ends: notWellFormed('malformed character entity', 176),
    finds: ['download/readable'],
  },
  {
    name: 'NUL in an address',
    body: () => dd({ object: 'a\0.gif' }),
    ends: notWellFormed('disallowed character', 108),
    finds: ['download/readable'],
  },
  {
    name: 'octets behind it',
    body: () => `${dd()}\0\0\0garbage`,
    ends: notWellFormed('disallowed character', 175),
    finds: ['download/readable'],
  },
  {
    name: 'two documents',
    body: () => dd() + dd(),
    ends: notWellFormed('documents may contain only one root', 181),
    finds: ['download/readable'],
  },
  {
    name: 'no more than its beginning',
    body: () => dd().slice(0, 150),
    ends: notWellFormed('unclosed tag: installNotifyURI', 150),
    finds: ['download/readable'],
  },
  {
    name: 'a page',
    body: () => '<html><body>Sorry</body></html>',
    ends: unreadable('Unexpected element html, expected media (at octet 0)'),
    finds: ['download/readable'],
  },
  {
    name: 'a document of another kind',
    body: () => '<rdf:RDF xmlns:rdf="a"/>',
    ends: unreadable('Unexpected element rdf:RDF, expected media (at octet 0)'),
    finds: ['download/readable'],
  },
  {
    name: 'no XML at all',
    body: () => 'MIDlet-Name: Demo\r\n',
    ends: notWellFormed('text data outside of root node', 19),
    finds: ['download/readable'],
  },
]

const lies: readonly HostileDownload[] = [
  {
    name: 'a negative size',
    body: () => dd({ size: '-1' }),
    ends: badSize,
    finds: ['download/mandatory-elements'],
  },
  {
    name: 'a size of 0',
    body: () => dd({ size: '0' }),
    ends: badSize,
    finds: ['download/mandatory-elements'],
  },
  {
    name: 'a size beyond all numbers',
    body: () => dd({ size: '9'.repeat(40) }),
    ends: badSize,
    finds: ['download/mandatory-elements'],
  },
  {
    name: 'a size of 100,000 digits',
    body: () => dd({ size: '1'.repeat(100_000) }),
    ends: badSize,
    finds: ['download/mandatory-elements'],
  },
  {
    name: 'a size in hexadecimal',
    body: () => dd({ size: '0x10' }),
    ends: badSize,
    finds: ['download/mandatory-elements'],
  },
  {
    name: 'a size with an exponent',
    body: () => dd({ size: '1e3' }),
    ends: badSize,
    finds: ['download/mandatory-elements'],
  },
  {
    name: 'a size with a sign',
    body: () => dd({ size: '+16' }),
    ends: badSize,
    finds: ['download/mandatory-elements'],
  },
  {
    name: 'a size in other digits',
    body: () => dd({ size: '\u0661\u0666' }),
    ends: badSize,
    finds: ['download/mandatory-elements'],
  },
  {
    name: 'a size with a fraction',
    body: () => dd({ size: '16.0' }),
    ends: badSize,
    finds: ['download/mandatory-elements'],
  },
  {
    name: 'a petabyte',
    body: () => dd({ size: '999999999999999' }),
    ends: 'refused 901: 999999999999999 octets needed, N free',
  },
  {
    name: 'less than there is',
    body: () => dd({ size: '3' }),
    ends: 'refused 905: the object has 16 octets, not 3',
    finds: ['download/size-holds'],
  },
  {
    name: 'more than there is',
    body: () => dd({ size: '300' }),
    ends: 'refused 905: the object has 16 octets, not 300',
    finds: ['download/size-holds'],
  },
  {
    name: 'sixteen octets of a megabyte',
    body: () => dd(),
    object: { bytes: 1_000_000 },
    ends: 'refused 905: the object has 1000000 octets, not 16',
    finds: ['download/size-holds'],
  },
  {
    name: 'an object larger than anybody takes',
    body: () => dd({ size: '17825792' }),
    object: { bytes: 17 * 1_048_576 },
    ends: 'refused 901: 17825792 octets needed, N free',
    onS60:
      'refused 954: the object is not available: the response body is longer than bodyBytesMax, 16777216 octets',
    onWindowsMobile:
      'refused 954: the object is not available: the response body is longer than bodyBytesMax, 16777216 octets',
  },
  {
    name: 'an object that is empty',
    body: () => dd(),
    object: { bytes: 0 },
    ends: 'refused 905: the object has 0 octets, not 16',
    finds: ['download/size-holds'],
  },
  {
    name: 'another type',
    body: () => dd({ type: 'image/png' }),
    ends: 'refused 905: the object came as "image/gif", not as "image/png"',
    finds: ['download/type-holds'],
  },
  {
    name: 'a type that is none',
    body: () => dd({ type: 'every kind' }),
    ends: 'refused 953: nothing on this phone takes "every kind"',
    finds: ['download/mandatory-elements'],
  },
  {
    name: 'a type of 100,000 letters',
    body: () => dd({ type: `a/${'b'.repeat(100_000)}` }),
    ends: 'refused 953: nothing on this phone takes "a/bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…"',
    finds: ['download/mandatory-elements'],
  },
  {
    name: 'a second size',
    body: () => dd({ more: '<size>1</size>' }),
    ends: stored,
    finds: ['download/elements-once'],
  },
  {
    name: 'second addresses, elsewhere',
    body: ({ foreign }) =>
      dd({
        more: `<objectURI>${foreign}/b</objectURI><installNotifyURI>${foreign}/n</installNotifyURI>`,
      }),
    ends: stored,
    finds: ['download/elements-once'],
  },
  {
    name: 'elements in elements',
    body: () => dd({ size: '1<b/>6' }),
    ends: stored,
    finds: ['download/elements-plain'],
  },
  {
    name: 'a version to come',
    body: () => dd({ more: '<DDVersion>9.9</DDVersion>' }),
    ends: 'refused 951: DDVersion is "9.9", not 1.0',
    finds: ['download/version'],
  },
]

const ways: readonly HostileDownload[] = [
  {
    name: 'itself as the object',
    body: () => dd({ object: 'a.dd' }),
    ends: 'refused 905: the object came as "application/vnd.oma.dd+xml", not as "image/gif"',
    finds: ['download/size-holds', 'download/type-holds'],
  },
  {
    name: 'a descriptor as the object',
    body: () => dd({ type: ddType, object: 'a.dd' }),
    ends: 'refused 953: nothing on this phone takes "application/vnd.oma.dd+xml"',
  },
  {
    name: 'itself as the page that follows',
    body: ({ origin }) => dd({ more: `<nextURL>${origin}/a.dd</nextURL>` }),
    givesUp: again,
    ends: stored,
  },
  {
    name: 'another descriptor each time',
    body: ({ origin, nth }) => dd({ more: `<nextURL>${origin}/${nth}.dd</nextURL>` }),
    givesUp: again,
    ends: stored,
  },
  {
    name: 'a page that leads back to it',
    body: ({ origin }) => dd({ more: `<nextURL>${origin}/back.html</nextURL>` }),
    ends: stored,
  },
  {
    name: 'a page that follows what failed, again and again',
    body: ({ origin }) => dd({ size: '1', more: `<nextURL>${origin}/a.dd</nextURL>` }),
    givesUp: again,
    ends: 'refused 905: the object has 16 octets, not 1',
    finds: ['download/size-holds'],
  },
  {
    name: 'an object that is elsewhere',
    body: ({ foreign }) => dd({ object: `${foreign}/a.gif` }),
    ends: 'refused 954: the object is not available: the target does not name FOREIGN; the phone does not contact it',
    finds: ['http/stays-on-target-hosts'],
  },
  {
    name: 'reports that go elsewhere',
    body: ({ foreign }) => dd({ notify: `${foreign}/n` }),
    ends: 'refused: the server did not confirm the report: the target does not name FOREIGN; the phone does not contact it',
    onS60: stored,
    finds: ['http/stays-on-target-hosts'],
  },
  {
    name: 'reports of a failure that go elsewhere',
    body: ({ foreign }) => dd({ size: '1', notify: `${foreign}/n` }),
    ends: 'refused 905: the object has 16 octets, not 1',
    finds: ['download/size-holds', 'http/stays-on-target-hosts'],
  },
  {
    name: 'a page that follows elsewhere',
    body: ({ foreign }) => dd({ more: `<nextURL>${foreign}/n</nextURL>` }),
    givesUp: 'the target does not name FOREIGN; the phone does not contact it',
    ends: stored,
    finds: ['http/stays-on-target-hosts'],
  },
  {
    name: 'an icon and more to read elsewhere',
    body: ({ foreign }) =>
      dd({ more: `<infoURL>${foreign}/i</infoURL><iconURI>${foreign}/j</iconURI>` }),
    ends: stored,
  },
  {
    name: 'an object behind a redirect to elsewhere',
    body: () => dd(),
    object: { status: 302, location: 'FOREIGN/a.gif' },
    ends: 'refused 954: the object is not available: the target does not name FOREIGN; the phone does not contact it',
    finds: ['http/stays-on-target-hosts'],
  },
  {
    name: 'an object behind redirects without end',
    body: ({ origin }) => dd({ object: `${origin}/a.gif` }),
    object: { status: 302, location: 'ORIGIN/a.gif' },
    ends: 'refused 954: the object is not available: HTTP status 302',
    finds: ['download/object-available'],
  },
  {
    name: 'a file of the phone',
    body: () => dd({ object: 'file:///C:/system/a' }),
    ends: badObject,
    finds: ['download/addresses-usable'],
  },
  {
    name: 'data in the address',
    body: () => dd({ object: 'data:image/gif,GIF' }),
    ends: badObject,
    finds: ['download/addresses-usable'],
  },
  {
    name: 'a part of what is no whole',
    body: () => dd({ object: 'cid:a@b' }),
    ends: badObject,
    finds: ['download/addresses-usable'],
  },
  {
    name: 'a script to report to',
    body: () => dd({ notify: 'javascript:alert(1)' }),
    ends: stored,
    finds: ['download/addresses-usable'],
  },
  {
    name: 'a line end in the address',
    body: () => dd({ object: 'a&#13;&#10;X-Evil: 1' }),
    ends: badObject,
    finds: ['download/addresses-usable'],
  },
  {
    name: 'an address of 100,000 letters',
    body: () => dd({ object: 'a'.repeat(100_000) }),
    ends: badObject,
    finds: ['download/addresses-usable'],
  },
  {
    name: 'credentials in the address',
    body: ({ origin }) => dd({ object: `${origin.replace('//', '//me:secret@')}/a.gif` }),
    ends: stored,
    finds: ['session/no-secrets-in-urls'],
  },
  { name: 'a way out of the root', body: () => dd({ object: '../../../../a.gif' }), ends: stored },
]

export const hostileDownloads: readonly HostileDownload[] = [...bombs, ...octets, ...lies, ...ways]
