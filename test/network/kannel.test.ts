/** Kannel as a real customer of the SMSC. Where it is not installed the test says so and is skipped. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WallClock } from '../../src/adapters/clock-wall.ts'
import type { DeliveredMessage } from '../../src/handset/ports.ts'
import type { NetworkFact } from '../../src/network/network-log.ts'
import { createRouter } from '../../src/network/router.ts'
import { openSmsc } from '../../src/network/smsc.ts'
import { decodePdu } from '../../src/wire/smpp/pdu-reader.ts'
import { encodeGsm } from '../../src/wire/sms/gsm7.ts'
import { hasKannel, startKannel } from './kannel.ts'
import type { Kannel } from './kannel.ts'
import { textOf } from './phone-on-the-network.ts'

const isThere = hasKannel()
const without = isThere ? '' : ' (skipped: no Kannel here)'
if (without !== '') process.stderr.write(`test/network/kannel.test.ts${without}\n`)

const number = '358401234567'

describe.skipIf(!isThere)(`Kannel${without}`, () => {
  const facts: NetworkFact[] = []
  const commands: string[] = []
  const clock = new WallClock()
  const waiting: ((message: DeliveredMessage) => void)[] = []
  const taken: DeliveredMessage[] = []
  let close = () => Promise.resolve()
  let kannel: Kannel
  let originate: (text: string) => boolean = () => false

  const nextText = () =>
    new Promise<string>((resolve) => {
      const message = taken.shift()
      if (message === undefined) waiting.push((late) => resolve(textOf(late)))
      else resolve(textOf(message))
    })

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kannel-'))
    const startsAtMs = Date.now()
    const parts = { clock, startsAtMs, log: (fact: NetworkFact) => facts.push(fact) }
    const router = createRouter(parts)
    router.attach(number, {
      take(message) {
        const listener = waiting.shift()
        if (listener === undefined) taken.push(message)
        else listener(message)
        return 'taken'
      },
    })
    originate = (text) =>
      router.originate({
        from: { ton: 1, npi: 1, value: number },
        to: '13579',
        dataCoding: 0,
        elements: [],
        octets: encodeGsm(text) ?? new Uint8Array(),
      })
    const smsc = await openSmsc({
      ...parts,
      router,
      accounts: [{ name: 'acme', password: 'secret' }],
      host: '127.0.0.1',
      port: 0,
      tap: ({ from, octets }) => {
        if (from === 'peer') commands.push(decodePdu(octets).pdu.command)
      },
    })
    kannel = await startKannel(folder, { smscPort: smsc.port, reply: 'Here you are' })
    close = async () => {
      await kannel.stop()
      await smsc.close()
      clock.close()
      await rm(folder, { recursive: true })
    }
  })
  afterAll(() => close())

  test('binds and sends a text with a link and characters of the extension table', async () => {
    const link = 'http://127.0.0.1:8088/a_b.jad?c=[1]'
    const text = encodeURIComponent(`Get the game: ${link}`)
    expect(await kannel.sendSms(`to=${number}&text=${text}`)).toBe('0: Accepted for delivery')
    expect(await nextText()).toBe(`Get the game: ${link}`)
    expect(facts[0]).toMatchObject({ what: 'bind.accepted', peer: 'acme', detail: 'transceiver' })
  })

  test('sends what is long in segments, UCS-2 and octets behind a header', async () => {
    await kannel.sendSms(`to=${number}&text=${'x'.repeat(200)}`)
    expect([await nextText(), await nextText()]).toEqual(['x'.repeat(153), 'x'.repeat(47)])
    await kannel.sendSms(`to=${number}&coding=2&charset=UTF-8&text=${encodeURIComponent('Игра')}`)
    expect(await nextText()).toBe('Игра')
    await kannel.sendSms(`to=${number}&coding=1&udh=%06%05%04%0B%84%23%F0&text=%01%06`)
    expect(await nextText()).toBe('0106')
  })

  test('takes the receipt that it asked for, and a text of the phone, which it answers', async () => {
    const asked = `to=${number}&text=hi&dlr-mask=31&dlr-url=http://127.0.0.1:1/`
    expect(await kannel.sendSms(asked)).toBe('0: Accepted for delivery')
    expect(await nextText()).toBe('hi')
    expect(originate('GAME')).toBe(true)
    expect(await nextText()).toBe('Here you are')
    expect(commands.filter((command) => command === 'deliver_sm_resp').length).toBe(2)
    expect(facts.filter(({ what }) => /refused|failed|malformed|cut/.test(what))).toEqual([])
  })
})
