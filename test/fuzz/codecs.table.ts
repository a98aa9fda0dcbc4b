/** Everything that reads octets of a stranger, with inputs that are right to begin with. */
import { writeCabinet } from '../../src/reference/cab/cabinet-writer.ts'
import { writeInstallCab } from '../../src/reference/cab/install-cab-writer.ts'
import { acme, issuer } from '../../src/test-authority/authority.ts'
import { readCabinet } from '../../src/wire/cab/cab.ts'
import { readInstallCab } from '../../src/wire/cab/install-cab.ts'
import { readDownloadDescriptor } from '../../src/wire/download-descriptor.ts'
import { pageLimits } from '../../src/wire/page/page.ts'
import type { PageKind } from '../../src/wire/page/page.ts'
import { readPage } from '../../src/wire/page/read-page.ts'
import { readPapMessage } from '../../src/wire/pap/read-message.ts'
import { readPapSubmission } from '../../src/wire/pap/submission.ts'
import { parseMarkup } from '../../src/wire/markup.ts'
import { readPushContent } from '../../src/wire/push/push-content.ts'
import { parseQuery } from '../../src/wire/query-octets.ts'
import { decodeDeliver } from '../../src/wire/sms/deliver.ts'
import { decodeGsm, unpackSeptets } from '../../src/wire/sms/gsm7.ts'
import { decodeUcs2 } from '../../src/wire/sms/ucs2.ts'
import { decodeUdh, encodeUdh } from '../../src/wire/sms/udh.ts'
import { readSis } from '../../src/wire/sis/sis.ts'
import { SmppFramer } from '../../src/wire/smpp/framer.ts'
import { decodePdu } from '../../src/wire/smpp/pdu-reader.ts'
import { encodePdu } from '../../src/wire/smpp/pdu-writer.ts'
import { parseReceipt } from '../../src/wire/smpp/receipt.ts'
import { parseSmppTime } from '../../src/wire/smpp/time.ts'
import { readUaProf } from '../../src/wire/uaprof.ts'
import { writeUaProf } from '../../src/wire/uaprof-writer.ts'
import { flightLimits, readServerFlight } from '../../src/wire/tls/server-flight.ts'
import { decodeWbxml } from '../../src/wire/wbxml/decode.ts'
import { decodePush, encodePush } from '../../src/wire/wsp/push-pdu.ts'
import { demo, withoutChecksums } from '../wire/cab/cab-samples.ts'
import { compiled, deck, landing } from '../wire/page/page-samples.ts'
import { flight } from '../wire/tls/flights.ts'
import { kannelRequests } from '../wire/pap/kannel-requests.table.ts'
import { documentVectors } from '../wire/push/documents.table.ts'
import { kannelPushes } from '../wire/push/kannel-pushes.table.ts'
import { provisioningVectors } from '../wire/push/provisioning.table.ts'
import { openSis, openSisx } from '../wire/sis/samples.ts'
import { overrunning, smppVectors } from '../wire/smpp/smpp-vectors.table.ts'

import { packageCodecs } from './package-codecs.table.ts'
import { textCodecs } from './text-codecs.table.ts'

export interface FuzzedCodec {
  readonly name: string
  readonly samples: readonly Uint8Array[]
  /** Ends in a value or a WireError; throws anything else where a value does not hold what it must. */
  read(octets: Uint8Array): void
}

const hex = (digits: string) => new Uint8Array(Buffer.from(digits, 'hex'))
const text = (words: string) => new TextEncoder().encode(words)
const pdus = [...smppVectors.map((vector) => hex(vector.hex)), hex(overrunning)]
const headers = [
  '0605040b8423f0',
  '0b05040b8423f00003960201',
  '0c08049f8e020105040b8423f0',
  '050003010201',
  '0a2401017003aabbcc0400',
].map((digits) => hex(`${digits}010601ae02056a00`))

const documents = [...documentVectors, ...provisioningVectors].map((row) => hex(row.hex))
const si = 'application/vnd.wap.sic'
const pap =
  '<?xml version="1.0"?><pap><push-message push-id="1" deliver-after-timestamp="2006-03-01T09:00:00Z">' +
  '<address address-value="WAPPUSH=+44/TYPE=PLMN@é"/></push-message></pap>'

const cabinets = (['stored', 'mszip'] as const).map((compression) =>
  writeCabinet({
    folders: [{ compression, members: [{ name: 'a.txt', octets: text('to be or not to be') }] }],
  }),
)
const installCab = writeInstallCab(demo)
const signedCab = writeInstallCab({ ...demo, signing: { path: [acme, issuer], key: 'signer' } })

const dd =
  '<media xmlns="http://www.openmobilealliance.org/xmlns/dd"><type>image/gif</type><size>7</size>' +
  '<objectURI>http://a.b/c.gif</objectURI><installNotifyURI>http://a.b/n</installNotifyURI></media>'

function pageCodec(kind: PageKind, sample: Uint8Array): FuzzedCodec {
  return {
    name: `page-${kind}`,
    samples: [sample],
    read: (octets) => {
      const { links, frames, title = '' } = readPage(octets, kind)
      const hrefs = [...links.map(({ href }) => href), ...frames]
      if (hrefs.some(({ length }) => length > pageLimits.hrefCharactersMax))
        throw new Error('long href')
      if (title.length > pageLimits.linkTextMax) throw new Error('long title')
    },
  }
}

