/** Answers of servers, octet for octet as RFC 2246 draws them, whole, in pieces, and broken in every way. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flightLimits, readServerFlight } from '../../../src/wire/tls/server-flight.ts'
import { expectValueOrPlace } from '../any-octets.ts'
import { attempt } from '../attempt.ts'
import { certificateMessage, flight, helloMessage, inRecords, octets } from './flights.ts'

const agreed = {
  kind: 'agreed',
  version: 'TLS 1.0',
  cipherSuite: 'TLS_RSA_WITH_AES_128_CBC_SHA',
  certificates: [Uint8Array.of(0x30, 1), Uint8Array.of(0x30, 2)],
}

describe('an answer', () => {
  it('tells the version, the suite and the certificates in their order', () => {
    expect(readServerFlight(flight)).toEqual(agreed)
  })

  it.each([2, 5, 40])('is the same in records of %i octets', (size) => {
    const messages = [...helloMessage(), ...certificateMessage([[0x30, 1]])]
    expect(readServerFlight(inRecords(Uint8Array.from(messages), size))).toMatchObject({
      kind: 'agreed',
      certificates: [Uint8Array.of(0x30, 1)],
    })
  })

  it('has no certificates where the server is done without', () => {
    const messages = Uint8Array.from([...helloMessage(0xc02f), 14, 0, 0, 0])
    expect(readServerFlight(inRecords(messages))).toEqual({
      kind: 'agreed',
      version: 'TLS 1.0',
      cipherSuite: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
      certificates: [],
    })
  })

  it('with a suite that nobody offered tells its number', () => {
    const messages = Uint8Array.from([...helloMessage(0x1301), ...certificateMessage([])])
    expect(readServerFlight(inRecords(messages))).toMatchObject({ cipherSuite: '0x1301' })
  })

  it.each([
    ['15030100020228', { kind: 'refused', alert: 'handshake_failure' }],
    ['15030100020246', { kind: 'refused', alert: 'protocol_version' }],
    ['15030100020270', { kind: 'refused', alert: 'unrecognized_name' }],
    ['15030100020100', { kind: 'refused', alert: 'close_notify' }],
    ['150301000202ff', { kind: 'refused', alert: '255' }],
  ])('%s is a refusal', (hex, refused) => {
    expect(readServerFlight(octets(hex))).toEqual(refused)
  })

  it('goes on behind a warning', () => {
    const warning = octets('15030100020170')
    expect(readServerFlight(Uint8Array.from([...warning, ...flight]))).toEqual(agreed)
  })

  it('that has not come to its end says how much it needs to be read on', () => {
    expect(readServerFlight(new Uint8Array(0))).toEqual({ kind: 'open', needs: 5 })
    expect(readServerFlight(octets('1603010100'))).toEqual({ kind: 'open', needs: 261 })
    const whole = flight.length
    for (let length = 0; length < whole; length += 1) {
      const found = readServerFlight(flight.subarray(0, length))
      expect(found.kind).toBe('open')
      expect(found.kind === 'open' && found.needs > length).toBe(true)
    }
  })
})

describe('no answer of TLS', () => {
  it.each([
    ['48', 'wire/tls', 0],
    ['1604010001', 'wire/tls', 1],
    ['16030148ff', 'wire/tls', 3],
    ['150301000102', 'wire/tls', 0],
    ['160301000400000bff', undefined, undefined],
    ['16030100070b000003000000', 'wire/tls', 0],
    ['16030100060200000205050000', 'wire/tls', 0],
    ['1603010004020fffff', 'wire/tls-limit', 0],
  ])('%s ends with %s at octet %s', (hex, code, offset) => {
    const outcome = attempt(() => readServerFlight(octets(hex)))
    expect(outcome).toMatchObject(
      code === undefined ? { kind: 'value' } : { kind: 'refused', code, offset },
    )
  })

  it('is one whose list of certificates is longer than it', () => {
    const messages = Uint8Array.from([...helloMessage(), 11, 0, 0, 4, 0, 0, 9, 0])
    expect(() => readServerFlight(inRecords(messages))).toThrow('expected 9 more')
  })

  it('is one with more certificates or records than anybody sends', () => {
    const many = Array.from({ length: flightLimits.certificatesMax + 1 }, () => [0x30])
    const messages = Uint8Array.from([...helloMessage(), ...certificateMessage(many)])
    expect(() => readServerFlight(inRecords(messages))).toThrow('beyond certificatesMax')
    const warnings = octets('15030100020170'.repeat(flightLimits.recordsMax + 1))
    expect(() => readServerFlight(warnings)).toThrow('beyond recordsMax')
  })

  it('ends in a value or in a place, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.uint8Array({ maxLength: 200 }).map((body) => inRecords(body, 50)),
          fc
            .tuple(fc.nat(flight.length - 1), fc.integer({ min: 0, max: 255 }))
            .map(([at, octet]) => flight.with(at, octet)),
        ),
        (anything) => {
          expectValueOrPlace(anything, (all) => void readServerFlight(all))
        },
      ),
    )
  })
})
