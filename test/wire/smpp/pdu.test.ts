import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands, responseBit } from '../../../src/wire/smpp/commands.table.ts'
import type { MessageFields, Pdu } from '../../../src/wire/smpp/pdu.ts'
import { decodeHeader, decodePdu } from '../../../src/wire/smpp/pdu-reader.ts'
import { encodePdu } from '../../../src/wire/smpp/pdu-writer.ts'
import { expectValueOrPlace } from '../any-octets.ts'
import { attempt } from '../attempt.ts'
import { anyPdu, changed } from './any-pdu.ts'
import { overrunning, smppVectors } from './smpp-vectors.table.ts'

const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
/** A PDU with a length that is right. */
const framed = (id: string, body: string, status = '00000000') =>
  octets(`${(16 + body.length / 2).toString(16).padStart(8, '0')}${id}${status}00000001${body}`)

describe('a PDU that another program made', () => {
  test.each(smppVectors)('is read and written: $of', ({ hex, pdu }) => {
    expect(decodePdu(octets(hex))).toEqual({ pdu, problems: [] })
    expect(encodePdu(pdu)).toEqual(octets(hex))
  })

  test('keeps what is whole of its optional parameters, and names the one that leads out of it', () => {
    const { pdu, problems } = decodePdu(octets(overrunning))
    expect(pdu.tlvs).toEqual([{ tag: 0x0427, octets: Uint8Array.of(2) }])
    expect(problems).toEqual([
      {
        rule: 'overruns',
        tag: 0x001e,
        offset: 155,
        found: 'Unexpected length 65 of receipted_message_id, expected at most 5',
      },
    ])
  })
})

describe('optional parameters', () => {
  test('of a wrong length are kept and named; unknown ones and those that stand twice are kept in their order', () => {
    const { pdu, problems } = decodePdu(
      framed('00000015', '14000000' + '0427000102' + '042700020203' + '0427000104' + '020a0001ff'),
    )
    expect(pdu.tlvs).toEqual([
      { tag: 0x1400, octets: new Uint8Array() },
      { tag: 0x0427, octets: Uint8Array.of(2) },
      { tag: 0x0427, octets: Uint8Array.of(2, 3) },
      { tag: 0x0427, octets: Uint8Array.of(4) },
      { tag: 0x020a, octets: Uint8Array.of(0xff) },
    ])
    expect(problems).toEqual([
      {
        rule: 'length',
        tag: 0x0427,
        offset: 25,
        found: 'Unexpected 2 octets of message_state, expected 1',
      },
      {
        rule: 'length',
        tag: 0x020a,
        offset: 36,
        found: 'Unexpected 1 octets of source_port, expected 2',
      },
    ])
  })

  test('that end within a tag or a length are named', () => {
    expect(decodePdu(framed('00000015', '042700')).problems).toEqual([
      {
        rule: 'cut',
        tag: undefined,
        offset: 16,
        found: 'Unexpected 3 octets, expected a tag and a length',
      },
    ])
  })

  test('are read up to 1024', () => {
    const { pdu, problems } = decodePdu(framed('00000015', '14000000'.repeat(1025)))
    expect([pdu.tlvs.length, problems.map(({ rule, offset }) => [rule, offset])]).toEqual([
      1024,
      [['cut', 16 + 4096]],
    ])
  })
})

describe('a response with an error', () => {
  test.each<[string, Pdu]>([
    ['80000004', { command: 'submit_sm_resp', messageId: undefined, ...error() }],
    ['80000021', { command: 'submit_multi_resp', result: undefined, ...error() }],
    ['80000003', { command: 'query_sm_resp', result: undefined, ...error() }],
    ['80000009', { command: 'bind_transceiver_resp', systemId: undefined, ...error() }],
  ])('%s may come without its body', (id, pdu) => {
    const given = framed(id, '', '00000058')
    expect([decodePdu(given).pdu, encodePdu(pdu)]).toEqual([pdu, given])
  })

  test('may come with its body, and one without error must', () => {
    expect(decodePdu(framed('80000004', '00', '00000058')).pdu).toEqual({
      command: 'submit_sm_resp',
      messageId: '',
      ...error(),
    })
    expect(attempt(() => decodePdu(framed('80000004', '')))).toEqual({
      kind: 'refused',
      code: 'smpp/message_id',
      offset: 16,
    })
  })
})

