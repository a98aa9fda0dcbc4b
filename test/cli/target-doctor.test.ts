/** `ota target doctor` in a process of its own, against the server that is built in and an admin door that is not. */
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listen } from '../../src/reference/listen.ts'
import { createReference } from '../../src/reference/reference.ts'
import { writeCertificate } from '../../src/test-authority/certificate-writer.ts'
import { serverRoot } from '../../src/test-authority/servers.ts'
import { findFreePort } from '../free-port.ts'
import { runSession } from './run-session.ts'

/** A target file for a server with these links, and a door that answers with these octets. */
async function open(door: string, text: string): Promise<string> {
  const reference = createReference({ origin: 'http://127.0.0.1', now: () => 0 })
  const { origin, close } = await listen(reference, { host: '127.0.0.1', port: 0 })
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.once('data', () => socket.end(door))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const folder = await mkdtemp(join(tmpdir(), 'ota-doctor-'))
  onTestFinished(async () => {
    server.close()
    await close()
    await rm(folder, { recursive: true, force: true })
  })
  const file = join(folder, 'target.yaml')
  await writeFile(
    file,
    text.replaceAll('ORIGIN', origin).replaceAll('DOOR', `http://127.0.0.1:${port}`),
  )
  return file
}

/** What stands there of the lines that are given, ports left away. */
function given(stdout: string): readonly string[] {
  return stdout
    .trimEnd()
    .split('\n')
    .slice(1)
    .filter((line) => !line.startsWith('  not given'))
    .map((line) =>
      line
        .trim()
        .replaceAll(/ {2,}/g, '  ')
        .replaceAll(/:\d{4,5}\//g, '/'),
    )
}

const root = Buffer.from(writeCertificate(serverRoot)).toString('base64')
const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\none\ntwo\n'

test('each line tells what came, and what changes the server waits for --all', async () => {
  const file = await open(
    answer,
    `name: mine
links: { demo: ORIGIN/demo.jad }
tls: { roots: [${root}] }
verbs:
  clock: { http: { url: "DOOR/clock?ms=\${ms}" } }
  logs: { http: { url: "DOOR/log" } }
  reset: { exec: [sh, -c, "touch was-reset"] }
  push: { http: { url: "DOOR/push", json: { to: "\${handset.msisdn}" } } }
`,
  )
  const { stdout, exitCode } = await runSession(`ota target doctor ${file}`)
  expect(given(stdout)).toEqual([
    'works  links.demo  GET http://127.0.0.1/demo.jad: 200 text/vnd.sun.j2me.app-descriptor',
    'not tried  tls.roots  phones believe servers that lead to O=Test authority (proves nothing), CN=Root of servers',
    'not tried  verbs.push  it sends a message: --msisdn NUMBER tries it, with the number it goes to',
    'not tried  verbs.reset  it changes the target: --all tries it',
    'works  verbs.clock  GET http://127.0.0.1/clock: 200 OK, moved by nothing',
    'works  verbs.logs  GET http://127.0.0.1/log: 200 OK, 2 lines',
  ])
  expect(stdout).toMatch(/^mine: \d+ lines, 3 works, 3 not tried, \d+ not given\n/)
  expect(exitCode).toBe(0)
  const all = await runSession(`ota target doctor ${file} --all --msisdn +9991 --json`)
  const told: { readonly examinations: readonly { line: string; state: string }[] } = JSON.parse(
    all.stdout,
  )
  const tried = told.examinations.filter(({ state }) => state === 'works').map(({ line }) => line)
  expect(tried).toEqual(['links.demo', 'verbs.push', 'verbs.reset', 'verbs.clock', 'verbs.logs'])
})

test('a redirect, and the end of a link, are what some lines are about', async () => {
  const file = await open(
    answer,
    `links:
  demo: ORIGIN/demo.jad
  moved: ORIGIN/moved.jad
  client-moved: ORIGIN/client-moved
  expired: ORIGIN/expired.jad
  download: ORIGIN/client.dd
`,
  )
  const { stdout, exitCode } = await runSession(`ota target doctor ${file}`)
  expect(given(stdout).filter((line) => !line.includes('links.demo'))).toEqual([
    'works  links.moved  GET http://127.0.0.1/moved.jad: 302',
    'works  links.expired  GET http://127.0.0.1/expired.jad: 410 text/plain;charset=UTF-8',
    'works  links.client-moved  GET http://127.0.0.1/client-moved: 302',
    'works  links.download  GET http://127.0.0.1/client.dd: 200 application/vnd.oma.dd+xml',
  ])
  expect(exitCode).toBe(0)
})

test('what fails says what came, and what to do', async () => {
  const file = await open(
    'no HTTP at all\r\n\r\n',
    `links: { demo: ORIGIN/demo.jad, moved: ORIGIN/demo.jad, busy: ORIGIN/none }
credentials: { user: qa, password: hunter22 }
verbs:
  clock: { http: { url: "DOOR/clock" } }
  logs: { exec: [sh, -c, "echo hunter22; exit 4"] }
  reset: { exec: [./reset.sh] }
  publish: { manual: "Put \${app} online." }
`,
  )
  const { stdout, exitCode } = await runSession(`ota target doctor ${file} --all`)
  const lines = given(stdout)
  expect(
    lines.filter((line) => !line.includes('links.demo') && !line.includes('verbs.clock')),
  ).toEqual([
    'fails  links.moved  GET http://127.0.0.1/demo.jad: 200 text/vnd.sun.j2me.app-descriptor, expected a redirect with Location',
    'fails  links.busy  GET http://127.0.0.1/none: 404 text/plain;charset=UTF-8, expected 503 with Retry-After',
    'hint: Is the path of the URL right?',
    'not tried  credentials  no link asks for them: give links.protected',
    'fails  verbs.publish  nobody answered at a terminal: Put demo online.',
    'hint: Run it at a terminal, or give http or exec in place of manual.',
    'fails  verbs.reset  ./reset.sh was not started: spawn ./reset.sh ENOENT',
    'hint: It is looked for from the folder of the target file, and a bare name in PATH.',
    'hint: What listens there does not speak HTTP/1.1.',
    'fails  verbs.logs  sh ended with 4, "[redacted]"',
  ])
  expect(exitCode).toBe(1)
})

test('a server that nobody reaches is its own exit code', async () => {
  const file = await open(answer, 'links: { demo: "http://127.0.0.1:9/demo.jad" }\n')
  const { exitCode } = await runSession(`ota target doctor ${file}`)
  expect(exitCode).toBe(5)
})

test('a push that is waited for tells what came by which door, or that nothing did', async () => {
  const port = await findFreePort()
  const text = (url: string) => `links: { demo: ORIGIN/demo.jad }
network: { ports: { sms-http: ${port} }, account: { name: acme, password: secret }, arrivalMs: 1000 }
verbs:
  push: { http: { url: "${url}" } }
`
  const pushOf = async (url: string) => {
    const { stdout, exitCode } = await runSession(
      `ota target doctor ${await open(answer, text(url))} --msisdn +9991`,
    )
    const lines = given(stdout).filter((line) => !line.includes('links.demo'))
    return [...lines.map((line) => line.replaceAll(`:${port}`, '')), exitCode]
  }
  const sendsms = `http://127.0.0.1:${port}/cgi-bin/sendsms?username=acme&password=secret`
  expect(await pushOf(`${sendsms}&to=\${handset.msisdn}&text=\${link}`)).toEqual([
    'works  network  listens at sms-http http://127.0.0.1/',
    'works  verbs.push  GET http://127.0.0.1/cgi-bin/sendsms: 202 Accepted; a message over sms-http by acme came',
    0,
  ])
  expect(await pushOf('DOOR/push')).toEqual([
    'works  network  listens at sms-http http://127.0.0.1/',
    'fails  verbs.push  GET http://127.0.0.1/push: 200 OK; no message came',
    'hint: Is it set to these ports and to network.account, and does it send to the number of --msisdn?',
    1,
  ])
}, 60_000)

test('only what the doctor has ordered is cancelled', async () => {
  const cancelOf = async (verbs: string, options = '') => {
    const file = await open(
      answer,
      `links: { demo: ORIGIN/demo.jad }\nticketLifetime: 10m\nverbs:\n${verbs}`,
    )
    const { stdout } = await runSession(`ota target doctor ${file}${options}`)
    return given(stdout).slice(1)
  }
  const push = '  push: { exec: [echo, "${what}${kind} ${ticket}"] }\n'
  const cancel = '  cancel: { exec: [test, "${handset.msisdn} ${app}", "=", "+9991 demo"] }\n'
  expect(await cancelOf(cancel)).toEqual([
    'not tried  verbs.cancel  nothing was ordered that it could cancel: give verbs.push',
  ])
  expect(await cancelOf(`${push}${cancel}`)).toEqual([
    'not tried  verbs.push  it sends a message: --msisdn NUMBER tries it, with the number it goes to',
    'not tried  verbs.cancel  it cancels what push ordered: --msisdn NUMBER tries both',
  ])
  expect(await cancelOf(`${push}${cancel}`, ' --msisdn +9991')).toEqual([
    'works  verbs.push  echo ended with 0',
    'works  verbs.cancel  test ended with 0',
  ])
  expect(
    await cancelOf(`${push}  cancel: { exec: [./c, "\${ticket.link}"] }\n`, ' --msisdn +9991'),
  ).toEqual([
    'works  verbs.push  echo ended with 0',
    'not tried  verbs.cancel  only a run learns the link that it is to name (${ticket.link})',
  ])
}, 60_000)

test('a push is asked for with every word that it may have blanks for', async () => {
  const file = await open(
    answer,
    `links: { demo: ORIGIN/demo.jad }
ticketLifetime: 10m
verbs: { push: { exec: [test, "\${what}\${kind} \${ticket}", "=", "offer true"] } }
`,
  )
  const { stdout } = await runSession(`ota target doctor ${file} --msisdn +9991`)
  expect(given(stdout).slice(1)).toEqual(['works  verbs.push  test ended with 0'])
}, 60_000)

test('the words of a server for an installation are tried, and those that nobody knows are told', async () => {
  const file = await open(
    answer,
    `links: { demo: ORIGIN/demo.jad, client: ORIGIN/client }
first-contact: { http: { url: "ORIGIN/contact?v=\${client.version}" } }
verbs:
  status: { http: { url: "ORIGIN/admin/status?app=\${app}" }, shows: { waiting: waiting, downloaded: "downloaded,", installed: installed } }
`,
  )
  const told = given((await runSession(`ota target doctor ${file}`)).stdout)
  expect(told.filter((line) => !line.includes('links.'))).toEqual([
    'not tried  first-contact  a phone says it to http://127.0.0.1/contact?v=${client.version} once a client runs',
    'works  verbs.status  GET http://127.0.0.1/admin/status: 200 OK, "waiting for the download": waiting',
  ])
  const other = await open(
    answer,
    `links: { demo: ORIGIN/demo.jad }
verbs: { status: { exec: [echo, Scheduled], shows: { waiting: open, downloaded: sent, installed: done } } }
`,
  )
  const { stdout, exitCode } = await runSession(`ota target doctor ${other}`)
  expect(given(stdout).slice(1)).toEqual([
    'fails  verbs.status  echo ended with 0, "Scheduled": none of shows',
    'hint: Add the words of the server to verbs.status.shows.',
  ])
  expect(exitCode).toBe(1)
}, 60_000)

test('a policy is told as it is said, and one that is not said with what it would decide', async () => {
  const file = await open(
    answer,
    'links: { demo: ORIGIN/demo.jad }\npolicies: { other-platform: refuses }\n',
  )
  const { stdout, exitCode } = await runSession(`ota target doctor ${file}`)
  expect(given(stdout).slice(1)).toEqual([
    'not tried  policies.other-platform  refuses: the scenarios of it show whether it is so',
  ])
  expect(stdout).toMatch(
    / not given +policies\.ticket-uses +\d+ scenarios need it: How often the package can be had of a link/,
  )
  expect(exitCode).toBe(0)
})
