import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OctetReader, OctetWriter } from '../../../src/wire/octets.ts'
import { readAddress, writeAddress } from '../../../src/wire/sms/address.ts'
import type { SmsAddress } from '../../../src/wire/sms/address.ts'
import { encodeGsm } from '../../../src/wire/sms/gsm7.ts'
import { attempt } from '../attempt.ts'

const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const read = (given: Uint8Array) => readAddress(new OctetReader(given))
const write = (address: SmsAddress) => {
  const writer = new OctetWriter()
  writeAddress(writer, address)
  return writer.toUint8Array()
}

describe('an address in a TPDU', () => {
  test.each<[string, SmsAddress]>([
    ['0a915348000010', { ton: 1, npi: 1, value: '3584000001' }],
    ['04a12143', { ton: 2, npi: 1, value: '1234' }],
    ['038121f3', { ton: 0, npi: 1, value: '123' }],
    ['0bd047aa30ec5e03', { ton: 5, npi: 0, value: 'GTBank' }],
    ['0080', { ton: 0, npi: 0, value: '' }],
  ])('%s is read and written', (hex, address) => {
    expect([read(octets(hex)), write(address)]).toEqual([address, octets(hex)])
  })

  test.each<[SmsAddress, string]>([
    [{ ton: 1, npi: 1, value: '0'.repeat(21) }, 'sms/address-value'],
    [{ ton: 1, npi: 1, value: '+358' }, 'sms/digit'],
    [{ ton: 5, npi: 0, value: 'twelve chars' }, 'sms/address-value'],
    [{ ton: 5, npi: 0, value: '😀' }, 'sms/address-value'],
  ])('%j is not written', (address, code) => {
    expect(attempt(() => write(address))).toEqual({ kind: 'refused', code, offset: 0 })
  })

  test.each([
    ['15915348000010', 'sms/address-length', 0],
    ['049121f3', 'sms/digit', 3],
    ['0491214', 'wire/out-of-bounds', 2],
    ['04', 'wire/out-of-bounds', 1],
  ])('%s is refused', (hex, code, offset) => {
    expect(attempt(() => read(octets(hex)))).toEqual({ kind: 'refused', code, offset })
  })

  test('comes back as it was written', () => {
    const number = fc.record({
      ton: fc.constantFrom(0, 1, 2, 3, 4, 6, 7),
      npi: fc.integer({ min: 0, max: 15 }),
      value: fc
        .array(fc.constantFrom(...Array.from('0123456789*#abc')), { maxLength: 20 })
        .map((digits) => digits.join('')),
    })
    const name = fc.record({
      ton: fc.constant(5),
      npi: fc.integer({ min: 0, max: 15 }),
      value: fc
        .array(fc.constantFrom(...Array.from('aZ09@_ é€[')), { maxLength: 11 })
        .map((characters) => characters.join(''))
        .filter((text) => (encodeGsm(text)?.length ?? 12) <= 11),
    })
    fc.assert(
      fc.property(fc.oneof(number, name), (address) => {
        expect(read(write(address))).toEqual(address)
      }),
    )
  })
})