describe('a PDU is refused', () => {
  const submit = (fields: { addresses?: string; times?: string; text?: string }) =>
    framed(
      '00000004',
      `00${fields.addresses ?? '000000010131'.concat('00')}000000${fields.times ?? '0000'}00000000${fields.text ?? '00'}`,
    )

  test.each([
    [
      'for a length that is not its own',
      octets('00000011000000150000000000000001'),
      'command_length',
      0,
    ],
    ['for an id that SMPP 3.4 has not', framed('00000010', ''), 'command_id', 4],
    ['for a system id without end', framed('00000002', '41'.repeat(16)), 'system_id', 16],
    [
      'for a password of nine letters',
      framed('00000002', '4100' + '42'.repeat(9) + '00'),
      'password',
      18,
    ],
    [
      'for a source address too long',
      submit({ addresses: '0000' + '31'.repeat(21) + '00' }),
      'source_addr',
      19,
    ],
    [
      'for a destination without end',
      submit({ addresses: '0000000101' + '31'.repeat(21) }),
      'destination_addr',
      22,
    ],
    [
      'for a time of 15 characters',
      submit({ times: '30'.repeat(15) + '0000' }),
      'schedule_delivery_time',
      27,
    ],
    [
      'for a validity too long',
      submit({ times: '00' + '30'.repeat(17) + '00' }),
      'validity_period',
      28,
    ],
    ['for a text shorter than it says', submit({ text: '0241' }), 'short_message', 33],
    ['for a text of 255 octets', submit({ text: 'ff' + '41'.repeat(255) }), 'short_message', 33],
    ['for no destinations', framed('00000021', '0000000000'), 'number_of_dests', 20],
    ['for 255 destinations', framed('00000021', '00000000ff'), 'number_of_dests', 20],
    ['for a destination of no kind', framed('00000021', '000000000103'), 'dest_flag', 21],
  ])('%s', (_, given, code, offset) => {
    expect(attempt(() => decodePdu(given))).toEqual({
      kind: 'refused',
      code: `smpp/${code}`,
      offset,
    })
  })

  test('where it ends too early', () => {
    expect(attempt(() => decodePdu(framed('00000004', '0000')))).toEqual({
      kind: 'refused',
      code: 'wire/out-of-bounds',
      offset: 18,
    })
    expect(attempt(() => decodeHeader(new Uint8Array(15)))).toEqual({
      kind: 'refused',
      code: 'wire/out-of-bounds',
      offset: 12,
    })
  })

  test.each<[string, Partial<MessageFields>, string]>([
    ['a long address', { source: { ton: 0, npi: 0, value: '1'.repeat(65) } }, 'smpp/source_addr'],
    ['a NUL within', { serviceType: 'a\0b' }, 'smpp/service_type'],
    ['half a time', { validity: '0102' }, 'smpp/validity_period'],
    ['a long text', { shortMessage: new Uint8Array(255) }, 'smpp/short_message'],
  ])('when it is to be written with %s', (_, changes, code) => {
    const pdu: Pdu = { ...smppVectors[3].pdu, ...changes }
    expect(attempt(() => encodePdu(pdu))).toMatchObject({ kind: 'refused', code })
  })
})

describe('a command', () => {
  test('has the id of its request and the response bit, if it is a response', () => {
    const ids = new Map<string, number>(commands.map(({ name, id }) => [name, id]))
    const responses = commands.filter(({ name }) => name.endsWith('_resp'))
    expect(responses.map(({ id }) => id)).toEqual(
      responses.map(({ name }) => (ids.get(name.replace(/_resp$/, '')) ?? 0) + responseBit),
    )
    expect(new Set(ids.values()).size).toBe(commands.length)
  })
})

describe('any PDU', () => {
  test('of every command comes back as it was written', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyPdu, (pdu) => {
        seen.add(pdu.command)
        const written = encodePdu(pdu)
        expect(decodePdu(written)).toEqual({ pdu, problems: [] })
        expect(decodeHeader(written)).toMatchObject({
          length: written.length,
          command: pdu.command,
          sequence: pdu.sequence,
        })
      }),
      { numRuns: 2000 },
    )
    expect([...seen].toSorted()).toEqual(commands.map(({ name }) => name).toSorted())
  })

  test('with octets changed, and any octets, are a value or a refusal with a place', () => {
    const given = fc.oneof(
      changed(anyPdu.map(encodePdu)),
      fc.uint8Array({ maxLength: 300 }),
      fc
        .tuple(fc.constantFrom(...commands), fc.uint8Array({ maxLength: 200 }))
        .map(([{ id }, body]) =>
          framed(id.toString(16).padStart(8, '0'), Buffer.from(body).toString('hex')),
        ),
    )
    fc.assert(
      fc.property(given, (mutated) => {
        expectValueOrPlace(mutated, () => {
          const { pdu, problems } = decodePdu(mutated)
          const [first] = problems.filter(({ rule }) => rule !== 'length')
          expect(encodePdu(pdu).subarray(4)).toEqual(mutated.subarray(4, first?.offset))
        })
      }),
      { numRuns: 20_000 },
    )
  })
})

function error() {
  return { sequence: 1, status: 0x58, tlvs: [] }
}
