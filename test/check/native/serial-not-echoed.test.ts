import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/native/serial-not-echoed.ts'
import type { ExchangeSketch } from '../trace-builder.ts'
import { fetched, judged } from './package-fetch.ts'

const serial = '004999010640000'
const asked = (sketch: ExchangeSketch = {}) =>
  fetched({
    requestHeaders: [['User-Agent', `SonyEricssonP990i/R100/SN${serial} Browser`]],
    ...sketch,
  })

describe('the serial number of a phone', () => {
  it.each([
    ['stays with the server', asked(), 'pass: status 200, and no serial number in it'],
    [
      'is not handed on by a redirect',
      asked({ status: 302, headers: [['Location', `http://cdn.test/?ua=P990i%2FSN${serial}`]] }),
      'fail: Unexpected the serial number in Location, expected an answer without it.',
    ],
    [
      'is on no page',
      asked({ body: `<html>Your phone is ${serial}</html>` }),
      'fail: Unexpected the serial number in the answer, expected an answer without it.',
    ],
    [
      'is none where User-Agent holds none',
      fetched({ body: serial }),
      'not-applicable: no request named the serial number of a phone in its User-Agent',
    ],
  ])('%s', (_, fact, told) => {
    expect(judged(check, [fact])).toEqual([told])
  })
})
