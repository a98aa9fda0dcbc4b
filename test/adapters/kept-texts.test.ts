import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readKept, textsOf } from '../../src/adapters/kept-texts.ts'
import type { Texts } from '../../src/adapters/kept-texts.ts'
import { fromStoredText, toStoredText } from '../../src/adapters/stored-text.ts'
import { applyChange, emptyFlash } from '../../src/handset/flash.ts'
import { complaintOf } from '../complaint.ts'
import { makeSuite, plainBelongings, stored } from './storage-contract.table.ts'

const full = [
  stored,
  {
    kind: 'suite stored',
    suite: {
      ...makeSuite(2),
      signer: { domain: 'operator', subject: 'CN=A', root: 'CN=B' },
      permissions: [{ name: 'a.b', interaction: 'session', highest: 'blanket' }],
      push: [{ connection: 'sms://:1', className: 'a.B', allowedSender: '*' }],
    },
    report: undefined,
  },
  {
    kind: 'records written',
    suiteId: 'suite.1',
    store: 'scores',
    records: [Uint8Array.of(1, 2)],
  },
  {
    kind: 'inbox changed',
    removed: [],
    added: {
      id: 'message.1',
      kind: 'si',
      from: '+1',
      text: 'Demo',
      url: 'http://ota.test/',
      siId: 'a',
      createdAt: -1,
      expiresAt: undefined,
      receivedAt: 5,
      messages: ['sms.1'],
    },
    segments: [{ message: 'sms.2', tpdu: Uint8Array.of(3), receivedAt: 6 }],
  },
] as const
const kept = { flash: full.reduce(applyChange, emptyFlash), belongings: plainBelongings }

/** Written by a program that keeps other things. */
function rewrite(list: string, change: (value: object) => object): Texts {
  const texts = new Map(textsOf(kept))
  const values = (texts.get(list) ?? []).map(fromStoredText)
  texts.set(
    list,
    values.map((value) => toStoredText(typeof value === 'object' && value ? change(value) : value)),
  )
  return digested(texts)
}

function digested(texts: Texts): Texts {
  const lists = [...texts].filter(([list, all]) => list !== 'digest' && all.length > 0)
  const sorted = lists.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return new Map([...lists, ['digest', [hash('sha256', JSON.stringify(sorted))]]])
}

const without =
  (name: string) =>
  (value: object): object =>
    Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))

describe('what is kept of a phone', () => {
  it('comes back as it was', () => {
    expect(readKept(textsOf(kept), 'phone')).toEqual(kept)
    expect(
      readKept(
        rewrite('belongings', (value) => value),
        'phone',
      ),
    ).toEqual(kept)
  })

  it.each<readonly [string, (value: object) => object, string]>([
    [
      'flash.suites',
      without('midlets'),
      'flash.suites[0].midlets: Unexpected absence, expected a value',
    ],
    [
      'flash.suites',
      (value: object) => ({ ...value, midlets: [{ name: 'Demo' }] }),
      'flash.suites[0].midlets[0].className: Unexpected absence, expected a value',
    ],
    [
      'flash.suites',
      (value: object) => ({ ...value, skin: 'blue' }),
      'flash.suites[0]: Unexpected field "skin"',
    ],
    [
      'flash.reports',
      (value: object) => ({ ...value, kind: 'update' }),
      'flash.reports[0].kind: Unexpected "update", expected "install" or "delete" or "download"',
    ],
    [
      'flash.stores',
      (value: object) => ({ ...value, records: ['AQI='] }),
      'flash.stores[0].records[0]: Unexpected "AQI=", expected {"$octets":"…"}',
    ],
    [
      'flash.inbox',
      (value: object) => ({ ...value, receivedAt: 'today' }),
      'flash.inbox[0].receivedAt: Unexpected value, expected a number',
    ],
    ...['profile', 'storageBytes', 'on', 'covered', 'roots', 'hosts', 'calls'].map(
      (name) =>
        [
          'belongings',
          without(name),
          `belongings.${name}: Unexpected absence, expected a value`,
        ] as const,
    ),
  ])('is not taken for a phone of this version: %s', (list, change, flaw) => {
    expect(complaintOf(() => readKept(rewrite(list, change), 'phone'))).toEqual({
      code: 'phone/newer',
      message: `phone: a newer version of this program wrote it: ${flaw}`,
      hint: 'Use that version, or another phone with --phone. This one was left as it is.',
    })
  })

  it('is none without what belongs to it', () => {
    const texts = new Map(textsOf(kept))
    texts.delete('belongings')
    expect(complaintOf(() => readKept(digested(texts), 'phone')).message).toBe(
      'phone: a newer version of this program wrote it: belongings: Unexpected nothing, expected an object',
    )
  })
})
