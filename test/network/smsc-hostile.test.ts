/** Peers that keep to nothing: each is answered as SMPP says or cut, told in the log, and disturbs nobody else. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { encodePdu } from '../../src/wire/smpp/pdu-writer.ts'
import type { Pdu } from '../../src/wire/smpp/pdu.ts'
import { bindEsme } from './esme.ts'
import type { Esme } from './esme.ts'
import { connectOctets } from './octet-client.ts'
import { number, raiseSmsc } from './smsc-rig.ts'
import type { Rig } from './smsc-rig.ts'

const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const text = (words: string) => new TextEncoder().encode(words)
const join = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const enquiry = (sequence: number) =>
  encodePdu({ command: 'enquire_link', sequence, status: 0, tlvs: [] })
const nowhere = { ton: 0, npi: 0, value: '' }
const bind = encodePdu({
  command: 'bind_transceiver',
  sequence: 1,
  status: 0,
  tlvs: [],
  systemId: 'acme',
  password: 'secret',
  systemType: '',
  interfaceVersion: 0x34,
  addressRange: nowhere,
})
const submission = {
  command: 'submit_sm',
  sequence: 2,
  status: 0,
  tlvs: [],
  serviceType: '',
  source: { ton: 2, npi: 1, value: '1234' },
  destination: { ton: 1, npi: 1, value: number },
  esmClass: 0,
  protocolId: 0,
  priority: 0,
  scheduleTime: '',
  validity: '',
  registeredDelivery: 0,
  replaceIfPresent: 0,
  dataCoding: 0,
  defaultMessageId: 0,
  shortMessage: text('hello'),
} as const satisfies Pdu
const limits = {
  connectionsMax: 3,
  pduOctetsMax: 2000,
  unreadOctetsMax: 64 * 1024,
}

let rig: Rig
/** Whose session goes on through it all. */
let honest: Esme
beforeEach(async () => {
  rig = await raiseSmsc({ settings: { limits } })
  honest = await bindEsme(rig.port)
})
afterEach(async () => {
  const fields = { destination_addr: number, short_message: 'still here' }
  const { command_status: status } = await honest.request('submit_sm', fields)
  if (status !== 0) throw new Error(`an honest session was disturbed: ${status}`)
  await rig.smsc.close()
})

const told = (what: string) =>
  rig.facts.filter((fact) => fact.what === what).map(({ detail }) => detail)

describe('a stream that cannot be cut into PDUs', () => {
  test.each([
    ['is a web request', text('GET / HTTP/1.1\r\n\r\n'), 0x2e310d0a, 'oversized'],
    [
      'states less than a header',
      octets('0000000f' + '00000015' + '00000000' + '00000007'),
      7,
      'undersized',
    ],
    [
      'states a gigabyte',
      octets('40000000' + '00000004' + '00000000' + '00000007'),
      7,
      'oversized',
    ],
    [
      'states one octet above the limit',
      octets('000007d1' + '00000004' + '00000000' + '00000007'),
      7,
      'oversized',
    ],
  ])(
    'because it %s is answered with generic_nack and ended',
    async (_, given, sequence, reason) => {
      const peer = await connectOctets(rig.port)
      peer.send(given)
      const nack = await peer.next()
      expect(nack).toMatchObject({ command: 'generic_nack', status: 2, sequence })
      expect(await peer.next()).toBe('closed')
      expect(told('pdu.broken').map((detail) => detail.split(' ')[0])).toEqual([reason])
    },
  )

  test('is read up to the break, and no further', async () => {
    const peer = await connectOctets(rig.port)
    peer.send(join(enquiry(1), octets('ffffffff'), enquiry(2)))
    expect([await peer.next(), await peer.next(), await peer.next()]).toMatchObject([
      { command: 'enquire_link_resp', sequence: 1 },
      { command: 'generic_nack', status: 2 },
      'closed',
    ])
  })
})

describe('half a PDU', () => {
  test('at the end of a connection is told', async () => {
    const peer = await connectOctets(rig.port)
    peer.send(join(enquiry(1), bind.subarray(0, 20)))
    await peer.next()
    peer.socket.end()
    expect(await peer.next()).toBe('closed')
    await honest.request('enquire_link')
    expect(told('pdu.cut')).toEqual(['20 octets of a PDU at the end'])
  })

  test('and then nothing is cut after the time for a bind', async () => {
    const { port, smsc, facts } = await raiseSmsc({ settings: { limits: { bindMsMax: 50 } } })
    const peer = await connectOctets(port)
    peer.send(bind.subarray(0, 20))
    expect(await peer.next()).toBe('closed')
    expect(facts[0]?.what).toBe('peer.cut')
    expect(facts[0]?.detail).toMatch(
      /^silent for 50 ms \(bindMsMax\), \d+ octets of a PDU pending$/,
    )
    await smsc.close()
  })

  test('is whole when the rest comes, octet by octet', async () => {
    const peer = await connectOctets(rig.port)
    for (const octet of bind) peer.send(Uint8Array.of(octet))
    expect(await peer.next()).toMatchObject({ command: 'bind_transceiver_resp', status: 0 })
    for (const octet of encodePdu(submission)) peer.send(Uint8Array.of(octet))
    expect(await peer.next()).toMatchObject({ command: 'submit_sm_resp', messageId: '1' })
  })
})

