/** What a server posts to a gateway and is told by it, and what each check makes of it. */
import { describe, expect, test } from 'vitest'
import addressForm from '../../../src/check/checks/pap/address-form.ts'
import answersNotifications from '../../../src/check/checks/pap/answers-notifications.ts'
import backsOff from '../../../src/check/checks/pap/backs-off.ts'
import charsetDeclared from '../../../src/check/checks/pap/charset-declared.ts'
import codeCounts from '../../../src/check/checks/pap/code-counts.ts'
import dates from '../../../src/check/checks/pap/dates.ts'
import multipartRelated from '../../../src/check/checks/pap/multipart-related.ts'
import noBlindResend from '../../../src/check/checks/pap/no-blind-resend.ts'
import noSecretsInParts from '../../../src/check/checks/pap/no-secrets-in-parts.ts'
import oneAddress from '../../../src/check/checks/pap/one-address.ts'
import pushIdUnique from '../../../src/check/checks/pap/push-id-unique.ts'
import putOffComesLater from '../../../src/check/checks/pap/put-off-comes-later.ts'
import repeatsKeepId from '../../../src/check/checks/pap/repeats-keep-id.ts'
import {
  answered,
  notificationAnswered,
  notified,
  posts,
  pushStep,
  until,
} from '../pushing-trace.ts'
import { findings, traceOf, verdicts } from '../trace-builder.ts'

const address = 'WAPPUSH=+358401234567/TYPE=PLMN@ppg.test'
const second = { session: 'ppg.2' }
const newId = { pushId: '2@ota.test' }
const bare = 'multipart/related; boundary="b"'
const response = (code: number, pushId = '1@ota.test') =>
  notificationAnswered(202, { kind: 'resultnotification-response', pushId, result: { code } })

/** In Latin-1: what the body is changed from. */
const bareDocument = '<si><indication'
const declared = '<?xml version="1.0" encoding="UTF-8"?>'

