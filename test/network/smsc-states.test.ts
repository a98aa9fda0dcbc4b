/** Receipts, queries, cancels and replaces, and what phones send, as the npm package `smpp` sees them. */
import { afterEach, describe, expect, test } from 'vitest'
import { parseReceipt } from '../../src/wire/smpp/receipt.ts'
import { encodeGsm } from '../../src/wire/sms/gsm7.ts'
import { bindEsme, login, connectEsme } from './esme.ts'
import type { Esme, Fields } from './esme.ts'
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

const text = { source_addr: '1234', destination_addr: number, short_message: 'hello' }
const nextReceipt = async (esme: Esme) => {
  const { short_message: body, ...pdu } = await esme.next()
  const receipt = parseReceipt(String(body?.message))
  return [pdu['esm_class'], receipt?.id, receipt?.stat, receipt?.doneDate]
}

describe('receipts', () => {
  test('come as each state comes, when the intermediate ones are asked for too', async () => {
    const { port, phone, line, until } = await raise()
    const esme = await bindEsme(port)
    phone.answer = 'absent'
    await esme.request('submit_sm', { ...text, registered_delivery: 0x11 })
    until(0)
    expect(await nextReceipt(esme)).toEqual([0x20, '1', 'ENROUTE', '0603010900'])
    phone.answer = 'taken'
    until(120_000)
    line.reachable()
    until(120_000)
    expect(await nextReceipt(esme)).toEqual([4, '1', 'DELIVRD', '0603010902'])
  })

  test.each<[string, Fields, readonly string[]]>([
    ['of success and failure', { registered_delivery: 1 }, ['EXPIRED', 'DELIVRD']],
    ['of failure only', { registered_delivery: 2 }, ['EXPIRED']],
  ])('%s are what was asked for', async (_, fields, stats) => {
    const { port, phone, line, until } = await raise()
    const esme = await bindEsme(port)
    phone.answer = 'absent'
    const validity = { validity_period: '000000000100000R' }
    await esme.request('submit_sm', { ...text, ...fields, ...validity })
    await esme.request('submit_sm', { ...text, ...fields })
    until(60_000)
    phone.answer = 'taken'
    line.reachable()
    until(60_000)
    const found: unknown[] = []
    for (const stat of stats) found.push([stat, (await nextReceipt(esme))[2]])
    expect(found).toEqual(stats.map((stat) => [stat, stat]))
    await esme.request('enquire_link')
  })

  test('write the id as the operator does, otherwise than the answer', async () => {
    const ids = { answer: 'hex', receiptText: 'padded', receiptTlv: 'hex' } as const
    const { port, until } = await raise({ settings: { ids } })
    const esme = await bindEsme(port)
    for (let count = 0; count < 9; count += 1) await esme.request('submit_sm', text)
    const answer = await esme.request('submit_sm', { ...text, registered_delivery: 1 })
    until(0)
    const { short_message: body, ...pdu } = await esme.next()
    expect([
      answer.message_id,
      parseReceipt(String(body?.message))?.id,
      pdu['receipted_message_id'],
    ]).toEqual(['a', '0000000010', 'a'])
    expect(await esme.request('query_sm', { message_id: 'a', source_addr: '1234' })).toMatchObject({
      message_id: 'a',
      message_state: 2,
    })
  })

  test('wait for a session that receives, and go to one of the same account only', async () => {
    const { port, until } = await raise()
    const sender = await bindEsme(port, 'bind_transmitter')
    const stranger = await connectEsme(port)
    await stranger.request('bind_receiver', { system_id: 'other', password: 'secret2' })
    await sender.request('submit_sm', { ...text, registered_delivery: 1 })
    until(0)
    const receiver = await bindEsme(port, 'bind_receiver')
    expect(await nextReceipt(receiver)).toEqual([4, '1', 'DELIVRD', '0603010900'])
    expect(await stranger.request('enquire_link')).toMatchObject({ command_status: 0 })
  })

  test('are sent again after an error that may pass, and not after another', async () => {
    const { port, until, facts } = await raise({ settings: { retryAfterMs: 1000 } })
    const esme = await bindEsme(port)
    esme.answers.push(0x64, 0x65)
    await esme.request('submit_sm', { ...text, registered_delivery: 1 })
    until(0)
    expect((await nextReceipt(esme))[1]).toBe('1')
    await esme.request('enquire_link')
    until(1000)
    expect((await nextReceipt(esme))[1]).toBe('1')
    await esme.request('enquire_link')
    until(99_000)
    expect(
      facts.flatMap(({ what, detail }) => (what === 'delivery.failed' ? [detail] : [])),
    ).toEqual(['again after 1', 'refused after 2'])
  })

  test('that a session did not answer are sent again to the next', async () => {
    const { port, until } = await raise()
    const first = await bindEsme(port)
    first.answers.push('silent', 'silent')
    for (let count = 0; count < 3; count += 1) {
      await first.request('submit_sm', { ...text, registered_delivery: 1 })
    }
    until(0)
    const seen = [await nextReceipt(first), await nextReceipt(first), await nextReceipt(first)]
    await first.request('enquire_link')
    first.destroy()
    const second = await bindEsme(port)
    const again = [await nextReceipt(second), await nextReceipt(second)]
    expect([seen.map(([, id]) => id), again.map(([, id]) => id)]).toEqual([
      ['1', '2', '3'],
      ['1', '2'],
    ])
  })
})