export const fuzzedCodecs: readonly FuzzedCodec[] = [
  ...packageCodecs,
  ...textCodecs,
  { name: 'sis', samples: [openSis, openSisx], read: (octets) => void readSis(octets) },
  {
    name: 'smpp',
    samples: pdus,
    read: (octets) => {
      const { pdu, problems } = decodePdu(octets)
      if (problems.length === 0 && encodePdu(pdu).length !== octets.length) {
        throw new Error(`${pdu.command} is written in another length than it was read`)
      }
    },
  },
  {
    name: 'smpp-stream',
    samples: [Uint8Array.of(...pdus.slice(14, 18).flatMap((pdu) => [...pdu]))],
    read: (octets) => {
      const framer = new SmppFramer({ pduOctetsMax: 200 })
      for (let start = 0; start < octets.length; start += 7) {
        framer.push(octets.subarray(start, start + 7))
      }
      if (framer.pending > 200) throw new Error('more than one PDU is held')
    },
  },
  {
    name: 'tls-flight',
    samples: [flight],
    read: (octets) => {
      const found = readServerFlight(octets)
      const isShort = found.kind === 'open' && found.needs <= octets.length
      if (isShort) throw new Error('it waits for what is there')
      if (found.kind === 'agreed' && found.certificates.length > flightLimits.certificatesMax)
        throw new Error('more certificates than are read')
    },
  },
  {
    name: 'udh',
    samples: headers,
    read: (octets) => {
      const { elements, octetCount } = decodeUdh(octets)
      if (encodeUdh(elements).length !== octetCount) throw new Error('a header is not kept')
    },
  },
  {
    name: 'sms-deliver',
    samples: [
      '040a915348000010000060301090509500' + '0ae8329bfd4697d9ec37',
      '440a915348000010000060301090509500' + '0a050003010201d06536',
      '400a91534800001000f560301090509500' + '0a0605040b8423f0010603',
      '040bd047aa30ec5e03000860301090509500' + '04d83dde00',
    ].map(hex),
    read: (octets) => {
      decodeDeliver(octets)
    },
  },
  {
    name: 'gsm7',
    samples: [hex('1b651b281b1b00'), text('Get the game: http://a.b/c?d=e')],
    read: (octets) => {
      decodeGsm(unpackSeptets(octets, Math.floor((octets.length * 8) / 7)))
      decodeGsm(octets)
    },
  },
  {
    name: 'ucs2',
    samples: [hex('d83dde00041804330440')],
    read: (octets) => {
      decodeUcs2(octets)
    },
  },
  {
    name: 'smpp-receipt',
    samples: [
      text(
        'id:1 sub:001 dlvrd:001 submit date:1002101730 done date:1002101731 stat:DELIVRD err:000 text:hello',
      ),
    ],
    read: (octets) => {
      const words = Buffer.from(octets).toString('latin1')
      parseReceipt(words)
      parseSmppTime(words)
    },
  },
  {
    name: 'wsp',
    samples: kannelPushes.map((push) => hex(push.hex)),
    read: (octets) => {
      const push = decodePush(octets)
      if (push.body.length + push.bodyOffset !== octets.length) throw new Error('octets are lost')
      const again = decodePush(encodePush(push))
      if (again.headers.length !== push.headers.length) throw new Error('a header is not kept')
    },
  },
  {
    name: 'wbxml',
    samples: documents,
    read: (octets) => {
      const { deviations } = decodeWbxml(octets)
      if (deviations.some(({ offset }) => offset > octets.length)) throw new Error('no such place')
    },
  },
  {
    name: 'push-content',
    samples: documents,
    read: (octets) => {
      readPushContent(octets, { mediaType: si })
    },
  },
  {
    name: 'xml',
    samples: [text(pap), text('<!DOCTYPE a [<!ENTITY b "c">]><a>&amp;<![CDATA[d]]></a>')],
    read: (octets) => {
      parseMarkup(octets)
    },
  },
  {
    name: 'pap',
    samples: [text(pap)],
    read: (octets) => {
      readPapMessage(octets)
    },
  },
  {
    name: 'pap-submission',
    samples: kannelRequests.map(({ body }) => text(body)),
    read: (octets) => {
      const [{ contentType }] = kannelRequests
      readPapSubmission(contentType, octets)
    },
  },
  {
    name: 'uaprof',
    samples: [
      text(
        '<r:RDF><r:Description><p:Model>a</p:Model><p:CcppAccept><r:Bag><r:li>b/c</r:li></r:Bag></p:CcppAccept></r:Description></r:RDF>',
      ),
    ],
    read: (octets) => {
      const profile = readUaProf(octets)
      const again = readUaProf(writeUaProf(profile))
      if (again.accept.length !== profile.accept.length) throw new Error('a type is not kept')
    },
  },
  {
    name: 'query',
    samples: [text('text=%00%06%F0+a&udh=%06%05%04%0B%84%23%F0&a')],
    read: (octets) => {
      parseQuery(Buffer.from(octets).toString('latin1'))
    },
  },
  {
    name: 'cabinet',
    samples: [...cabinets, ...cabinets.map(withoutChecksums)],
    read: (octets) => {
      const { files, contents } = readCabinet(octets)
      const [file] = files
      if (file === undefined) return
      if (contents(file.name).length !== file.bytes) throw new Error('a file of another length')
    },
  },
  {
    name: 'install-cab',
    samples: [installCab, withoutChecksums(installCab), signedCab],
    read: (octets) => {
      readInstallCab(readCabinet(octets))
    },
  },
  pageCodec('html', text(landing)),
  pageCodec('xhtml', text(landing)),
  pageCodec('wml', text(deck)),
  pageCodec('wmlc', compiled),
  {
    name: 'download-descriptor',
    samples: [text(dd)],
    read: (octets) => {
      readDownloadDescriptor(octets)
    },
  },
]
