/** A client on the phone in a file connects to the embedded server on loopback. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen } from '../../src/reference/listen.ts'
import { createReference } from '../../src/reference/reference.ts'
import { typeOnPhone } from './type-on-phone.ts'

const timeout = 60_000

let folder = ''
let server: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ota-phone-'))
  const reference = createReference({ origin: 'http://127.0.0.1', now: () => Date.now() })
  server = await listen(reference, { host: '127.0.0.1', port: 0 })
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

test(
  'a client connects to the server that a target file names, once it is started',
  { timeout },
  async () => {
    const { origin } = new URL(server.links.demo)
    const write = (file: string, contact: object) =>
      writeFile(
        join(folder, file),
        JSON.stringify({ links: { demo: server.links.demo }, 'first-contact': contact }),
      )
    await write('server.yaml', {
      http: { url: `${origin}/contact`, form: { version: '${client.version}', number: '1' } },
    })
    await write('strict.yaml', { http: { url: `${origin}/no-such-place` } })
    const calls = [
      `open ${origin}/client --profile nokia-n95`,
      'launch suite.1',
      'launch suite.1 --target FOLDER/server.yaml',
      'launch suite.1 --target FOLDER/strict.yaml',
      'coverage lost',
      'launch suite.1 --target FOLDER/server.yaml',
      'launch suite.1 --target FOLDER/none.yaml',
    ]
    const session: string[] = []
    for (const words of calls) {
      const on = { folder, phone: 'client', link: server.links.demo }
      session.push(await typeOnPhone(words.replace('FOLDER', folder), on))
    }
    expect(session.slice(1)).toEqual([
      `$ launch suite.1
Acme Client of Acme runs
! no server is known that it could connect to: --target names the file with its first-contact
= 0`,
      `$ launch suite.1 --target FOLDER/server.yaml
Acme Client of Acme runs
Acme Client of Acme 1.2.0 connected to http://ota.test/contact: status 200
! POST http://ota.test/contact: 200, N octets
= 0`,
      `$ launch suite.1 --target FOLDER/strict.yaml
Acme Client of Acme runs
Acme Client of Acme 1.2.0 was not welcome at http://ota.test/no-such-place: status 404
! GET http://ota.test/no-such-place: 404, N octets
= 1`,
      `$ coverage lost
coverage lost
= 0`,
      `$ launch suite.1 --target FOLDER/server.yaml
Acme Client of Acme runs
Acme Client of Acme 1.2.0 did not reach http://ota.test/contact: no coverage
! no coverage
! POST http://ota.test/contact: no coverage
= 0`,
      `$ launch suite.1 --target FOLDER/none.yaml
! error: cannot read the target file FOLDER/none.yaml [target/unreadable]
! hint: Give the path of a target file, or the http URL of a descriptor.
= 2`,
    ])
  },
)
