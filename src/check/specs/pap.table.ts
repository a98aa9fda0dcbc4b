import type { ClauseRow } from '../specs.ts'

/** How a server behaves as a push initiator. */
export const papClauses = [
  {
    id: 'PAP-MULTIPART',
    document: 'RFC2387',
    section: '3.1 The Type Parameter',
    level: 'must',
    on: 'server',
    paraphrase:
      'A body of multipart/related states the media type of its first part as the type parameter.',
  },
  {
    id: 'PAP-PUSH-ID',
    document: 'PAP2',
    section: 'push-message, push-id',
    level: 'must',
    on: 'server',
    paraphrase: 'The push-id of a message is unique for its initiator.',
  },
  {
    id: 'PAP-REPEATED-ID',
    document: 'PAP2',
    section: 'status codes, 2007',
    level: 'should',
    on: 'server',
    paraphrase: 'A gateway tells an initiator that a push-id was used already.',
  },
  {
    id: 'PAP-ADDRESS',
    document: 'PAP2',
    section: 'address, address-value',
    level: 'must',
    on: 'server',
    paraphrase:
      'An address of a client is WAPPUSH=, a specifier with its type, an at sign and the domain of the gateway.',
  },
  {
    id: 'PAP-ONE-ADDRESS',
    document: 'KANNEL',
    section: 'push proxy gateway, observed',
    level: 'field',
    on: 'server',
    paraphrase: 'Of several addresses only the last is sent to, though the push is accepted.',
  },
  {
    id: 'PAP-DATES',
    document: 'PAP2',
    section: 'push-message, deliver-before-timestamp and deliver-after-timestamp',
    level: 'must',
    on: 'server',
    paraphrase: 'Timestamps are written YYYY-MM-DDThh:mm:ssZ, in UTC.',
  },
  {
    id: 'PAP-NOTIFICATION-ANSWERED',
    document: 'PAP2',
    section: 'resultnotification-response',
    level: 'must',
    on: 'server',
    paraphrase: 'An initiator answers a result notification with a response of its own.',
  },
  {
    id: 'PAP-UNAVAILABLE',
    document: 'PAP2',
    section: 'status codes, 4xxx',
    level: 'should',
    on: 'server',
    paraphrase: 'Codes of 4000 and above tell of a failure of the service that passes.',
  },
  {
    id: 'PAP-REFUSED',
    document: 'PAP2',
    section: 'status codes, 2xxx',
    level: 'should',
    on: 'server',
    paraphrase: 'Codes of 2000 and above tell of a fault of the initiator.',
  },
  {
    id: 'PAP-NO-SECRETS',
    document: 'KANNEL',
    section: 'push proxy gateway, observed',
    level: 'should',
    on: 'server',
    paraphrase: 'Headers that an initiator sends become headers of the push.',
  },
  {
    id: 'PAP-CHARSET',
    document: 'KANNEL',
    section: 'push proxy gateway, observed: documents without a character set, CDATA',
    level: 'field',
    on: 'server',
    paraphrase:
      'A gateway has to know the character set of a document, and may copy what it does not parse.',
  },
  {
    id: 'PAP-CODE-COUNTS',
    document: 'PAP2',
    section: 'PAP over HTTP; status codes',
    level: 'must',
    on: 'server',
    paraphrase:
      'HTTP answers 202 to whatever could be read: what became of the push is said by the code inside.',
  },
] as const satisfies readonly ClauseRow[]
