import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementRules } from '../../../src/wire/pap/elements.table.ts'
import { messageStates } from '../../../src/wire/pap/message.ts'
import type { PapMessage } from '../../../src/wire/pap/message.ts'
import { isVersion, readPapMessage } from '../../../src/wire/pap/read-message.ts'
import { papStatusCodes } from '../../../src/wire/pap/status-codes.table.ts'
import { formatPapMessage } from '../../../src/wire/pap/write-message.ts'
import { attempt } from '../attempt.ts'
import { mutationsOf } from '../mutations.ts'

const octets = (text: string) => new TextEncoder().encode(text)
const read = (xml: string) => readPapMessage(octets(xml))
const phone = 'WAPPUSH=+447700900123/TYPE=PLMN@ppg.example'

/** One message of each kind, with everything it can have. */
const messages: readonly PapMessage[] = [
  {
    kind: 'push-message',
    pushId: '42@pi.example',
    addresses: [phone, 'WAPPUSH=a%40b/TYPE=USER@g'],
    deliverBefore: '2026-01-03T00:00:00Z',
    deliverAfter: '2026-01-02T00:00:00Z',
    sourceReference: 'shop',
    progressNotesRequested: true,
    notifyTo: 'http://pi.example/n?a&b',
    replacePushId: '41@pi.example',
    replaceMethod: 'pending-only',
    quality: {
      priority: 'high',
      deliveryMethod: 'unconfirmed',
      network: 'GSM',
      networkRequired: false,
      bearer: 'SMS',
      bearerRequired: true,
    },
  },
  { kind: 'push-message', pushId: '1', addresses: [phone] },
  {
    kind: 'push-response',
    pushId: '42@pi.example',
    senderAddress: 'http://ppg.example/pap',
    senderName: 'ppg',
    replyTime: '2026-01-02T00:00:00Z',
    result: { code: 1001, description: 'accepted' },
  },
  { kind: 'cancel-message', pushId: '1', addresses: [] },
  {
    kind: 'cancel-response',
    pushId: '1',
    results: [
      { code: 1000, description: undefined, addresses: [phone] },
      { code: 2008, description: 'too late', addresses: [] },
    ],
  },
  { kind: 'statusquery-message', pushId: '1', addresses: [phone] },
  {
    kind: 'statusquery-response',
    pushId: '1',
    results: [
      {
        code: 1000,
        description: 'd',
        addresses: [phone],
        eventTime: '2026-01-02T00:00:00Z',
        messageState: 'delivered',
      },
    ],
  },
  {
    kind: 'resultnotification-message',
    pushId: '1',
    address: phone,
    senderAddress: 'a',
    senderName: 'b',
    receivedTime: '2026-01-02T00:00:00Z',
    eventTime: '2026-01-02T00:00:01Z',
    messageState: 'expired',
    result: { code: 1000, description: 'd' },
  },
  {
    kind: 'resultnotification-response',
    pushId: '1',
    address: phone,
    result: { code: 1000, description: undefined },
  },
  {
    kind: 'badmessage-response',
    result: { code: 2000, description: 'no' },
    fragment: '<pap>',
  },
]

describe('a message', () => {
  test.each(messages)('$kind comes back from both versions', (message) => {
    for (const version of ['1.0', '2.0'] as const) {
      expect(read(formatPapMessage(message, version))).toEqual({
        message,
        version,
        deviations: [],
      })
    }
  })

  test('is in the form that the document type of 2.0 has, unless told otherwise', () => {
    const message = { kind: 'cancel-message', pushId: 'a&b', addresses: [phone] } as const
    expect(formatPapMessage(message)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<!DOCTYPE pap PUBLIC "-//WAPFORUM//DTD PAP 2.0//EN" "http://www.wapforum.org/DTD/pap_2.0.dtd">\n' +
        '<pap><cancel-message push-id="a&amp;b">' +
        `<address address-value="${phone}"/></cancel-message></pap>\n`,
    )
  })

  test.each([
    [
      '<pap><push-message push-id="1"/></pap>',
      [['missing-address', 'push-message without address']],
    ],
    [
      `<pap><push-message><address address-value="${phone}"/></push-message></pap>`,
      [['missing-attribute', 'push-message without push-id']],
    ],
    [
      '<pap><cancel-message push-id="1"><address address-value="+4412"/></cancel-message></pap>',
      [['address-form', 'address-value="+4412"']],
    ],
    [
      `<pap a="b"><push-message push-id="1" c="d" progress-notes-requested="yes" deliver-before-timestamp="soon">` +
        `<address address-value="${phone}"/><quality-of-service priority="urgent"/><e/></push-message><f/></pap>`,
      [
        ['unexpected-attribute', 'a="b"'],
        ['unexpected-element', 'f'],
        ['unexpected-attribute', 'c="d"'],
        ['unknown-value', 'progress-notes-requested="yes"'],
        ['date-form', 'deliver-before-timestamp="soon"'],
        ['unknown-value', 'priority="urgent"'],
        ['unexpected-element', 'e in push-message'],
      ],
    ],
    [
      `<pap><push-message push-id="1" deliver-before-timestamp="2026-01-02T00:00:00Z" ` +
        `deliver-after-timestamp="2026-01-02T00:00:00Z"><address address-value="${phone}"/></push-message></pap>`,
      [['dates-crossed', 'deliver-before-timestamp is not after deliver-after-timestamp']],
    ],
    [
      '<!DOCTYPE pap PUBLIC "-//WAPFORUM//DTD PAP 9.9//EN" "x"><pap><cancel-message push-id="1"/></pap>',
      [['version', '9.9']],
    ],
    [
      '<pap><resultnotification-response push-id="1" code="1234"/></pap>',
      [['unknown-code', 'code="1234"']],
    ],
    // Kannel leaves a blank before the sign of equality.
    ['<pap><badmessage-response code ="2000"/></pap>', []],
  ])('%s deviates', (xml, deviations) => {
    expect(read(xml).deviations.map(({ rule, found }) => [rule, found])).toEqual(deviations)
  })

  test.each([
    ['<pap/>', 'wire/pap-message', 0],
    ['<pop><cancel-message push-id="1"/></pop>', 'wire/pap-message', 0],
    ['<pap><ccq-message/></pap>', 'wire/pap-message', 5],
    ['<pap>', 'wire/markup-not-well-formed', 5],
  ])('%s is none', (xml, code, offset) => {
    expect(attempt(() => read(xml))).toEqual({ kind: 'refused', code, offset })
  })

  test('thousands of times over: a message or an octet', () => {
    const samples = messages.map((message) => octets(formatPapMessage(message)))
    let read20 = 0
    fc.assert(
      fc.property(mutationsOf(samples), (document) => {
        const result = attempt(() => readPapMessage(document))
        if (result.kind === 'value') read20 += 1
        const places =
          result.kind === 'value' ? result.value.deviations : [{ offset: result.offset }]
        expect(places.filter(({ offset }) => !(offset >= 0))).toEqual([])
      }),
      { numRuns: 3_000 },
    )
    expect(read20).toBeGreaterThan(30)
  })
})

test('codes and names of tables stand there once, and every child has a rule', () => {
  const codes: readonly number[] = papStatusCodes.map(({ code }) => code)
  expect([new Set(codes).size, new Set(messageStates).size]).toEqual([codes.length, 9])
  const children = Object.values(elementRules).flatMap((rule) => rule.children)
  expect(children.filter((name) => !Object.hasOwn(elementRules, name))).toEqual([])
  expect([isVersion('1.0'), isVersion('2.1')]).toEqual([true, false])
})
