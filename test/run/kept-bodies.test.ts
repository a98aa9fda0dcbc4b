import { describe, expect, it } from 'vitest'
import type { HttpOutcome, HttpRequest } from '../../src/handset/ports.ts'
import { createKeptBodies } from '../../src/run/kept-bodies.ts'

const request: HttpRequest = {
  method: 'GET',
  url: 'http://ota.test/client.sisx',
  form: 'origin',
  version: '1.1',
  headers: [],
  framing: 'length',
  connection: 'close',
}
const none = new Uint8Array()
const sent = {
  method: 'GET',
  url: request.url,
  target: '/client.sisx',
  version: '1.1',
  headers: [],
  head: none,
  body: none,
} as const
const answer = (body: Uint8Array): HttpOutcome => ({
  kind: 'response',
  request: sent,
  response: { status: 200, reason: 'OK', version: '1.1', headers: [], head: none, body },
  measured: { ms: 1 },
})
const bodyOf = (outcome: HttpOutcome) => outcome.response?.body

describe('bodies that a run keeps', () => {
  it('are one and the same where they are alike, and count once', async () => {
    const bodies = createKeptBodies(1000)
    const http = bodies.over({ exchange: async () => answer(new Uint8Array(900).fill(1)) })
    const first = bodyOf(await http.exchange(request))
    expect(first?.length).toBe(900)
    expect(bodyOf(await http.exchange(request))).toBe(first)
    expect(bodies.spent).toBe(undefined)
  })

  it('are not asked for any more where there is too much of them', async () => {
    const bodies = createKeptBodies(1000)
    let asked = 0
    const http = bodies.over({
      exchange: async () => {
        asked += 1
        return answer(new Uint8Array(600).fill(asked))
      },
    })
    await http.exchange(request)
    await http.exchange(request)
    const why = 'the target sent more than 1000 different octets in all (differentBytesMax)'
    expect(bodies.spent).toBe(why)
    expect(await http.exchange(request)).toEqual({
      kind: 'failure',
      failure: { cause: 'limit', detail: `not asked: ${why}` },
      request: { ...sent, target: request.url },
      measured: { ms: 0 },
    })
    expect(asked).toBe(2)
  })

  it('may be absent', async () => {
    const lost: HttpOutcome = {
      kind: 'failure',
      failure: { cause: 'reset', detail: 'x' },
      request: sent,
      measured: { ms: 1 },
    }
    const http = createKeptBodies().over({ exchange: async () => lost })
    expect(await http.exchange(request)).toBe(lost)
  })
})
