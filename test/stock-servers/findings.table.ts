/** What is found of servers of Debian 12 as they are installed. */
import type { StockRow } from './findings.ts'

export const stockFindings: readonly StockRow[] = [
  {
    server: 'nginx',
    file: 'demo.jad',
    phone: 'nokia-5310',
    ends: 'installed, 900',
    verdict: 'fail',
    fails: [
      { check: 'descriptor/no-transform', level: 'field', found: 'no Cache-Control' },
      { check: 'descriptor/not-cached', level: 'field', found: 'no Cache-Control' },
      {
        check: 'report/answered-with-200',
        level: 'must',
        found: 'status 405 for the report of 900',
      },
      {
        check: 'session/own-notify-urls',
        level: 'field',
        found: 'MIDlet-Install-Notify http://server/reports as before',
      },
    ],
  },
  {
    server: 'nginx',
    file: 'client.sis',
    phone: 'nokia-6600',
    ends: 'installed',
    verdict: 'pass',
    fails: [
      {
        check: 'native/media-type',
        level: 'should',
        found: 'Content-Type "application/octet-stream"',
      },
    ],
  },
  {
    server: 'nginx',
    file: 'client.sisx',
    phone: 'nokia-n95',
    ends: 'installed',
    verdict: 'pass',
    fails: [
      {
        check: 'native/media-type',
        level: 'should',
        found: 'Content-Type "application/octet-stream"',
      },
    ],
  },
  {
    server: 'nginx',
    file: 'client.cab',
    phone: 'htc-wizard',
    ends: 'installed',
    verdict: 'pass',
    fails: [
      {
        check: 'native/media-type',
        level: 'should',
        found: 'Content-Type "application/octet-stream"',
      },
    ],
  },
  {
    server: 'Apache',
    file: 'demo.jad',
    phone: 'nokia-5310',
    ends: 'installed, 900',
    verdict: 'pass',
    fails: [
      { check: 'descriptor/no-transform', level: 'field', found: 'no Cache-Control' },
      { check: 'descriptor/not-cached', level: 'field', found: 'no Cache-Control' },
      {
        check: 'report/only-post',
        level: 'field',
        found: 'status 200 for a GET of the notify URL',
      },
      {
        check: 'session/own-notify-urls',
        level: 'field',
        found: 'MIDlet-Install-Notify http://server/reports as before',
      },
    ],
  },
  {
    server: 'Apache',
    file: 'client.sis',
    phone: 'nokia-6600',
    ends: 'installed',
    verdict: 'pass',
    fails: [
      { check: 'native/beyond-the-end', level: 'should', found: '416 with no Content-Range' },
    ],
  },
  {
    server: 'Apache',
    file: 'client.sisx',
    phone: 'nokia-n95',
    ends: 'installed',
    verdict: 'pass',
    fails: [
      { check: 'native/beyond-the-end', level: 'should', found: '416 with no Content-Range' },
      { check: 'native/media-type', level: 'should', found: 'no Content-Type' },
    ],
  },
  {
    server: 'Apache',
    file: 'client.cab',
    phone: 'htc-wizard',
    ends: 'installed',
    verdict: 'pass',
    fails: [
      { check: 'native/beyond-the-end', level: 'should', found: '416 with no Content-Range' },
    ],
  },
  {
    server: 'lighttpd',
    file: 'demo.jad',
    phone: 'nokia-5310',
    ends: 'installed, 900',
    verdict: 'pass',
    fails: [
      { check: 'descriptor/no-transform', level: 'field', found: 'no Cache-Control' },
      { check: 'descriptor/not-cached', level: 'field', found: 'no Cache-Control' },
      {
        check: 'report/only-post',
        level: 'field',
        found: 'status 200 for a GET of the notify URL',
      },
      {
        check: 'session/own-notify-urls',
        level: 'field',
        found: 'MIDlet-Install-Notify http://server/reports as before',
      },
    ],
  },
  {
    server: 'lighttpd',
    file: 'client.sis',
    phone: 'nokia-6600',
    ends: 'installed',
    verdict: 'pass',
    fails: [
      { check: 'native/beyond-the-end', level: 'should', found: '416 with no Content-Range' },
    ],
  },
  {
    server: 'lighttpd',
    file: 'client.sisx',
    phone: 'nokia-n95',
    ends: 'installed',
    verdict: 'pass',
    fails: [
      { check: 'native/beyond-the-end', level: 'should', found: '416 with no Content-Range' },
      {
        check: 'native/media-type',
        level: 'should',
        found: 'Content-Type "application/octet-stream"',
      },
    ],
  },
  {
    server: 'lighttpd',
    file: 'client.cab',
    phone: 'htc-wizard',
    ends: 'installed',
    verdict: 'pass',
    fails: [
      { check: 'native/beyond-the-end', level: 'should', found: '416 with no Content-Range' },
    ],
  },
]
