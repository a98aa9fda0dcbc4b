/** `ota network` before servers of others: a phone in a file, phones in memory, and the end by Ctrl-C. */
import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSqliteStorage } from '../../src/adapters/storage-sqlite.ts'
import { main } from '../../src/cli/main.ts'
import { openNetwork } from '../../src/cli/network/run-network.ts'
import type { NetworkOptions } from '../../src/cli/network/network-options.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { listen } from '../../src/reference/listen.ts'
import { createReference } from '../../src/reference/reference.ts'
import { composePush } from '../../src/wire/push/compose-push.ts'
import { connectEsme } from '../network/esme.ts'
import { indicationOf, pushAsEsme } from '../network/push-as-esme.ts'

const bin = fileURLToPath(new URL('../../bin/ota.mjs', import.meta.url))
const number = '358401234567'
/** Each starts processes, or loads all phones several times. */
const timeout = 60_000

let folder = ''
let server: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ota-network-'))
  const reference = createReference({ origin: 'http://127.0.0.1', now: () => Date.now() })
  server = await listen(reference, { host: '127.0.0.1', port: 0 })
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** A terminal that keeps what is written to it. */
function createPaper() {
  const paper = { out: '', err: '' }
  const terminal: Terminal = {
    columns: 100,
    watched: false,
    paint: (_, text) => text,
    out: (text) => {
      paper.out += String(text)
    },
    err: (text) => {
      paper.err += text
    },
    progress: () => {},
    clearProgress: () => {},
  }
  return { paper, terminal }
}

/** `ota phone …` of the phone in this file: what it prints, its exit code behind. */
async function usePhone(words: string, file: string): Promise<string> {
  const { paper, terminal } = createPaper()
  const code = await main(['phone', ...words.split(' '), '--phone', file], terminal)
  const { host } = new URL(server.links.demo)
  return `${paper.out}${paper.err}= ${code}`
    .replaceAll(host, 'ota.test')
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, 'NOW')
    .replaceAll(/\d+ octets/g, 'N octets')
}

const withoutTimes = (text: string) => text.replaceAll(/^\d\d:\d\d:\d\d\.\d{3} /gm, '')

test(
  'a server pushes over SMPP, the inbox of the phone in the file shows it, and its link installs',
  { timeout },
  async () => {
    const file = join(folder, 'phone')
    const words = ['network', '--phone', file, '--system-id', 'acme', '--port', 'smsc=0']
    const shut = ['ppg', 'sms-http', 'wap-udp'].flatMap((id) => ['--port', `${id}=off`])
    const network = spawn(process.execPath, [bin, ...words, ...shut])
    const lines = createInterface({ input: network.stdout })[Symbol.asyncIterator]()
    const nextLine = async () => String((await lines.next()).value)
    const [, port] = /^smsc +127\.0\.0\.1:(\d+) /.exec(await nextLine()) ?? []
    const told = [await nextLine(), await nextLine()].map((line) => line.replaceAll(/ +/g, ' '))
    expect(told).toEqual([
      `phone ${number} Plain MIDP 2.0 phone, in ${file}`,
      'account acme password secret',
    ])
    const esme = await connectEsme(Number(port))
    await esme.request('bind_transceiver', { system_id: 'acme', password: 'secret' })
    expect(await pushAsEsme(esme, number, indicationOf(server.links.demo))).toEqual([0, '1'])
    expect(String((await esme.next()).short_message?.message)).toContain('stat:DELIVRD')
    expect(
      [await nextLine(), await nextLine(), await nextLine()].map((line) => withoutTimes(line)),
    ).toEqual([
      `message 1 from 16400 to ${number}, sent by acme over smsc: delivered`,
      `  SI Get the demo, to ${server.links.demo}`,
      `  the phone showed the link ${server.links.demo} (medium)`,
    ])
    expect(await usePhone('inbox', file)).toBe(
      '1  NOW  16400  SI  Get the demo  http://ota.test/demo.jad\n= 0',
    )
    const { host } = new URL(server.links.demo)
    expect(await usePhone('open last', file))
      .toBe(`error: the link leads to http://ota.test/demo.jad [phone/host]
hint: If the phone may go there, say --allow ota.test.
= 2`)
    expect((await usePhone(`open last --allow ${host}`, file)).split('\n')).toEqual([
      '? Install Demo 1.0.0 of Acme, N octets?',
      '> accept',
      'Demo of Acme 1.0.0 is installed',
      'report 900 delivered',
      'GET http://ota.test/demo.jad: 200, N octets',
      'GET http://ota.test/demo.jar?visit=v1: 200, N octets',
      'POST http://ota.test/install-notify/v1: 200, N octets',
      '= 0',
    ])
    esme.destroy()
    network.kill('SIGINT')
    const [exitCode]: unknown[] = await once(network, 'exit')
    expect(exitCode).toBe(0)
  },
)

