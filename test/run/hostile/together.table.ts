/** Bodies with a download descriptor and its object that no server should send, and how a phone of S60 comes away from each. */
import { ddNamespace } from '../../../src/wire/download-descriptor.ts'
import { ddType, picture } from './downloads.table.ts'

export interface HostileBody {
  readonly name: string
  readonly body: string | Uint8Array
  /** Of the Content-Type, behind `multipart/related`; none: `; boundary=b`. */
  readonly parameters?: string
  readonly ends: string
  /** Checks that fail; none: none. */
  readonly finds?: readonly string[]
}

interface Elements {
  readonly object?: string
  readonly size?: number
}

const dd = ({ object = 'cid:a@b', size = picture.length }: Elements = {}) =>
  `<media xmlns="${ddNamespace}"><type>image/gif</type><size>${size}</size>` +
  `<objectURI>${object}</objectURI><installNotifyURI>/notify</installNotifyURI></media>`

const part = (headers: readonly string[], body: string) =>
  `--b\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n${body}\r\n`
const end = '--b--\r\n'

const described = (elements?: Elements) => part([`Content-Type: ${ddType}`], dd(elements))
const image = (id = '<a@b>', more: readonly string[] = []) =>
  part(['Content-Type: image/gif', `Content-ID: ${id}`, ...more], picture.toString('latin1'))

const stored = 'installed 900: the content is stored'
const deadEnd = (why: string) => `dead-end: media type multipart/related; boundary=b: ${why}`
const nowhere = (name: string) =>
  `refused 954: the object is not available: no part of the response is called ${name}`

export const hostileBodies: readonly HostileBody[] = [
  { name: 'all as it should be', body: described() + image() + end, ends: stored },
  {
    name: 'no boundary',
    body: described() + image() + end,
    parameters: '',
    ends: 'dead-end: media type multipart/related: Unexpected multipart without a boundary parameter (at octet 0)',
  },
  {
    name: 'another boundary',
    body: described() + image() + end,
    parameters: '; boundary=c',
    ends: 'dead-end: media type multipart/related; boundary=c: Unexpected body, expected the boundary --c (at octet 0)',
  },
  {
    name: 'a boundary of 10,000 letters',
    body: described() + image() + end,
    parameters: `; boundary=${'b'.repeat(10_000)}`,
    ends: 'dead-end: file format not supported: media type multipart/related; boundary=bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…, name a.dd',
  },
  {
    name: 'nothing',
    body: '',
    ends: deadEnd('Unexpected body, expected the boundary --b (at octet 0)'),
  },
  {
    name: 'nothing but NUL',
    body: new Uint8Array(1000),
    ends: deadEnd('Unexpected body, expected the boundary --b (at octet 0)'),
  },
  {
    name: 'no end',
    body: described() + image(),
    ends: deadEnd('Unexpected end of the body, expected the boundary --b-- (at octet 297)'),
  },
  {
    name: 'nothing behind the boundary',
    body: '--b\r\n--b--',
    ends: deadEnd('its first part is no descriptor'),
  },
  {
    name: 'parts without number',
    body: described() + image().repeat(10_000) + end,
    ends: deadEnd('Unexpected 9, expected at most 8 (partsMax) (at octet 0)'),
  },
  {
    name: 'headers without number',
    body:
      part(
        [`Content-Type: ${ddType}`, ...Array.from({ length: 5_000 }, (_, n) => `A${n}: b`)],
        dd(),
      ) + end,
    ends: deadEnd('Unexpected 65, expected at most 64 (partHeadersMax) (at octet 0)'),
  },
  {
    name: 'a header of 100,000 letters',
    body: part([`Content-Type: ${ddType}`, `A: ${'b'.repeat(100_000)}`], dd()) + image() + end,
    ends: stored,
  },
  {
    name: 'a header that is none',
    body: part(['\0\0\0'], dd()) + end,
    ends: deadEnd(
      'Unexpected line in the headers of a part, expected a name, a colon and a value (at octet 5)',
    ),
  },
  {
    name: 'more than a phone takes',
    body: described() + image() + ' '.repeat(4_200_000) + end,
    ends: deadEnd('Unexpected 4200304, expected at most 4194304 (multipartBytesMax) (at octet 0)'),
  },
  {
    name: 'the object first',
    body: image() + described() + end,
    ends: deadEnd('its first part is no descriptor'),
    finds: ['download/descriptor-first'],
  },
  { name: 'no descriptor', body: image() + end, ends: deadEnd('its first part is no descriptor') },
  {
    name: 'a body in the body',
    body:
      part(
        ['Content-Type: multipart/related; boundary=c'],
        `--c\r\nContent-Type: ${ddType}\r\n\r\n${dd()}\r\n--c--`,
      ) + end,
    ends: deadEnd('its first part is no descriptor'),
  },
  {
    name: 'a descriptor that cannot be read',
    body: part([`Content-Type: ${ddType}`], '<media>') + image() + end,
    ends: 'refused 906: the download descriptor cannot be read: Unexpected XML (unclosed tag: media), expected a well-formed document (at octet 7)',
    finds: ['download/readable'],
  },
  {
    name: 'no object',
    body: described() + end,
    ends: nowhere('cid:a@b'),
    finds: ['download/object-available'],
  },
  {
    name: 'an object of another name',
    body: described() + image('<c@d>') + end,
    ends: nowhere('cid:a@b'),
    finds: ['download/object-available'],
  },
  {
    name: 'a name that is none',
    body: described({ object: 'cid:' }) + image('') + end,
    ends: nowhere('cid:'),
    finds: ['download/object-available'],
  },
  {
    name: 'itself as the object',
    body: part([`Content-Type: ${ddType}`, 'Content-ID: <a@b>'], dd()) + end,
    ends: 'refused 905: the object came as "application/vnd.oma.dd+xml", not as "image/gif"',
    finds: ['download/size-holds', 'download/type-holds'],
  },
  { name: 'two objects of one name', body: described() + image() + image() + end, ends: stored },
  {
    name: 'less than there is',
    body: described({ size: 3 }) + image() + end,
    ends: 'refused 905: the object has 16 octets, not 3',
    finds: ['download/size-holds'],
  },
  {
    name: 'more than there is',
    body: described({ size: 3000 }) + image() + end,
    ends: 'refused 905: the object has 16 octets, not 3000',
    finds: ['download/size-holds'],
  },
  {
    name: 'an object in base64 that is none',
    body: described() + image('<a@b>', ['Content-Transfer-Encoding: base64']) + end,
    ends: 'refused 905: the object has 10 octets, not 16',
    finds: ['download/size-holds'],
  },
  {
    name: 'a coding that nobody knows',
    body: described() + image('<a@b>', ['Content-Transfer-Encoding: x-klingon']) + end,
    ends: deadEnd(
      'Unexpected transfer encoding x-klingon, expected none, 7bit, 8bit, binary or base64 (at octet 317)',
    ),
  },
  {
    name: 'an object elsewhere',
    body: described({ object: 'http://localhost:9/a.gif' }) + end,
    ends: 'refused 954: the object is not available: the target does not name localhost:9; the phone does not contact it',
    finds: ['http/stays-on-target-hosts'],
  },
]
