import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { request } from 'undici'
import { expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../../bin/ota.mjs', import.meta.url))

test('the reference is served until it is interrupted, tells its links, and logs each request and each document that it could not read', async () => {
  const server = spawn(process.execPath, [bin, 'reference', '--fault', 'jad-as-plain-text'])
  const links = createInterface({ input: server.stdout })[Symbol.asyncIterator]()
  const log = createInterface({ input: server.stderr })[Symbol.asyncIterator]()
  const first = await links.next()
  const [name, link = ''] = String(first.value).split(/ +/)
  expect(name).toBe('demo')
  const { statusCode, headers, body } = await request(link)
  await body.dump()
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain'])
  const logged = await log.next()
  expect(String(logged.value)).toMatch(/^\d\d:\d\d:\d\d\.\d{3} GET \/demo\.jad 200$/)
  const client = await request(new URL('/client', link), {
    headers: { 'x-wap-profile': '"http://maker.test/N95.xml"' },
  })
  await client.body.dump()
  const unread = await log.next()
  expect(String(unread.value)).toMatch(
    / UAProf document http:\/\/maker\.test\/N95\.xml not read: it is not on loopback by http, and nobody else is asked$/,
  )
  server.kill('SIGINT')
  const [exitCode]: unknown[] = await once(server, 'exit')
  expect(exitCode).toBe(0)
})
