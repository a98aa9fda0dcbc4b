/** Clients that were installed from a server of somebody else connect to it as its file says. */
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createTcpServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { prepare, run } from '../../src/index.ts'
import { createServer } from '../../src/reference/listen.ts'
import { createReference } from '../../src/reference/reference.ts'

const prepared = await prepare()

/** @param firstContact line of the file; PORT is where a server is that answers each line with welcome */
async function play(firstContact: string) {
  const reference = createReference({ origin: 'http://127.0.0.1', now: () => 0 })
  const heard: string[] = []
  const web = createServer(reference)
  const line = createTcpServer((socket) =>
    socket.on('data', (chunk) => {
      heard.push(String(chunk))
      socket.write('250 welcome\r\n')
    }),
  )
  for (const server of [web, line]) server.listen(0, '127.0.0.1')
  await Promise.all([once(web, 'listening'), once(line, 'listening')])
  const folder = await mkdtemp(join(tmpdir(), 'ota-contact-'))
  onTestFinished(async () => {
    web.closeAllConnections()
    for (const server of [web, line]) server.close()
    await rm(folder, { recursive: true })
  })
  const file = join(folder, 'target.yaml')
  const at = (address: string | AddressInfo | null) =>
    String(typeof address === 'object' && address !== null ? address.port : 0)
  const text = `links: { demo: "http://127.0.0.1:WEB/demo.jad", client: "http://127.0.0.1:WEB/client" }
allow: ["127.0.0.1:PORT"]
${firstContact}`
  await writeFile(
    file,
    text.replaceAll('WEB', at(web.address())).replaceAll('PORT', at(line.address())),
  )
  const { report, traces } = await run({
    target: file,
    scenarios: ['first-contact/right-after-installation'],
    profile: '{nokia-n95,htc-wizard}',
    prepared,
  })
  const contacts = [...traces.values()]
    .flatMap((trace) => trace.events)
    .filter((event) => event.type === 'client.contacted')
  const ends = report.cases.map(({ profile, expectationMet, reason }) => ({
    profile,
    expectationMet,
    reason,
  }))
  return { ends, contacts, heard: heard.toSorted() }
}

test('a client says over its own connection which version it is, by its package or by the file', async () => {
  const { ends, contacts, heard } = await play(
    `first-contact:
  tcp:
    host: 127.0.0.1
    port: PORT
    talk: [{ send: "HELO \${client.name} \${client.version} \${handset.msisdn}" }, { expect: "250" }]
  versions: { client: 7.0 beta }
`,
  )
  expect(ends.map(({ expectationMet }) => expectationMet)).toEqual([true, true])
  expect(contacts.map(({ outcome, detail }) => `${outcome}: ${detail}`)).toEqual([
    'accepted: 13 octets came back',
    'accepted: 13 octets came back',
  ])
  expect(heard).toEqual([
    'HELO Acme Client 7.0 beta +358401234567\r\n',
    'HELO Acme Client 7.0 beta +358401234567\r\n',
  ])
})

test('where the file says no version, a Symbian package does, and a cabinet is not played', async () => {
  const { ends, heard } = await play(
    `first-contact: { tcp: { host: 127.0.0.1, port: PORT, talk: [{ send: "\${client.version}" }] } }\n`,
  )
  expect(heard).toEqual(['1.2.0\r\n'])
  expect(ends).toEqual([
    {
      profile: 'htc-wizard',
      expectationMet: false,
      reason:
        'a cabinet does not say which version it is: add first-contact.versions.client to the target file',
    },
    { profile: 'nokia-n95', expectationMet: true, reason: undefined },
  ])
})

test('a file without a first contact is told the line that is missing', async () => {
  const { ends } = await play('')
  expect(ends.map(({ reason }) => reason)).toEqual([
    'it is not said how a client connects that was installed: add first-contact to the target file',
    'it is not said how a client connects that was installed: add first-contact to the target file',
  ])
})
