/** Arbitrary PDUs, and octets that were PDUs. */
import fc from 'fast-check'
import type { Pdu } from '../../../src/wire/smpp/pdu.ts'

const octet = fc.integer({ min: 0, max: 255 })
const text = (lengthMax: number) =>
  fc
    .array(fc.integer({ min: 1, max: 255 }), { maxLength: lengthMax })
    .map((codes) => String.fromCharCode(...codes))
const address = (lengthMax: number) => fc.record({ ton: octet, npi: octet, value: text(lengthMax) })
const time = fc.constantFrom('', '061123050320000+', '000007000000000R')
const head = {
  sequence: fc.integer({ min: 0, max: 0xffffffff }),
  status: fc.constantFrom(0, 0x58, 0xffffffff),
  tlvs: fc.array(
    fc.oneof(
      fc.record({
        tag: fc.constantFrom(0x0424, 0x1400, 0xffff),
        octets: fc.uint8Array({ maxLength: 20 }),
      }),
      fc.record({
        tag: fc.constantFrom(0x0427, 0x020e),
        octets: fc.uint8Array({ minLength: 1, maxLength: 1 }),
      }),
    ),
    { maxLength: 4 },
  ),
}
const fields = {
  ...head,
  serviceType: text(5),
  source: address(20),
  esmClass: octet,
  protocolId: octet,
  priority: octet,
  scheduleTime: time,
  validity: time,
  registeredDelivery: octet,
  replaceIfPresent: octet,
  dataCoding: octet,
  defaultMessageId: octet,
  shortMessage: fc.uint8Array({ maxLength: 254 }),
}
const destination = fc.oneof(
  fc.record({ kind: fc.constant('phone' as const), address: address(20) }),
  fc.record({ kind: fc.constant('list' as const), name: text(20) }),
)

export const anyPdu: fc.Arbitrary<Pdu> = fc.oneof(
  fc.record({
    ...head,
    command: fc.constantFrom(
      'bind_receiver' as const,
      'bind_transmitter' as const,
      'bind_transceiver' as const,
    ),
    systemId: text(15),
    password: text(8),
    systemType: text(12),
    interfaceVersion: octet,
    addressRange: address(40),
  }),
  fc.record({
    ...head,
    command: fc.constantFrom(
      'bind_receiver_resp' as const,
      'bind_transmitter_resp' as const,
      'bind_transceiver_resp' as const,
    ),
    systemId: text(15),
  }),
  fc.record({
    ...head,
    command: fc.constant('outbind' as const),
    systemId: text(15),
    password: text(8),
  }),
  fc.record({
    ...head,
    command: fc.constantFrom(
      'unbind' as const,
      'unbind_resp' as const,
      'enquire_link' as const,
      'enquire_link_resp' as const,
      'generic_nack' as const,
      'cancel_sm_resp' as const,
      'replace_sm_resp' as const,
    ),
  }),
  fc.record({
    ...fields,
    command: fc.constantFrom('submit_sm' as const, 'deliver_sm' as const),
    destination: address(20),
  }),
  fc.record({
    ...fields,
    command: fc.constant('submit_multi' as const),
    destinations: fc.array(destination, { minLength: 1, maxLength: 5 }),
  }),
  fc.record({
    ...head,
    command: fc.constantFrom(
      'submit_sm_resp' as const,
      'deliver_sm_resp' as const,
      'data_sm_resp' as const,
    ),
    messageId: text(64),
  }),
  fc.record({
    ...head,
    command: fc.constant('submit_multi_resp' as const),
    result: fc.record({
      messageId: text(64),
      failed: fc.array(
        fc.record({ address: address(20), status: fc.integer({ min: 0, max: 0xffffffff }) }),
        { maxLength: 3 },
      ),
    }),
  }),
  fc.record({
    ...head,
    command: fc.constant('data_sm' as const),
    serviceType: text(5),
    source: address(64),
    destination: address(64),
    esmClass: octet,
    registeredDelivery: octet,
    dataCoding: octet,
  }),
  fc.record({
    ...head,
    command: fc.constant('query_sm' as const),
    messageId: text(64),
    source: address(20),
  }),
  fc.record({
    ...head,
    command: fc.constant('query_sm_resp' as const),
    result: fc.record({ messageId: text(64), finalDate: time, state: octet, errorCode: octet }),
  }),
  fc.record({
    ...head,
    command: fc.constant('cancel_sm' as const),
    serviceType: text(5),
    messageId: text(64),
    source: address(20),
    destination: address(20),
  }),
  fc.record({
    ...head,
    command: fc.constant('replace_sm' as const),
    messageId: text(64),
    source: address(20),
    scheduleTime: time,
    validity: time,
    registeredDelivery: octet,
    defaultMessageId: octet,
    shortMessage: fc.uint8Array({ maxLength: 254 }),
  }),
  fc.record({
    ...head,
    command: fc.constant('alert_notification' as const),
    source: address(64),
    esme: address(64),
  }),
)

/** The same octets with a few others in some places. */
export function changed(octets: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const changes = fc.array(fc.tuple(fc.nat(0xffff), octet), { minLength: 1, maxLength: 6 })
  return fc.tuple(octets, changes).map(([given, places]) => {
    const copy = given.slice()
    for (const [place, value] of places) copy[place % copy.length] = value
    return copy
  })
}
