import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeDeliver, encodeDeliver } from '../../../src/wire/sms/deliver.ts'
import type { SmsDeliver } from '../../../src/wire/sms/deliver.ts'
import { encodeGsm } from '../../../src/wire/sms/gsm7.ts'
import type { UdhElement } from '../../../src/wire/sms/udh.ts'
import { expectValueOrPlace } from '../any-octets.ts'
import { attempt } from '../attempt.ts'

const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const push: UdhElement = { kind: 'ports', portBits: 16, destination: 2948, source: 9200 }
const plain: SmsDeliver = {
  moreMessages: false,
  loopPrevention: false,
  statusReport: false,
  replyPath: false,
  from: { ton: 1, npi: 1, value: '3584000001' },
  protocolId: 0,
  dataCoding: 0,
  sentAt: { year: 6, month: 3, day: 1, hour: 9, minute: 5, second: 59, quarterHours: 0 },
  header: undefined,
  octets: encodeGsm('hellohello') ?? new Uint8Array(),
}
const front = '0a9153480000100000603010905095' + '00'

describe('an SMS-DELIVER', () => {
  test.each<[string, string, SmsDeliver]>([
    ['text', `04${front}0ae8329bfd4697d9ec37`, plain],
    [
      'text behind a header, after fill bits',
      `44${front}0a050003010201` + 'd06536',
      {
        ...plain,
        header: [{ kind: 'concatenation', referenceBits: 8, reference: 1, total: 2, sequence: 1 }],
        octets: encodeGsm('hel') ?? new Uint8Array(),
      },
    ],
    [
      'a push, with more to come',
      `40${front.replace('1000006030', '1000f56030')}0a0605040b8423f0` + '010603',
      { ...plain, moreMessages: true, dataCoding: 0xf5, header: [push], octets: octets('010603') },
    ],
    [
      'nothing, with every flag',
      `ac${front}00`,
      {
        ...plain,
        loopPrevention: true,
        statusReport: true,
        replyPath: true,
        octets: new Uint8Array(),
      },
    ],
  ])('of %s is read and written', (_, hex, deliver) => {
    expect(decodeDeliver(octets(hex))).toEqual(deliver)
    expect(encodeDeliver(deliver)).toEqual(octets(hex))
  })

  test.each([
    ['an SMS-SUBMIT', `05${front}00`, 'sms/type', 0],
    ['an address that never ends', '040a9153', 'wire/out-of-bounds', 3],
    ['text that is cut', `04${front}0ae8329bfd4697d9ec`, 'sms/user-data-length', 17],
    ['octets behind the text', `04${front}00ff`, 'sms/user-data-length', 17],
    ['a header beyond the text', `44${front}020500`, 'sms/udh-length', 18],
    ['a header of more septets than stated', `44${front}0104`, 'sms/udh-length', 18],
  ])('is refused for %s', (_, hex, code, offset) => {
    expect(attempt(() => decodeDeliver(octets(hex)))).toEqual({ kind: 'refused', code, offset })
  })

  test('is not written with more than 140 octets of text and header', () => {
    expect(
      attempt(() => encodeDeliver({ ...plain, dataCoding: 4, octets: new Uint8Array(141) })),
    ).toEqual({ kind: 'refused', code: 'sms/user-data-length', offset: 17 })
    expect(
      decodeDeliver(encodeDeliver({ ...plain, octets: new Uint8Array(160).fill(0x41) })).octets,
    ).toHaveLength(160)
  })

  test('comes back as it was written', () => {
    const content = fc.oneof(
      fc.record({
        dataCoding: fc.constantFrom(0, 0x10, 0xf0, 0xc8),
        octets: fc.uint8Array({ max: 0x7f, maxLength: 150 }),
      }),
      fc.record({
        dataCoding: fc.constantFrom(4, 8, 0xf5, 0x15, 0x20),
        octets: fc.uint8Array({ maxLength: 130 }),
      }),
    )
    const deliver = fc.record({
      moreMessages: fc.boolean(),
      loopPrevention: fc.boolean(),
      statusReport: fc.boolean(),
      replyPath: fc.boolean(),
      from: fc.constant(plain.from),
      protocolId: fc.integer({ min: 0, max: 255 }),
      sentAt: fc.constant(plain.sentAt),
      header: fc.constantFrom(undefined, [push], []),
    })
    fc.assert(
      fc.property(deliver, content, (fields, text) => {
        const given = { ...fields, ...text }
        expect(decodeDeliver(encodeDeliver(given))).toEqual(given)
      }),
    )
  })

  test('of any octets is a value or a refusal with a place', () => {
    const good = encodeDeliver({ ...plain, header: [push] })
    const mutated = fc
      .array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 4 })
      .map((changes) => {
        const copy = good.slice()
        for (const [place, octet] of changes) copy[place] = octet
        return copy
      })
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), mutated), (given) => {
        expectValueOrPlace(given, decodeDeliver)
      }),
      { numRuns: 5000 },
    )
  })
})
