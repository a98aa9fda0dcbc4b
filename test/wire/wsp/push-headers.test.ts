import { describe, expect, test } from 'vitest'
import { OctetReader } from '../../../src/wire/octets.ts'
import { decodeHeaders } from '../../../src/wire/wsp/headers.ts'
import {
  applicationIdOf,
  applicationNamed,
  pushFlagsOf,
  statedLengthOf,
} from '../../../src/wire/wsp/push-headers.ts'
import { octetsOf } from '../octets-of.ts'

const read = (hex: string) => decodeHeaders(new OctetReader(octetsOf(hex)))
const hexOf = (text: string) => Buffer.from(text).toString('hex')

describe('the application a push is for', () => {
  test.each([
    ['', { id: 2, uri: 'x-wap-application:wml.ua', form: 'absent' }],
    ['AF 84', { id: 4, uri: 'x-wap-application:mms.ua', form: 'integer' }],
    ['AF 80', { id: 0, uri: 'x-wap-application:*', form: 'integer' }],
    ['AF 02 9004', { id: 0x9004, uri: undefined, form: 'integer' }],
    [`AF ${hexOf('18')} 00`, { id: 18, uri: 'x-oma-application:java-ams', form: 'text' }],
    [
      `AF ${hexOf('x-oma-application:dlota.ua')} 00`,
      { id: 0x11, uri: 'x-oma-application:dlota.ua', form: 'text' },
    ],
    [`AF ${hexOf('x-acme:a')} 00`, { id: undefined, uri: 'x-acme:a', form: 'text' }],
  ])('of %s', (hex, application) => {
    expect(applicationIdOf(read(hex))).toEqual(application)
  })

  test('can have a host before the name of the browser, as Kannel’s test client writes it', () => {
    expect([
      applicationNamed('http://www.wiral.com:wml.ua'),
      applicationNamed('http://www.wiral.com:mms.ua'),
      applicationNamed('X-WAP-Application:MMS.ua'),
    ]).toEqual([2, undefined, 4])
  })
})

test.each([
  ['B4 84', { initiatorAuthenticated: false, contentTrusted: false, last: true, reserved: 0 }],
  ['B4 85', { initiatorAuthenticated: true, contentTrusted: false, last: true, reserved: 0 }],
  ['B4 8A', { initiatorAuthenticated: false, contentTrusted: true, last: false, reserved: 8 }],
  ['B4 6100', undefined],
  ['', undefined],
])('the push flags of %j', (hex, flags) => {
  expect(pushFlagsOf(read(hex))).toEqual(flags)
})

test('the stated length is the number of the header', () => {
  expect([statedLengthOf(read('8D 01 A2')), statedLengthOf(read(''))]).toEqual([162, undefined])
})