describe('a PDU that is wrong in itself', () => {
  const whole = encodePdu(submission)
  const withTlvs = (hex: string) => {
    const longer = join(whole, octets(hex))
    new DataView(longer.buffer).setUint32(0, longer.length)
    return longer
  }

  test.each<[string, Uint8Array, Partial<Pdu>]>([
    [
      'of no known command',
      octets('00000010' + '00000044' + '00000000' + '00000002'),
      { command: 'generic_nack', status: 3 },
    ],
    [
      'that ends in its addresses',
      octets('00000012' + '00000004' + '00000000' + '00000002' + '0001'),
      { command: 'generic_nack', status: 2 },
    ],
    [
      'with a parameter that leads out of it',
      withTlvs('001e004131'),
      { command: 'submit_sm_resp', status: 0xc0 },
    ],
    [
      'with a parameter of a wrong length',
      withTlvs('020b00030b8400'),
      { command: 'submit_sm_resp', status: 0xc2 },
    ],
    ['with half a parameter', withTlvs('020b'), { command: 'submit_sm_resp', status: 0xc0 }],
    [
      'that an SMSC sends, not an ESME',
      encodePdu({ ...submission, command: 'deliver_sm' }),
      { command: 'deliver_sm_resp', status: 4 },
    ],
  ])('%s is answered, and the session goes on', async (_, given, answer) => {
    const peer = await connectOctets(rig.port)
    peer.send(join(bind, given, enquiry(3)))
    expect([await peer.next(), await peer.next(), await peer.next()]).toMatchObject([
      { command: 'bind_transceiver_resp' },
      { sequence: 2, ...answer },
      { command: 'enquire_link_resp', sequence: 3 },
    ])
  })

  test.each([
    [
      'to nothing that was asked',
      octets('00000011' + '80000005' + '00000000' + '00000009' + '00'),
      'response.unasked',
    ],
    [
      'without its body',
      octets('00000010' + '80000005' + '00000000' + '00000009'),
      'response.malformed',
    ],
    [
      'of no known command',
      octets('00000010' + '80000044' + '00000000' + '00000009'),
      'response.malformed',
    ],
    [
      'that refuses nothing',
      octets('00000010' + '80000000' + '00000003' + '00000009'),
      'response.unasked',
    ],
    [
      'to a query of ours',
      octets('00000010' + '80000003' + '00000067' + '00000009'),
      'response.unasked',
    ],
  ])('and a response %s is never answered', async (_, given, what) => {
    const peer = await connectOctets(rig.port)
    peer.send(join(bind, given, enquiry(3)))
    expect([await peer.next(), await peer.next()]).toMatchObject([
      { command: 'bind_transceiver_resp' },
      { command: 'enquire_link_resp', sequence: 3 },
    ])
    expect(told(what)).toHaveLength(1)
  })

  test('and what only an SMSC tells is passed over', async () => {
    const peer = await connectOctets(rig.port)
    const outbind = encodePdu({
      command: 'outbind',
      sequence: 1,
      status: 0,
      tlvs: [],
      systemId: 'acme',
      password: 'secret',
    })
    peer.send(join(outbind, enquiry(2)))
    expect(await peer.next()).toMatchObject({ command: 'enquire_link_resp', sequence: 2 })
    expect(told('pdu.ignored')).toEqual(['outbind'])
  })
})

describe('a flood', () => {
  test('of requests in one go is answered one by one, in order', async () => {
    const peer = await connectOctets(rig.port)
    const sequences = Array.from({ length: 2000 }, (_, index) => index + 1)
    peer.send(join(...sequences.map(enquiry)))
    const answered: unknown[] = []
    for (const _ of sequences) {
      const pdu = await peer.next()
      answered.push(pdu === 'closed' ? pdu : pdu.sequence)
    }
    expect(answered).toEqual(sequences)
  })

  test('whose answers nobody reads is cut', async () => {
    const peer = await connectOctets(rig.port)
    peer.send(bind)
    await peer.next()
    peer.socket.pause()
    const burst = join(...Array.from({ length: 4000 }, (_, index) => enquiry(index + 1)))
    const cut = new Promise<void>((resolve) => {
      peer.socket.on('close', () => resolve())
    })
    const pour = () => {
      while (!peer.socket.destroyed && peer.socket.write(burst));
    }
    peer.socket.on('drain', pour)
    pour()
    await cut
    expect(told('peer.cut').map((detail) => detail.replace(/^\d+/, 'so many'))).toEqual([
      'so many octets unread, expected at most 65536 (unreadOctetsMax)',
    ])
  })

  test('of connections is refused beyond the limit', async () => {
    const peers = [await connectOctets(rig.port), await connectOctets(rig.port)]
    const late = await connectOctets(rig.port)
    expect(await late.next()).toBe('closed')
    expect(told('peer.refused')).toEqual(['3 connections (connectionsMax)'])
    for (const { socket } of peers) socket.destroy()
  })
})
