/** The SMSC as the npm package `smpp` sees it. */
import { afterEach, describe, expect, test } from 'vitest'
import { decodeDeliver } from '../../src/wire/sms/deliver.ts'
import { parseReceipt } from '../../src/wire/smpp/receipt.ts'
import { bindEsme, connectEsme, login } from './esme.ts'
import type { Esme } from './esme.ts'
import { textOf } from './phone-on-the-network.ts'
import { number, raiseSmsc } from './smsc-rig.ts'
import type { Rig, RigOptions } from './smsc-rig.ts'

const raised: Rig[] = []
const raise = async (options?: RigOptions) => {
  const rig = await raiseSmsc(options)
  raised.push(rig)
  return rig
}
afterEach(async () => {
  await Promise.all(raised.splice(0).map(({ smsc }) => smsc.close()))
})

const text = {
  source_addr: '1234',
  destination_addr: number,
  short_message: 'Get it: http://a.b/c',
}
const receiptOf = async (esme: Esme) => {
  const { short_message: body, ...pdu } = await esme.next()
  return { pdu, receipt: parseReceipt(String(body?.message)) }
}

describe('a bind', () => {
  test.each(['bind_receiver', 'bind_transmitter', 'bind_transceiver'])(
    '%s is answered with the name and the version of the SMSC',
    async (command) => {
      const { port, facts } = await raise()
      const esme = await connectEsme(port)
      expect(await esme.request(command, { ...login, interface_version: 0x34 })).toMatchObject({
        command: `${command}_resp`,
        command_status: 0,
        system_id: 'ota-handset',
        sc_interface_version: 0x34,
      })
      expect(facts).toMatchObject([{ what: 'bind.accepted', peer: 'acme' }])
    },
  )

  test.each([
    ['an unknown system id', { system_id: 'nobody', password: 'secret' }, 0x0f],
    ['a wrong password', { system_id: 'acme', password: 'secret2' }, 0x0e],
  ])('with %s is refused, and the connection closed', async (_, fields, status) => {
    const { port, facts } = await raise()
    const esme = await connectEsme(port)
    expect(await esme.request('bind_transceiver', fields)).toMatchObject({
      command: 'bind_transceiver_resp',
      command_status: status,
    })
    await esme.closed
    expect(facts.map(({ what }) => what)).toEqual(['bind.refused', 'request.refused'])
  })

  test('a second time is refused, and the session goes on', async () => {
    const { port } = await raise()
    const esme = await bindEsme(port)
    expect(await esme.request('bind_receiver', login)).toMatchObject({ command_status: 5 })
    expect(await esme.request('enquire_link')).toMatchObject({ command: 'enquire_link_resp' })
  })

  test.each([
    ['before', undefined],
    ['to receive only, before', 'bind_receiver'],
  ])('%s a submission, is no bind for it', async (_, command) => {
    const { port } = await raise()
    const esme = command === undefined ? await connectEsme(port) : await bindEsme(port, command)
    for (const request of ['submit_sm', 'data_sm', 'query_sm', 'cancel_sm', 'replace_sm']) {
      expect(await esme.request(request, text)).toMatchObject({
        command: `${request}_resp`,
        command_status: 4,
      })
    }
    expect(await esme.request('enquire_link')).toMatchObject({ command_status: 0 })
  })

  test('ends with unbind', async () => {
    const { port, facts } = await raise()
    const esme = await bindEsme(port)
    expect(await esme.request('unbind')).toMatchObject({ command: 'unbind_resp' })
    await esme.closed
    expect(facts.at(-1)).toMatchObject({ what: 'session.unbound', peer: 'acme' })
  })
})

