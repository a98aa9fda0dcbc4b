/** What the server shows of a native installation: nobody reports one, so it is done when the client connects. */
import { getResponse } from 'msw'
import { expect, it } from 'vitest'
import { createReference } from '../../../src/reference/reference.ts'
import { sentAct } from '../../../src/reference/sending.ts'

const origin = 'http://reference.test'
const agent = 'NokiaN73-1/4.0727.2.2.1 Series60/3.0 Profile/MIDP-2.0 Configuration/CLDC-1.1'

function openServer() {
  const reference = createReference({ origin, now: () => 0 })
  return {
    status: () => reference.statusOf('client'),
    async ask(path: string, init: RequestInit = {}) {
      const request = new Request(`${origin}${path}`, init)
      request.headers.set('User-Agent', agent)
      const response = await getResponse(reference.handlers, request)
      // As the connection tells once the last octet has left.
      if (response !== undefined) sentAct(response)?.()
      return response?.status
    },
  }
}

const contact = (version: string) => ({
  method: 'POST',
  body: new URLSearchParams({ version }),
})

it('waits for the download, then for the client, and is installed when that connects', async () => {
  const server = openServer()
  expect(server.status()).toBe('waiting')
  expect(await server.ask('/client')).toBe(200)
  expect(server.status()).toBe('downloaded')
  expect(await server.ask('/contact', contact('1.2.0'))).toBe(200)
  expect(server.status()).toBe('installed')
})

it('goes on waiting when it was only asked about, or for the beginning', async () => {
  const server = openServer()
  await server.ask('/client', { method: 'HEAD' })
  await server.ask('/client', { headers: { Range: 'bytes=0-99' } })
  expect(server.status()).toBe('waiting')
})

it('is downloaded once the last octets were fetched, and not installed by another version', async () => {
  const server = openServer()
  await server.ask('/client', { headers: { Range: 'bytes=100-' } })
  await server.ask('/contact', contact('1.1.0'))
  expect(server.status()).toBe('downloaded')
})

it('refuses a contact without a version, and one that is too long', async () => {
  const server = openServer()
  expect(await server.ask('/contact', { method: 'POST', body: 'hello' })).toBe(400)
  expect(await server.ask('/contact', { method: 'POST', body: 'a'.repeat(5000) })).toBe(413)
  expect(await server.ask('/contact')).toBe(405)
})

it.each([
  ['bytes=0-99', 206],
  ['bytes=999999-', 416],
  ['', 200],
])('answers a range %s with %i', async (range, status) => {
  expect(await openServer().ask('/client', { headers: { Range: range } })).toBe(status)
})