describe('a message that waits', () => {
  test('is shown, cancelled, and shown as deleted', async () => {
    const { port, phone, until } = await raise()
    const esme = await bindEsme(port)
    phone.answer = 'absent'
    await esme.request('submit_sm', text)
    until(30_000)
    const ask = { message_id: '1', source_addr: '1234' }
    expect(await esme.request('query_sm', ask)).toMatchObject({ message_state: 1, final_date: '' })
    const ends = { ...ask, destination_addr: number }
    expect(await esme.request('cancel_sm', ends)).toMatchObject({ command_status: 0 })
    expect(await esme.request('cancel_sm', ends)).toMatchObject({ command_status: 0x11 })
    const shown = await esme.request('query_sm', ask)
    expect([shown['message_state'], shown['final_date']]).toEqual([
      4,
      new Date(Date.UTC(2006, 2, 1, 9, 0, 30)),
    ])
  })

  test('is cancelled with all of its kind when no id is given', async () => {
    const { port, phone, router, until } = await raise()
    const esme = await bindEsme(port)
    phone.answer = 'absent'
    await esme.request('submit_sm', { ...text, service_type: 'A' })
    await esme.request('submit_sm', { ...text, service_type: 'B' })
    await esme.request('submit_sm', { ...text, source_addr: '9' })
    until(0)
    const ends = { source_addr: '1234', destination_addr: number }
    await esme.request('cancel_sm', { ...ends, service_type: 'A' })
    expect(router.waitingFor(number).map(({ id }) => id)).toEqual(['2', '3'])
    await esme.request('cancel_sm', ends)
    expect(router.waitingFor(number).map(({ id }) => id)).toEqual(['3'])
    expect(await esme.request('cancel_sm', ends)).toMatchObject({ command_status: 0x11 })
  })

  test('can be given another text, and not once it has come', async () => {
    const { port, phone, line, until } = await raise()
    const esme = await bindEsme(port)
    phone.answer = 'absent'
    await esme.request('submit_sm', text)
    until(0)
    const change = { message_id: '1', source_addr: '1234', short_message: 'changed' }
    expect(await esme.request('replace_sm', change)).toMatchObject({ command_status: 0 })
    phone.answer = 'taken'
    line.reachable()
    until(0)
    expect(phone.taken.map(textOf)).toEqual(['changed'])
    expect(await esme.request('replace_sm', change)).toMatchObject({ command_status: 0x13 })
  })

  test('is nobody’s but its sender’s, from the address it was sent from', async () => {
    const { port, phone } = await raise()
    const esme = await bindEsme(port)
    const stranger = await connectEsme(port)
    await stranger.request('bind_transceiver', { system_id: 'other', password: 'secret2' })
    phone.answer = 'absent'
    await esme.request('submit_sm', text)
    const mine = { message_id: '1', source_addr: '1234', destination_addr: number }
    const statuses = [
      await stranger.request('query_sm', mine),
      await stranger.request('cancel_sm', mine),
      await stranger.request('replace_sm', { ...mine, short_message: 'x' }),
      await esme.request('query_sm', { ...mine, source_addr: '1' }),
      await esme.request('query_sm', { ...mine, message_id: '9' }),
      await esme.request('query_sm', { ...mine, message_id: 'x' }),
    ]
    expect(statuses.map(({ command_status: status }) => status)).toEqual([
      0x67, 0x0c, 0x0c, 0x67, 0x67, 0x67,
    ])
  })
})