async function raise(options: Partial<NetworkOptions>) {
  const { paper, terminal } = createPaper()
  const network = await openNetwork(
    {
      handset: [],
      phone: [],
      port: ['smsc=0', 'ppg=0', 'sms-http=0', 'wap-udp=0'],
      systemId: 'acme',
      password: 'secret',
      allow: [],
      ...options,
    },
    terminal,
  )
  const addressOf = (bearer: string) =>
    network.doors.find((door) => door.bearer === bearer)?.address ?? ''
  const tells = async (pattern: RegExp) => {
    while (!pattern.test(`${paper.out}${paper.err}`)) {
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { network, paper, addressOf, tells }
}

test(
  'messages come by every door, and the user of each phone opens what it shows',
  { timeout },
  async () => {
    const { host } = new URL(server.links.demo)
    const out = join(folder, 'traces')
    const { network, paper, addressOf, tells } = await raise({
      handset: [`${number}=midp2-plain`, '44770012=siemens-tc65'],
      open: true,
      allow: [host],
      out,
    })
    const si = `<si><indication href="${server.links.demo}">Play</indication></si>`
    const boundary = 'a'
    const pap = `<?xml version="1.0"?><pap><push-message push-id="1"><address address-value="WAPPUSH=+${number}/TYPE=PLMN@ppg"/></push-message></pap>`
    const parts = [`application/xml\r\n\r\n${pap}`, `text/vnd.wap.si\r\n\r\n${si}`]
    const body = `${parts.map((part) => `--${boundary}\r\nContent-Type: ${part}\r\n`).join('')}--${boundary}--\r\n`
    const pushed = await fetch(addressOf('ppg'), {
      method: 'POST',
      headers: {
        Authorization: `Basic ${Buffer.from('acme:secret').toString('base64')}`,
        'Content-Type': `multipart/related; type="application/xml"; boundary=${boundary}`,
      },
      body,
    })
    expect(await pushed.text()).toContain('code="1001"')
    await tells(/report 900 delivered/)
    const sendsms = `username=acme&password=secret&to=44770012&text=${encodeURIComponent(server.links.demo)}`
    await fetch(`${addressOf('sms-http')}cgi-bin/sendsms?${sendsms}`)
    await tells(/message 2 .*delivered\n.*\n.*/)
    const socket = createSocket('udp4')
    const datagram = composePush(indicationOf('http://elsewhere.invalid/a.jad', 'By UDP')).octets
    const [address = '', port = ''] = addressOf('wap-udp').split(':')
    socket.send(datagram, Number(port), address)
    await tells(/not installed/)
    socket.close()
    await network.close()
    const told = withoutTimes(paper.out)
      .replaceAll(host, 'ota.test')
      .replaceAll(/\d+ octets/g, 'N octets')
      .replaceAll(/127\.0\.0\.1:\d+/g, 'PEER')
    expect(told).toBe(`message 1 from 9200 to ${number}, sent by acme over ppg: delivered
  SI Play, to http://ota.test/demo.jad
  the phone showed the link http://ota.test/demo.jad (medium)
  ? Install Demo 1.0.0 of Acme, N octets?
  > accept
  Demo of Acme 1.0.0 is installed
  report 900 delivered
message 2 from 0000 to 44770012, sent by acme over sms-http: delivered
  text http://ota.test/demo.jad
  the phone let go of it (link-in-text): an installation does not begin with a link in a text on this phone
message 3 from PEER to ${number}, sent by PEER over wap-udp: delivered
  SI By UDP, to http://elsewhere.invalid/a.jad
  the phone showed the link http://elsewhere.invalid/a.jad (medium)
  not installed: the target does not name elsewhere.invalid; the phone does not contact it
`)
    expect((await readdir(out)).length).toBe(3)
  },
)

test(
  'messages wait while their phone is off or in the hand of another process',
  { timeout },
  async () => {
    const file = join(folder, 'away')
    const { network, paper, addressOf, tells } = await raise({ phone: [`+44770013=${file}`] })
    await usePhone('power off', file)
    const send = (text: string) =>
      fetch(
        `${addressOf('sms-http')}cgi-bin/sendsms?username=acme&password=secret&to=44770013&text=${text}`,
      )
    await send('one')
    await tells(/is off/)
    const held = openSqliteStorage(file)
    await tells(/is in the hand of another process/)
    held.keep({ on: true })
    held.close()
    await tells(/message 1 .*delivered/)
    await network.close()
    expect(await usePhone('inbox', file)).toMatch(/^1 {2}NOW .* text {2}one {2}no link\n= 0$/)
    expect(
      withoutTimes(paper.err)
        .split('\n')
        .filter((line) => line.startsWith('phone')),
    ).toEqual([
      'phone 44770013 is off: its messages wait',
      'phone 44770013 is in the hand of another process: its messages wait',
    ])
  },
)

test(
  'a port that is taken is an error where it was asked for, and another is found where not',
  {
    timeout,
  },
  async () => {
    const first = await raise({})
    const [, port = ''] = first.addressOf('smsc').split(':')
    await expect(
      raise({ port: [`smsc=${port}`, 'ppg=0', 'sms-http=0', 'wap-udp=0'] }),
    ).rejects.toThrow(`Cannot listen on 127.0.0.1:${port}`)
    await first.network.close()
  },
)