describe('a text', () => {
  test('comes to the phone, and the receipt to its sender', async () => {
    const { port, phone, until } = await raise()
    const esme = await bindEsme(port)
    const answer = await esme.request('submit_sm', { ...text, registered_delivery: 1 })
    expect(answer).toMatchObject({ command: 'submit_sm_resp', command_status: 0, message_id: '1' })
    until(60_000)
    expect(phone.taken.map(textOf)).toEqual(['Get it: http://a.b/c'])
    const { pdu, receipt } = await receiptOf(esme)
    expect(pdu).toMatchObject({
      source_addr: number,
      destination_addr: '1234',
      esm_class: 4,
      receipted_message_id: '1',
      message_state: 2,
    })
    expect(receipt).toEqual({
      id: '1',
      submitted: '001',
      delivered: '001',
      submitDate: '0603010900',
      doneDate: '0603010900',
      stat: 'DELIVRD',
      error: '000',
      text: 'Get it: http://a.b/c',
    })
  })

  test.each([
    ['in UCS-2', { data_coding: 8, short_message: 'Игра 😀' }, 'Игра 😀', 8],
    ['in Latin-1', { data_coding: 3, short_message: 'é@_{' }, 'é@_{', 0],
    ['in Latin-1 beyond the GSM alphabet', { data_coding: 3, short_message: 'ê' }, 'ê', 8],
    ['in octets', { data_coding: 4, short_message: Buffer.from('0106', 'hex') }, '0106', 4],
    ['for the screen', { data_coding: 0xf0, short_message: Buffer.from('hi') }, 'hi', 0xf0],
    ['as a payload', { short_message: '', message_payload: 'paid' }, 'paid', 0],
  ])('%s says the same on the phone', async (_, fields, shown, dataCoding) => {
    const { port, phone, until } = await raise()
    const esme = await bindEsme(port, 'bind_transmitter')
    expect(await esme.request('submit_sm', { ...text, ...fields })).toMatchObject({
      command_status: 0,
    })
    until(0)
    const codings = phone.taken.map(({ payload }) =>
      payload.kind === 'sms' ? decodeDeliver(payload.tpdu).dataCoding : undefined,
    )
    expect([phone.taken.map(textOf), codings]).toEqual([[shown], [dataCoding]])
  })

  test('may be in Latin-1 where the operator says so', async () => {
    const { port, phone, until } = await raise({ settings: { defaultCharset: 'latin1' } })
    const esme = await bindEsme(port)
    const octets = Buffer.from('a_b@c.d', 'latin1')
    await esme.request('submit_sm', { ...text, data_coding: 0, short_message: octets })
    until(0)
    expect(phone.taken.map(textOf)).toEqual(['a_b@c.d'])
  })

  test.each([
    [
      'a header',
      {
        esm_class: 0x40,
        data_coding: 4,
        short_message: Buffer.from('0605040b8423f0010603', 'hex'),
      },
    ],
    [
      'parameters',
      {
        data_coding: 4,
        short_message: Buffer.from('010603', 'hex'),
        source_port: 9200,
        dest_port: 2948,
      },
    ],
    [
      'a payload with a header',
      {
        esm_class: 0x40,
        data_coding: 0xf5,
        short_message: '',
        message_payload: { message: Buffer.from('0605040b8423f0010603', 'hex') },
      },
    ],
  ])('for a port, said by %s, is the same datagram', async (_, fields) => {
    const { port, phone, until } = await raise()
    const esme = await bindEsme(port)
    expect(await esme.request('submit_sm', { ...text, ...fields })).toMatchObject({
      command_status: 0,
    })
    until(0)
    const found = phone.taken.map(({ payload }) =>
      payload.kind === 'sms' ? decodeDeliver(payload.tpdu) : undefined,
    )
    expect(found).toMatchObject([
      {
        header: [{ kind: 'ports', portBits: 16, destination: 2948, source: 9200 }],
        octets: Uint8Array.of(1, 6, 3),
      },
    ])
  })

  test('in segments that parameters number has a header in the air', async () => {
    const { port, phone, until } = await raise()
    const esme = await bindEsme(port)
    for (const sequence of [1, 2]) {
      await esme.request('submit_sm', {
        ...text,
        sar_msg_ref_num: 300,
        sar_total_segments: 2,
        sar_segment_seqnum: sequence,
      })
    }
    until(0)
    const headers = phone.taken.map(({ payload }) =>
      payload.kind === 'sms' ? decodeDeliver(payload.tpdu).header : undefined,
    )
    const part = { kind: 'concatenation', referenceBits: 16, reference: 300, total: 2 }
    expect(headers).toEqual([[{ ...part, sequence: 1 }], [{ ...part, sequence: 2 }]])
  })

  test('of any length is cut by the SMSC when it comes as a payload', async () => {
    const { port, phone, until } = await raise()
    const esme = await bindEsme(port)
    await esme.request('data_sm', { ...text, message_payload: 'x'.repeat(1000) })
    until(0)
    expect(phone.taken.map((message) => textOf(message).length)).toEqual([
      153, 153, 153, 153, 153, 153, 82,
    ])
  })

  test('to many is one message with those that could not be reached', async () => {
    const { port, router, phone, until } = await raise()
    router.attach('358400000002', phone)
    const esme = await bindEsme(port)
    const answer = await esme.request('submit_multi', {
      ...text,
      registered_delivery: 1,
      dest_address: [
        { dest_addr_ton: 1, dest_addr_npi: 1, destination_addr: number },
        { dest_addr_ton: 1, dest_addr_npi: 1, destination_addr: '358404040404' },
        { dl_name: 'everyone' },
        { dest_addr_ton: 1, dest_addr_npi: 1, destination_addr: '358400000002' },
      ],
    })
    expect(answer).toMatchObject({ command_status: 0, message_id: '1' })
    expect(answer['unsuccess_sme']).toMatchObject([
      { destination_addr: '358404040404', error_status_code: 0x0b },
      { destination_addr: 'everyone', error_status_code: 0x34 },
    ])
    until(0)
    expect(phone.taken.map(({ to }) => to)).toEqual([number, '358400000002'])
    const receipts = [await receiptOf(esme), await receiptOf(esme)]
    expect(receipts.map(({ pdu, receipt }) => [pdu['source_addr'], receipt?.id])).toEqual([
      [number, '1'],
      ['358400000002', '1'],
    ])
  })

  test('to many of whom nobody can be reached fails', async () => {
    const { port } = await raise()
    const esme = await bindEsme(port)
    expect(
      await esme.request('submit_multi', {
        ...text,
        dest_address: [{ dest_addr_ton: 1, dest_addr_npi: 1, destination_addr: '1' }],
      }),
    ).toMatchObject({ command: 'submit_multi_resp', command_status: 0x45 })
  })
})
