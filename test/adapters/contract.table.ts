/** What a target may do to a GET, and what comes of it on every way. */
import { answering, answeringThenClosing, dripping } from './octet-server.ts'
import type { Brief, Script } from './octet-server.ts'

const ok = 'HTTP/1.1 200 OK\r\n'
const hello = `${ok}Content-Length: 5\r\n\r\nhello`
const closing = `${ok}Connection: close\r\n`

interface Row {
  readonly target: string
  readonly script: Script
  readonly outcome: Brief
}

/** How long the targets of this table may be silent. */
export const silentMs = 60

export const contract: readonly Row[] = [
  {
    target: 'states a length and keeps it',
    script: answering(hello),
    outcome: { status: 200, body: 'hello' },
  },
  {
    target: 'answers one octet at a time',
    script: dripping(hello),
    outcome: { status: 200, body: 'hello' },
  },
  {
    target: 'answers in chunks one octet at a time',
    script: dripping(`${ok}Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\n\r\n`),
    outcome: { status: 200, body: 'hello' },
  },
  {
    target: 'states no reason phrase',
    script: answering('HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello'),
    outcome: { status: 200, body: 'hello' },
  },
  {
    target: 'answers as HTTP/1.0 without a length',
    script: answeringThenClosing('HTTP/1.0 200 OK\r\n\r\nhello'),
    outcome: { status: 200, body: 'hello' },
  },
  {
    target: 'sends 100 although nobody asked for it',
    script: answering(`HTTP/1.1 100 Continue\r\n\r\n${hello}`),
    outcome: { status: 200, body: 'hello' },
  },
  {
    target: 'sends interim responses one octet at a time',
    script: dripping(
      `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n${hello}`,
    ),
    outcome: { status: 200, body: 'hello' },
  },
  {
    target: 'answers 204',
    script: answering('HTTP/1.1 204 No Content\r\n\r\n'),
    outcome: { status: 204, body: '' },
  },
  {
    target: 'redirects: nothing is followed',
    script: answering('HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n'),
    outcome: { status: 302, body: '' },
  },
  {
    target: 'compresses: nothing is decoded',
    script: answering(`${ok}Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\x1f\x8b\x08`),
    outcome: { status: 200, body: '\x1f\x8b\x08' },
  },
  {
    target: 'says more than the stated length',
    script: answering(`${ok}Content-Length: 2\r\n\r\nhello`),
    outcome: { status: 200, body: 'he' },
  },
  {
    target: 'closes before the stated length',
    script: answeringThenClosing(`${ok}Content-Length: 9\r\n\r\nhello`),
    outcome: {
      failure: {
        cause: 'truncated',
        detail:
          'the target closed the connection after 5 octets of the body, expected Content-Length 9',
      },
      status: 200,
      body: 'hello',
    },
  },
  {
    target: 'closes before the stated length, as announced',
    script: answeringThenClosing(`${closing}Content-Length: 9\r\n\r\nhello`),
    outcome: {
      failure: {
        cause: 'truncated',
        detail:
          'the target closed the connection after 5 octets of the body, expected Content-Length 9',
      },
      status: 200,
      body: 'hello',
    },
  },
  {
    target: 'closes before the last chunk',
    script: answeringThenClosing(`${closing}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n`),
    outcome: {
      failure: {
        cause: 'truncated',
        detail:
          'the target closed the connection after 5 octets of the body, expected the end of the body',
      },
      status: 200,
      body: 'hello',
    },
  },
  {
    target: 'closes within the head',
    script: answeringThenClosing('HTTP/1.1 200 OK\r\nContent-Le'),
    outcome: {
      failure: {
        cause: 'truncated',
        detail: 'the target closed the connection after 27 octets of the response head',
      },
    },
  },
  {
    target: 'closes without an answer',
    script: answeringThenClosing(''),
    outcome: {
      failure: {
        cause: 'reset',
        detail: 'the target closed the connection without an answer',
      },
    },
  },
  {
    target: 'never answers',
    script: answering(''),
    outcome: {
      failure: { cause: 'timeout', detail: `no answer came within idleMsMax, ${silentMs} ms` },
    },
  },
  {
    target: 'falls silent within the head',
    script: answering('HTTP/1.1 200 OK\r\nContent'),
    outcome: {
      failure: { cause: 'timeout', detail: `no answer came within idleMsMax, ${silentMs} ms` },
    },
  },
  {
    target: 'falls silent within the body',
    script: answering(`${ok}Content-Length: 9\r\n\r\nhello`),
    outcome: {
      failure: {
        cause: 'timeout',
        detail: `no end of the response came within idleMsMax, ${silentMs} ms`,
      },
      status: 200,
      body: 'hello',
    },
  },
  {
    target: 'says garbage instead of a status line',
    script: answering('HELLO\r\n\r\n'),
    outcome: {
      failure: {
        cause: 'malformed',
        detail: 'Unexpected "HELLO\\r\\n\\r\\n", expected "HTTP/"',
      },
    },
  },
  {
    target: 'says garbage without a line end and falls silent',
    script: answering('<html>'),
    outcome: {
      failure: { cause: 'malformed', detail: 'Unexpected "<html>", expected "HTTP/"' },
    },
  },
  {
    target: 'gives a status that is no number',
    script: answering('HTTP/1.1 OK 200\r\n\r\n'),
    outcome: {
      failure: {
        cause: 'malformed',
        detail:
          'Unexpected "HTTP/1.1 OK 200", expected a status line such as "HTTP/1.1 200 OK" (at octet 0)',
      },
    },
  },
  {
    target: 'states a length and chunks as well',
    script: answering(
      `${ok}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`,
    ),
    outcome: {
      failure: {
        cause: 'malformed',
        detail: 'Unexpected Content-Length beside Transfer-Encoding, expected one of them',
      },
      status: 200,
      body: '',
    },
  },
  {
    target: 'chunks and states a length as well',
    script: answering(
      `${ok}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n5\r\nhello\r\n0\r\n\r\n`,
    ),
    outcome: {
      failure: {
        cause: 'malformed',
        detail: 'Unexpected Content-Length beside Transfer-Encoding, expected one of them',
      },
      status: 200,
      body: '',
    },
  },
  {
    target: 'states two lengths',
    script: answering(`${ok}Content-Length: 5\r\nContent-Length: 9\r\n\r\nhello`),
    outcome: {
      failure: {
        cause: 'malformed',
        detail: 'Unexpected 2 Content-Length fields, expected one',
      },
      status: 200,
      body: '',
    },
  },
  {
    target: 'states a size of a chunk that is no number',
    script: answering(`${ok}Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\nzz\r\nllo`),
    outcome: {
      failure: {
        cause: 'malformed',
        detail: 'Response does not match the HTTP/1.1 protocol (Invalid character in chunk size)',
      },
      status: 200,
      body: 'he',
    },
  },
  {
    target: 'ends lines in LF alone',
    script: answering('HTTP/1.1 200 OK\nContent-Length: 5\n\nhello'),
    outcome: {
      failure: {
        cause: 'malformed',
        detail: 'Unexpected LF without CR in the response head, expected CR LF',
      },
      status: 200,
      body: '',
    },
  },
  {
    target: 'switches to another protocol',
    script: answering('HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
    outcome: {
      failure: {
        cause: 'malformed',
        detail: 'Unexpected status 101, expected a final response',
      },
      status: 101,
      body: '',
    },
  },
]
