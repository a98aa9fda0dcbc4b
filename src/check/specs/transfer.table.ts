import type { ClauseRow } from '../specs.ts'

/** How a native package goes over the air in parts, and to whom. */
export const transferClauses = [
  {
    id: 'NATIVE-RANGES',
    document: 'S60_DOWNLOAD',
    section: 'SetRangeFieldL; RFC 9110 section 14.2',
    level: 'should',
    on: 'server',
    paraphrase:
      'A download that broke off goes on with Range from the first octet that is missing. A server may ignore the field, and the phone then begins anew.',
  },
  {
    id: 'NATIVE-PART',
    document: 'RFC9110',
    section: '15.3.7.1 Single Part; 14.4 Content-Range',
    level: 'must-if',
    on: 'server',
    paraphrase:
      'An answer of one part says in Content-Range which octets of how many it holds, and holds these.',
  },
  {
    id: 'NATIVE-IF-RANGE',
    document: 'RFC9110',
    section: '13.1.5 If-Range',
    level: 'must-if',
    on: 'server',
    paraphrase:
      'Where the validator of If-Range is not that of the file, Range is ignored and the whole file is sent.',
  },
  {
    id: 'NATIVE-GOES-ON',
    document: 'S60_DOWNLOAD',
    section: 'ResponseHeaderReceivedL, answers to a GET; RFC 9110 section 13.1.1',
    level: 'must-if',
    on: 'server',
    paraphrase:
      'S60 puts what comes with 206 behind what it has and looks at nothing else; with 200 it begins anew, and with 412 or 416 it asks for all of it again.',
  },
  {
    id: 'NATIVE-REDIRECTS',
    document: 'S60_DOWNLOAD',
    section: 'RedirectedPermanentlyL, RedirectedTemporaryL',
    level: 'should',
    on: 'server',
    paraphrase:
      'S60 goes on with a download where it began, or where a redirect led that lasts: each temporary redirect on the way is made again.',
  },
  {
    id: 'NATIVE-BEYOND',
    document: 'RFC9110',
    section: '15.5.17 Range Not Satisfiable; 14.4 Content-Range',
    level: 'should',
    on: 'server',
    paraphrase:
      'A range that begins behind the end is answered 416, with the length of the file behind an asterisk.',
  },
  {
    id: 'NATIVE-EXPIRES',
    document: 'S60_DOWNLOAD',
    section: 'SetExpireToFieldL',
    level: 'should',
    on: 'server',
    paraphrase:
      'S60 makes a request depend on the date of Expires, or on that of Last-Modified where there is no Expires.',
  },
  {
    id: 'NATIVE-ANY-ACCEPT',
    document: 'RFC9110',
    section: '12.5.1 Accept',
    level: 'must',
    on: 'server',
    paraphrase:
      'An asterisk for type and subtype takes every media type: what is not named otherwise is acceptable by it.',
  },
  {
    id: 'NATIVE-ANY-PROGRAM',
    document: 'HARNESS',
    section: 'Native packages',
    level: 'field',
    on: 'server',
    paraphrase:
      'Requests of one phone differ in name, headers and address, by program and by gateway; the link is the same.',
  },
  {
    id: 'NATIVE-UNKNOWN-AGENT',
    document: 'HARNESS',
    section: 'Native packages',
    level: 'should',
    on: 'server',
    paraphrase:
      'Browsers of native phones may call themselves those of a computer; nobody is refused for a name that is not known.',
  },
  {
    id: 'NATIVE-ODD-IDENTITY',
    document: 'HARNESS',
    section: 'Native packages',
    level: 'should',
    on: 'server',
    paraphrase:
      'User-Agent may be missing, and x-wap-profile may stand without its quotation marks: neither ends in an error.',
  },
  {
    id: 'NATIVE-SLOW-READER',
    document: 'HARNESS',
    section: 'transfers over GPRS',
    level: 'should',
    on: 'server',
    paraphrase:
      'A phone on GPRS takes 2 to 10 KB a second, and a server sends for as long as that takes: its time-outs are longer than the size divided by 2 KB a second. Only what is longer than the buffers between server and phone shows whether it waits.',
  },
  {
    id: 'NATIVE-GATEWAY-SIZE',
    document: 'HARNESS',
    section: 'sizes of packages behind WAP gateways',
    level: 'may',
    on: 'author',
    paraphrase:
      'Gateways behind a WAP access point end a body at a limit of theirs, and the phone shows their error or half a package. It is assumed, for no operator published his, that the smallest hand on 30 KB for an object, and that operators let downloads of 300 KB to 1 MB through.',
  },
  {
    id: 'NATIVE-SERIAL',
    document: 'HARNESS',
    section: 'Native packages',
    level: 'should',
    on: 'server',
    paraphrase:
      "User-Agent holds the IMEI of some phones of Sony Ericsson, behind /SN; it is nobody else's business.",
  },
] as const satisfies readonly ClauseRow[]