describe('the limits of the operator', () => {
  test('throttle an account that sends more than it may in a second', async () => {
    const { port, until } = await raise({ settings: { submitsPerSecondMax: 2 } })
    const esme = await bindEsme(port)
    const statuses: number[] = []
    for (let count = 0; count < 3; count += 1) {
      statuses.push((await esme.request('submit_sm', text)).command_status)
    }
    until(1000)
    statuses.push((await esme.request('submit_sm', text)).command_status)
    expect(statuses).toEqual([0, 0, 0x58, 0])
  })

  test('throttle a session that has more at once than the window is wide', async () => {
    const settings = { answerAfterMs: 500, limits: { windowMax: 2 } }
    const { port, until } = await raise({ settings })
    const esme = await bindEsme(port)
    const first = [esme.request('submit_sm', text), esme.request('submit_sm', text)]
    expect(await esme.request('submit_sm', text)).toMatchObject({ command_status: 0x58 })
    expect(await esme.request('enquire_link')).toMatchObject({ command_status: 0 })
    until(500)
    expect((await Promise.all(first)).map(({ command_status: status }) => status)).toEqual([0, 0])
  })

  test('tell of a full queue', async () => {
    const { port, phone } = await raise({ routerLimits: { waitingEachMax: 1 } })
    const esme = await bindEsme(port)
    phone.answer = 'absent'
    await esme.request('submit_sm', text)
    expect(await esme.request('submit_sm', text)).toMatchObject({ command_status: 0x14 })
  })

  test('may have errors come with an empty body', async () => {
    const { port } = await raise({ settings: { errorBodies: 'empty' } })
    const esme = await bindEsme(port)
    const answer = await esme.request('submit_sm', { ...text, destination_addr: '1' })
    expect(answer).toMatchObject({ command_status: 0x0b, message_id: '' })
  })
})

describe('a text that a phone sends', () => {
  const from = { ton: 1, npi: 1, value: number }
  const content = {
    from,
    dataCoding: 0,
    elements: [],
    octets: encodeGsm('GAME') ?? new Uint8Array(),
  }

  test('comes to whoever is bound to receive', async () => {
    const { port, router } = await raise()
    const esme = await bindEsme(port, 'bind_receiver')
    expect(router.originate({ ...content, to: '12345' })).toBe(true)
    const pdu = await esme.next()
    expect(pdu).toMatchObject({
      source_addr: number,
      source_addr_ton: 1,
      destination_addr: '12345',
      esm_class: 0,
      short_message: { message: 'GAME' },
    })
  })

  test('waits for the account that serves the number', async () => {
    const serves = new Map([['acme', ['12345']]])
    const { port, router } = await raise({ settings: { serves } })
    const other = await connectEsme(port)
    await other.request('bind_receiver', { system_id: 'other', password: 'secret2' })
    expect([
      router.originate({ ...content, to: '12345' }),
      router.originate({ ...content, to: '777' }),
    ]).toEqual([true, true])
    expect(await other.next()).toMatchObject({ destination_addr: '777' })
    const esme = await connectEsme(port)
    await esme.request('bind_transceiver', login)
    expect(await esme.next()).toMatchObject({ destination_addr: '12345' })
  })

  test('is left when nobody is bound', async () => {
    const { router } = await raise()
    expect(router.originate({ ...content, to: '12345' })).toBe(false)
  })
})
