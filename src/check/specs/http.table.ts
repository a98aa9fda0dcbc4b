import type { ClauseRow } from '../specs.ts'

/** HTTP as far as installations depend on it. */
export const httpClauses = [
  {
    id: 'RFC9110-HOST',
    document: 'RFC9110',
    section: '7.2 Host and :authority',
    level: 'must',
    on: 'server',
    paraphrase:
      'The host a request is meant for is told by its Host field, or by an absolute URL on the request line.',
  },
  {
    id: 'RFC9110-CONTENT-LENGTH',
    document: 'RFC9110',
    section: '8.6 Content-Length',
    level: 'must',
    on: 'server',
    paraphrase: 'Content-Length, where present, is the exact number of octets of the content.',
  },
  {
    id: 'RFC9110-CHARSET',
    document: 'RFC9110',
    section: '8.3.2 Charset',
    level: 'must',
    on: 'server',
    paraphrase: 'A charset that is stated is the one that the text is encoded in.',
  },
  {
    id: 'RFC9110-CONTENT-TYPE',
    document: 'RFC9110',
    section: '8.3 Content-Type',
    level: 'should',
    on: 'server',
    paraphrase: 'The media type that is stated is the one that the content is in.',
  },
  {
    id: 'RFC9110-CONTENT-CODING',
    document: 'RFC9110',
    section: '12.5.3 Accept-Encoding',
    level: 'field',
    on: 'server',
    paraphrase:
      'A content coding is for clients that offered one; where the request has no Accept-Encoding the content is best sent as it is.',
  },
  {
    id: 'RFC9110-ACCEPT',
    document: 'RFC9110',
    section: '12.5.1 Accept',
    level: 'should',
    on: 'server',
    paraphrase:
      'Accept: */* takes any media type, and a longer list takes each type that is on it.',
  },
  {
    id: 'RFC9110-VARY',
    document: 'RFC9110',
    section: '12.5.5 Vary',
    level: 'should',
    on: 'server',
    paraphrase:
      'An answer chosen by request headers names them in Vary, so that caches do not give it to others.',
  },
  {
    id: 'RFC9110-RANGE',
    document: 'RFC9110',
    section: '14.2 Range; 15.3.7 206 Partial Content',
    level: 'field',
    on: 'server',
    paraphrase:
      'A request for a range is answered with 206, the octets asked for and their Content-Range, or with 200 and everything.',
  },
  {
    id: 'RFC9110-REDIRECTS',
    document: 'RFC9110',
    section: '15.4 Redirection 3xx',
    level: 'field',
    on: 'server',
    paraphrase:
      'A redirect says in Location where to go; a client decides itself how many it follows.',
    reading: 'At most one redirect for each fetch, to an absolute URL.',
    ambiguity: 'A24',
  },
  {
    id: 'RFC9110-RETRY-AFTER',
    document: 'RFC9110',
    section: '10.2.3 Retry-After',
    level: 'field',
    on: 'server',
    paraphrase: 'An answer 503 can say in Retry-After how long to wait, in seconds or as a date.',
  },
  {
    id: 'RFC9110-CHALLENGE',
    document: 'RFC9110',
    section: '11.6.1 WWW-Authenticate; 15.5.2 401 Unauthorized',
    level: 'must-if',
    on: 'server',
    paraphrase: 'An answer 401 carries at least one challenge in WWW-Authenticate.',
  },
  {
    id: 'RFC9110-NOT-FOUND',
    document: 'RFC9110',
    section: '15.5.5 404 Not Found; 15.5.11 410 Gone',
    level: 'field',
    on: 'server',
    paraphrase: 'What is not there is answered with 404 or 410, not with a page of status 200.',
  },
  {
    id: 'RFC9110-SENSITIVE-URLS',
    document: 'RFC9110',
    section: '17.9 Disclosure of Sensitive Information in URIs',
    level: 'field',
    on: 'server',
    paraphrase:
      'URLs are shown, stored and logged by everybody on the way, so nothing that is personal or secret belongs into one.',
  },
  {
    id: 'RFC9110-METHODS',
    document: 'RFC9110',
    section: '9.2.1 Safe methods; 15.5.6 405 Method Not Allowed',
    level: 'field',
    on: 'server',
    paraphrase:
      'GET changes nothing on the server; a resource that takes only POST says 405 to GET.',
  },
  {
    id: 'RFC7617-BASIC',
    document: 'RFC7617',
    section: '2 The Basic authentication scheme',
    level: 'must-if',
    on: 'server',
    paraphrase:
      'A Basic challenge names a realm; credentials for it work in the whole of that realm, and wrong ones are answered with a challenge again.',
  },
  {
    id: 'RFC9111-NO-CACHE',
    document: 'RFC9111',
    section: '5.2.2.4 no-cache; 5.2.2.5 no-store',
    level: 'field',
    on: 'server',
    paraphrase:
      'Cache-Control: no-cache makes caches ask the server each time; no-store keeps them from holding the answer at all.',
  },
  {
    id: 'RFC9111-NO-TRANSFORM',
    document: 'RFC9111',
    section: '5.2.2.6 no-transform',
    level: 'field',
    on: 'server',
    paraphrase: 'Cache-Control: no-transform forbids everyone on the way to change the content.',
  },
  {
    id: 'RFC9112-ABSOLUTE-FORM',
    document: 'RFC9112',
    section: '3.2.2 absolute-form',
    level: 'must',
    on: 'server',
    paraphrase:
      'A server accepts a whole URL on the request line, even though clients write one only to proxies.',
  },
  {
    id: 'RFC9112-FRAMING',
    document: 'RFC9112',
    section: '6 Message body; 7.1 Chunked transfer coding',
    level: 'must',
    on: 'server',
    paraphrase:
      'Where a message ends is told by Content-Length or by chunking, never by both, and otherwise by closing the connection.',
  },
  {
    id: 'RFC9112-HTTP-1-0',
    document: 'RFC9112',
    section: '6.1 Transfer-Encoding',
    level: 'should',
    on: 'server',
    paraphrase: 'A client that speaks HTTP/1.0 gets no transfer coding.',
  },
  {
    id: 'RFC9112-CHUNKED-REQUEST',
    document: 'RFC9112',
    section: '7.1 Chunked transfer coding',
    level: 'field',
    on: 'server',
    paraphrase: 'Whoever receives HTTP/1.1 can read a chunked body, also in a request.',
  },
  {
    id: 'RFC9112-CONNECTIONS',
    document: 'RFC9112',
    section: '9.3 Persistence; 9.6 Tear-down',
    level: 'field',
    on: 'server',
    paraphrase:
      'A connection stays open for the next request unless one side says close; a request that says close is answered all the same.',
  },
] as const satisfies readonly ClauseRow[]