describe.each([
  ['a document without its character set', charsetDeclared, [posts()], 'fail'],
  [
    'a document with an encoding',
    charsetDeclared,
    [posts({ change: (body) => body.replace(bareDocument, `${declared}${bareDocument}`) })],
    'pass',
  ],
  [
    'a part with a charset',
    charsetDeclared,
    [
      posts({
        change: (body) => body.replace('text/vnd.wap.si', 'text/vnd.wap.si; charset=utf-8'),
      }),
    ],
    'pass',
  ],
  [
    'a document with CDATA',
    charsetDeclared,
    [
      posts({
        text: '<![CDATA[Play]]>',
        change: (body) => body.replace(bareDocument, `${declared}${bareDocument}`),
      }),
    ],
    'fail',
  ],
  [
    'a document in tokens',
    charsetDeclared,
    [posts({ change: (body) => body.replace('text/vnd.wap.si', 'application/vnd.wap.sic') })],
    'not-applicable',
  ],
  [
    'a push that comes again after 202 with 4001',
    codeCounts,
    [posts(), answered(4001), posts(second), answered(1001, second)],
    'pass',
  ],
  [
    'a push that does not come again after 202 with 4001',
    codeCounts,
    [posts({ at: 0 }), answered(4001, { at: 0 }), until(300_000)],
    'fail',
  ],
  [
    'a push that could not come again yet',
    codeCounts,
    [posts({ at: 0 }), answered(4001, { at: 0 }), until(10_000)],
    'inconclusive',
  ],
  [
    'a push that HTTP did not take either',
    codeCounts,
    [posts({ at: 0 }), answered(4001, { at: 0, status: 503 }), until(300_000)],
    'not-applicable',
  ],
  [
    'a push that is refused for good',
    codeCounts,
    [posts({ at: 0 }), answered(2001, { at: 0 }), until(300_000)],
    'not-applicable',
  ],
  ['a push in two parts', multipartRelated, [posts()], 'pass'],
  ['a type without its type', multipartRelated, [posts({ contentType: bare })], 'fail'],
  [
    'a type without a boundary',
    multipartRelated,
    [posts({ contentType: 'multipart/related' })],
    'fail',
  ],
  ['a push that is JSON', multipartRelated, [posts({ contentType: 'application/json' })], 'fail'],
  [
    'a push without content',
    multipartRelated,
    [posts({ change: (body) => body.replace(/--b\r\nContent-Type: text[^]*(?=--b--)/, '') })],
    'fail',
  ],
  [
    'two ids',
    pushIdUnique,
    [posts(), answered(1001), posts({ ...second, message: newId })],
    'pass',
  ],
  [
    'one id for two pushes',
    pushIdUnique,
    [posts(), answered(1001), posts({ ...second, text: 'Stay' })],
    'fail',
  ],
  [
    'an id that comes again after it was accepted',
    pushIdUnique,
    [posts(), answered(1001), posts(second)],
    'fail',
  ],
  ['an id that comes again after no answer', pushIdUnique, [posts(), posts(second)], 'pass'],
  ['an empty id', pushIdUnique, [posts({ message: { pushId: '' } })], 'fail'],
  ['a repetition under its id', repeatsKeepId, [posts(), posts(second)], 'pass'],
  [
    'a repetition under another id',
    repeatsKeepId,
    [posts(), posts({ ...second, message: newId })],
    'fail',
  ],
  ['a push that was answered', repeatsKeepId, [posts(), answered(1001)], 'not-applicable'],
  ['an address of a client', addressForm, [posts()], 'pass'],
  [
    'an address without its type',
    addressForm,
    [posts({ message: { addresses: ['WAPPUSH=+358401234567@ppg.test'] } })],
    'fail',
  ],
  ['no address', addressForm, [posts({ message: { addresses: [] } })], 'fail'],
  ['one address', oneAddress, [posts()], 'pass'],
  ['two addresses', oneAddress, [posts({ message: { addresses: [address, address] } })], 'fail'],
  ['a time in UTC', dates, [posts({ message: { deliverBefore: '2006-03-01T09:00:00Z' } })], 'pass'],
  [
    'a time without Z',
    dates,
    [posts({ message: { deliverBefore: '2006-03-01T09:00:00' } })],
    'fail',
  ],
  [
    'an end before the beginning',
    dates,
    [
      posts({
        message: { deliverBefore: '2006-03-01T09:00:00Z', deliverAfter: '2006-03-01T10:00:00Z' },
      }),
    ],
    'fail',
  ],
  ['no times', dates, [posts()], 'not-applicable'],
  ['a notification answered 1000', answersNotifications, [notified(), response(1000)], 'pass'],
  ['a notification answered 2004', answersNotifications, [notified(), response(2004)], 'fail'],
  [
    'a notification answered for another push',
    answersNotifications,
    [notified(), response(1000, 'x')],
    'fail',
  ],
  [
    'a notification answered with nothing of PAP',
    answersNotifications,
    [notified(), notificationAnswered(200)],
    'fail',
  ],
  ['a notification without answer', answersNotifications, [notified()], 'fail'],
  [
    'a pause after 4001',
    backsOff,
    [posts({ at: 0 }), answered(4001, { at: 0 }), posts({ ...second, at: 1000 })],
    'pass',
  ],
  [
    'no pause after 4001',
    backsOff,
    [posts({ at: 0 }), answered(4001, { at: 0 }), posts({ ...second, at: 10 })],
    'fail',
  ],
  [
    'a push that comes after 4001',
    putOffComesLater,
    [posts(), answered(4001), posts(second)],
    'pass',
  ],
  [
    'a push that is lost after 4001',
    putOffComesLater,
    [posts({ at: 0 }), answered(4001, { at: 0 }), until(300_000)],
    'fail',
  ],
  ['a push at the end', putOffComesLater, [posts(), answered(4001)], 'inconclusive'],
  ['a refused push that is left', noBlindResend, [posts(), answered(2003)], 'pass'],
  [
    'a refused push that comes again',
    noBlindResend,
    [posts(), answered(2003), posts({ ...second, message: newId })],
    'fail',
  ],
  [
    'a refused push that is ordered again',
    noBlindResend,
    [pushStep, posts(), answered(2003), pushStep, posts(second)],
    'pass',
  ],
  ['parts with headers of a push', noSecretsInParts, [posts()], 'pass'],
  [
    'a part with credentials',
    noSecretsInParts,
    [
      posts({
        change: (body) => body.replace('Content-Type: text', 'authorization: Basic YTpi\r\n$&'),
      }),
    ],
    'fail',
  ],
] as const)('%s', (...[, check, facts, verdict]) => {
  test(`is a case of ${verdict} for: ${check.title}`, () => {
    expect(verdicts(check, traceOf([...facts]))).toEqual([verdict])
  })
})

test('a failure names what was seen and what had to be', () => {
  const facts = [posts({ message: { addresses: ['+358401234567'] } })]
  expect(findings(addressForm, traceOf(facts))).toMatchObject([
    {
      verdict: 'fail',
      level: 'must',
      reason:
        'Unexpected address-value="+358401234567", expected WAPPUSH=+358401234567/TYPE=PLMN@ppg.example.',
    },
  ])
})

test('octets that are no HTTP are held against nobody', () => {
  const octets = new TextEncoder().encode('garbage\r\n')
  const garbage = {
    type: 'bearer.exchanged',
    bearer: 'ppg',
    session: 'ppg.1',
    direction: 'to-network',
    octets,
  } as const
  for (const check of [multipartRelated, pushIdUnique, noSecretsInParts]) {
    expect(verdicts(check, traceOf([garbage]))).toEqual(['not-applicable'])
  }
})
