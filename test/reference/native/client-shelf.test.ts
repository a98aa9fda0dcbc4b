import { getResponse } from 'msw'
import { expect, it } from 'vitest'
import { createReference } from '../../../src/reference/reference.ts'

const origin = 'http://reference.test'
const agent = 'NokiaN73-1/4.0727.2.2.1 Series60/3.0 Profile/MIDP-2.0 Configuration/CLDC-1.1'

function openServer() {
  const reference = createReference({ origin, now: () => 0 })
  return {
    reference,
    async ask(path: string, headers: Readonly<Record<string, string>> = {}) {
      const request = new Request(`${origin}${path}`, {
        headers: { 'User-Agent': agent, ...headers },
      })
      const response = await getResponse(reference.handlers, request)
      return {
        status: response?.status,
        tag: response?.headers.get('ETag') ?? undefined,
        modified: response?.headers.get('Last-Modified') ?? undefined,
        location: response?.headers.get('Location') ?? undefined,
      }
    },
  }
}

it('a client that is published has another tag and a later date under the same link', async () => {
  const { reference, ask } = openServer()
  const before = await ask('/client')
  reference.publish('client')
  const after = await ask('/client')
  expect(after.tag).not.toBe(before.tag)
  expect(Date.parse(after.modified ?? '')).toBeGreaterThan(Date.parse(before.modified ?? ''))
})

it('a part of what was there before is not to be had once another was published', async () => {
  const { reference, ask } = openServer()
  const { tag = '', modified = '' } = await ask('/client')
  reference.publish('client')
  const rest = { Range: 'bytes=100-' }
  expect((await ask('/client', { ...rest, 'If-Match': tag })).status).toBe(412)
  expect((await ask('/client', { ...rest, 'If-Range': modified })).status).toBe(200)
  expect((await ask('/client', rest)).status).toBe(206)
})

it('clients for one kind of phone, and suites, stay as they are', async () => {
  const { reference, ask } = openServer()
  const before = await ask('/client-for-symbian-9')
  reference.publish('client')
  expect(await ask('/client-for-symbian-9')).toEqual(before)
})

it('a client that has moved is found where it is', async () => {
  expect(await openServer().ask('/client-moved')).toMatchObject({
    status: 302,
    location: `${origin}/client`,
  })
})
