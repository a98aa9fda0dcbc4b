import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WireError } from '../../src/errors.ts'
import { formatStatusReport, parseStatusReport, statusCodes } from '../../src/wire/status-report.ts'
import type { StatusReport } from '../../src/wire/status-report.ts'
import { attempt } from './attempt.ts'

const octets = (text: string): Uint8Array => new TextEncoder().encode(text)

const success: StatusReport = { code: 900, message: 'Success', terminator: 'crlf', rest: '' }

// The example of OTA2 "Status reports" has Content-Length: 13, which implies CR LF.
test('a success report is the 13 octets of the example', () => {
  expect(formatStatusReport({ code: 900 })).toEqual(octets('900 Success\r\n'))
})

// phoneME and BlackBerry send no line end; the Nokia Java Runtime sends the bare number for codes without text.
test.each<[string, StatusReport]>([
  ['900 Success\r\n', success],
  ['900 Success\n', { ...success, terminator: 'lf' }],
  ['900 Success', { ...success, terminator: 'none' }],
  ['900 SUCCESS', { ...success, message: 'SUCCESS', terminator: 'none' }],
  ['953', { code: 953, message: '', terminator: 'none', rest: '' }],
  ['900Success', { ...success, terminator: 'none' }],
  ['012 x\r\n', { code: 12, message: 'x', terminator: 'crlf', rest: '' }],
  [
    '906 Invalid Descriptor\r\nline two\r\n',
    {
      code: 906,
      message: 'Invalid Descriptor',
      terminator: 'crlf',
      rest: 'line two\r\n',
    },
  ],
  [
    '902 Abgebrochen – Benutzer\n',
    {
      code: 902,
      message: 'Abgebrochen – Benutzer',
      terminator: 'lf',
      rest: '',
    },
  ],
])('reads %j', (text, report) => {
  expect(parseStatusReport(octets(text))).toEqual(report)
})

test.each([
  ['', 0],
  ['9', 1],
  ['90', 2],
  ['Success', 0],
  ['90x Success', 2],
  [' 900 Success', 0],
  ['\r\n900 Success', 0],
])('refuses %j, whose first line does not start with three digits', (text, offset) => {
  expect(attempt(() => parseStatusReport(octets(text)))).toEqual({
    kind: 'refused',
    code: 'wire/status-report',
    offset,
  })
})

test('a bare number can be sent for any code', () => {
  expect(formatStatusReport({ code: 900, message: 'none', terminator: 'none' })).toEqual(
    octets('900'),
  )
  expect(formatStatusReport({ code: 921, terminator: 'lf' })).toEqual(octets('921\n'))
})

test.each([-1, 1000, 900.5, Number.NaN])('a report cannot have the code %d', (code) => {
  expect(() => formatStatusReport({ code })).toThrow(WireError)
})

test('a message cannot bring a second line', () => {
  expect(() => formatStatusReport({ code: 900, message: 'a\r\nb' })).toThrow(WireError)
})

test('every listed code is written and read back with its own text', () => {
  expect(statusCodes.map(({ code }) => parseStatusReport(formatStatusReport({ code })))).toEqual(
    statusCodes.map(({ code, message }) => ({ code, message, terminator: 'crlf', rest: '' })),
  )
})

test('the codes of the specification and those of vendors are listed once, in order', () => {
  expect(statusCodes.map(({ code }) => code)).toEqual([
    900, 901, 902, 903, 904, 905, 906, 907, 908, 909, 910, 911, 912, 913, 914, 915, 916, 917, 922,
    938, 939, 951, 952, 953, 954, 999,
  ])
})

test('any octets are a report or a WireError with a place', () => {
  const body = fc.oneof(
    fc.uint8Array(),
    fc.uint8Array().map((tail) => Uint8Array.of(0x39, 0x30, 0x30, ...tail)),
  )
  fc.assert(
    fc.property(body, (input) => {
      const read = attempt(() => parseStatusReport(input))
      expect(read.kind === 'value' ? read.value.code : 999 - read.offset).toBeLessThanOrEqual(999)
    }),
  )
})
