/** Checks of what is said of a native package beside its octets: length, coding, and a type of another program. */
import { describe, expect, it } from 'vitest'
import contentLength from '../../../src/check/checks/native/content-length.ts'
import noContentCoding from '../../../src/check/checks/native/no-content-coding.ts'
import notForAnotherProgram from '../../../src/check/checks/native/not-for-another-program.ts'
import { judged, packageFor, s60 } from './client-fetch.ts'

const { length } = packageFor('sisx')

describe('a native package', () => {
  it.each([
    [
      'is no archive of another program',
      notForAnotherProgram,
      [{ headers: [['Content-Type', 'application/x-zip-compressed']] }],
      s60,
      ['Unexpected Content-Type "application/x-zip-compressed", expected the type of a package.'],
    ],
    ['is for the installer', notForAnotherProgram, [{}], s60, ['pass']],
    ['comes with its length', contentLength, [{}], s60, ['pass']],
    [
      'comes in no chunks',
      contentLength,
      [{ framing: 'chunked' }],
      s60,
      [`Unexpected "Transfer-Encoding: chunked", expected Content-Length: ${length}.`],
    ],
    [
      'does not end with the connection',
      contentLength,
      [{ framing: 'none' }],
      s60,
      [`Unexpected a body that ends with the connection, expected Content-Length: ${length}.`],
    ],
    [
      'may come as HTTP/1.0 has it',
      contentLength,
      [{ framing: 'none', requestVersion: '1.0' }],
      s60,
      ['not-applicable'],
    ],
    [
      'is not coded',
      noContentCoding,
      [{ headers: [['Content-Encoding', 'gzip']] }],
      s60,
      ['Unexpected Content-Encoding gzip, expected none.'],
    ],
    [
      'is coded as it was asked for',
      noContentCoding,
      [
        {
          requestHeaders: [['Accept-Encoding', 'deflate, gzip;q=0.5']],
          headers: [
            ['Content-Encoding', 'gzip'],
            ['Vary', 'User-Agent, Accept-Encoding'],
          ],
          body: Uint8Array.of(0x1f, 0x8b),
        },
      ],
      s60,
      ['pass'],
    ],
    [
      'is not coded in another way than was asked for',
      noContentCoding,
      [
        {
          requestHeaders: [['Accept-Encoding', 'deflate, gzip;q=0']],
          headers: [['Content-Encoding', 'gzip']],
        },
      ],
      s60,
      ['Unexpected Content-Encoding gzip, expected none.'],
    ],
    [
      'is coded where it says so',
      noContentCoding,
      [
        {
          requestHeaders: [['Accept-Encoding', 'gzip']],
          headers: [['Content-Encoding', 'gzip']],
        },
      ],
      s60,
      ['Unexpected Content-Encoding gzip of octets that are none, expected none.'],
    ],
    [
      'tells caches that it is coded for some',
      noContentCoding,
      [
        {
          requestHeaders: [['Accept-Encoding', 'gzip']],
          headers: [['Content-Encoding', 'gzip']],
          body: Uint8Array.of(0x1f, 0x8b),
        },
      ],
      s60,
      ['Unexpected Content-Encoding gzip without Vary, expected Vary: Accept-Encoding.'],
    ],
  ] as const)('%s', (...row) => {
    const [, check, sketches, profile, told] = row
    expect(judged(check, sketches, profile)).toEqual(told)
  })
})
