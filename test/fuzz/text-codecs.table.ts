/** Readers of descriptors, of HTTP, of reports, and of documents in text. */
import { readTogether } from '../../src/wire/download-parts.ts'
import { fileNameOf } from '../../src/wire/file-name.ts'
import {
  parseChallenge,
  parseContentRange,
  parseResponseHead,
  parseRetryAfter,
  parseSetCookie,
} from '../../src/wire/http-fields.ts'
import { parseUrl, resolveUrl } from '../../src/wire/http-url.ts'
import { decodeBase64 } from '../../src/wire/base64.ts'
import { parseMidletEntry, parsePushEntry } from '../../src/wire/attributes.ts'
import {
  microemulatorJad,
  nokiaJrtJad,
  phonemeJad,
  strictJad,
} from '../../src/wire/jad-tolerance.table.ts'
import { parseJad } from '../../src/wire/jad.ts'
import { parseMediaType } from '../../src/wire/media-types.ts'
import { parseRefresh } from '../../src/wire/page/refresh.ts'
import { parsePapAddress } from '../../src/wire/pap/address.ts'
import { readPushContent } from '../../src/wire/push/push-content.ts'
import { decodeDigits } from '../../src/wire/sms/semi-octets.ts'
import { parseStatusReport } from '../../src/wire/status-report.ts'
import { parseVersion, parseVersionLoosely } from '../../src/wire/version.ts'
import { decodeDate, parseDate } from '../../src/wire/wbxml/date.ts'
import type { FuzzedCodec } from './codecs.table.ts'

const text = (words: string) => new TextEncoder().encode(words)
const wordsOf = (octets: Uint8Array) => Buffer.from(octets).toString('latin1')

const jad =
  'MIDlet-Name: Demo\r\nMIDlet-Version: 1.0\r\nMIDlet-Vendor: Acme\r\nMIDlet-Jar-URL: a.jar\r\n' +
  'MIDlet-Jar-Size: 100\r\nMIDlet-1: a, /a.png, b\r\nX-Very: long\n value\r\n'

const together =
  '--b\r\nContent-Type: application/vnd.oma.dd+xml\r\n\r\n<media/>\r\n' +
  '--b\r\nContent-ID: <a@b>\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lG\r\n--b--\r\n'

const indication =
  '<!DOCTYPE si PUBLIC "-//WAPFORUM//DTD SI 1.0//EN" "http://www.wapforum.org/DTD/si.dtd">' +
  '<si><indication href="http://a.b/c" si-id="1" si-expires="2006-03-01T09:00:00Z" action="delete">d</indication></si>'
const loading = '<sl href="http://a.b/c" action="execute-high"/>'
const operation = '<co><invalidate-object uri="http://a.b/c"/></co>'
const provisioning =
  '<wap-provisioningdoc version="1.0"><characteristic type="NAPDEF"><parm name="NAME" value="a"/></characteristic></wap-provisioningdoc>'

/** One of them for each input: they read alike but for what they let pass. */
const tolerances = [strictJad, phonemeJad, nokiaJrtJad, microemulatorJad]

function pushedText(name: string, mediaType: string, sample: string): FuzzedCodec {
  return {
    name: `push-text-${name}`,
    samples: [text(sample)],
    read: (octets) => void readPushContent(octets, { mediaType }),
  }
}

export const textCodecs: readonly FuzzedCodec[] = [
  {
    name: 'jad',
    samples: [text(jad), Uint8Array.of(0xff, 0xfe, ...Buffer.from(jad, 'utf16le'))],
    read: (octets) => {
      const tolerance = tolerances[octets.length % tolerances.length] ?? strictJad
      parseJad(octets, octets[0] === 0xff ? { charset: 'utf-16' } : { tolerance })
    },
  },
  {
    name: 'response-head',
    samples: [
      text('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: a/b\r\nA:  b \r\n\r\n'),
      text('HTTP/1.0 302 Found\nLocation: http://a.b/\n\n'),
    ],
    read: (octets) => void parseResponseHead(octets),
  },
  {
    name: 'response-fields',
    samples: [
      text('Basic realm="a\\"b", Digest qop=auth, nonce="c"'),
      text('bytes 0-499/1234'),
      text('id=1; Path=/; Expires=Wed, 01 Mar 2006 09:00:00 GMT'),
      text('text/html; charset="utf-8"; a=b'),
      text('attachment; filename="a\\"b.sis"'),
      text('5;url=http://a.b/c'),
      text('http://a.b:80/c/../d?e#f'),
    ],
    read: (octets) => {
      const words = wordsOf(octets)
      parseChallenge(words)
      parseContentRange(words)
      parseRetryAfter(words)
      parseSetCookie(words)
      parseMediaType(words)
      parseRefresh(words)
      fileNameOf('http://a.b/c', [['Content-Disposition', words]])
      parseUrl(words)
      resolveUrl('http://a.b/c/d', words)
    },
  },
  {
    name: 'attribute-values',
    samples: [
      text('a, /a.png, b'),
      text('sms://:5000, a.B, *'),
      text('1.0.0'),
      text('R0lGODlh'),
      text('WAPPUSH=+44/TYPE=PLMN@ppg'),
      text('2006-03-01T09:00:00Z'),
    ],
    read: (octets) => {
      const words = wordsOf(octets)
      parseMidletEntry(words)
      parsePushEntry(words)
      parseVersion(words)
      parseVersionLoosely(words)
      decodeBase64(words)
      parsePapAddress(words)
      parseDate(words)
    },
  },
  {
    name: 'status-report',
    samples: [text('900 Success\r\n'), text('  954 Loader Error \n\r')],
    read: (octets) => void parseStatusReport(octets),
  },
  {
    name: 'download-parts',
    samples: [text(together)],
    read: (octets) => {
      const type = parseMediaType('multipart/related; boundary=b')
      if (type !== undefined) readTogether(octets, type)
    },
  },
  {
    name: 'semi-octets',
    samples: [Uint8Array.of(0x91, 0x53, 0xf4)],
    read: (octets) => void decodeDigits(octets, octets.length),
  },
  {
    name: 'wbxml-date',
    samples: [Uint8Array.of(0x20, 0x06, 0x03, 0x01, 0x09), Uint8Array.of(0x19, 0x99)],
    read: (octets) => void decodeDate(octets),
  },
  pushedText('si', 'text/vnd.wap.si', indication),
  pushedText('sl', 'text/vnd.wap.sl', loading),
  pushedText('co', 'text/vnd.wap.co', operation),
  pushedText('cp', 'text/vnd.wap.connectivity-xml', provisioning),
]
