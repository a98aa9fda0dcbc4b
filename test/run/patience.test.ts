import { describe, expect, it } from 'vitest'
import type { HttpOutcome, HttpRequest } from '../../src/handset/ports.ts'
import { createPatience } from '../../src/run/patience.ts'

const octets = new Uint8Array()
const request: HttpRequest = {
  method: 'GET',
  url: 'http://ota.test/demo.jad',
  form: 'origin',
  version: '1.1',
  headers: [['Accept', '*/*']],
  framing: 'length',
  connection: 'close',
}
const recorded = {
  method: 'GET',
  url: request.url,
  target: '/demo.jad',
  version: '1.1',
  headers: [],
  head: octets,
  body: octets,
} as const

const failing = (cause: 'timeout' | 'reset', ms: number): HttpOutcome => ({
  kind: 'failure',
  failure: { cause, detail: 'x' },
  request: recorded,
  measured: { ms },
})

describe('patience with a target', () => {
  it('is spent by requests that are given up, and then asks nothing more', async () => {
    let asked = 0
    const patience = createPatience(60_000)
    const first = patience.over({
      exchange: async () => {
        asked += 1
        return failing('timeout', 30_001)
      },
    })
    expect((await first.exchange(request)).kind).toBe('failure')
    expect(patience.spent).toBe(undefined)
    await first.exchange(request)
    const why = 'the target kept 2 requests waiting in vain for 60 s in all'
    expect(patience.spent).toBe(why)
    const other = patience.over({ exchange: () => Promise.reject(new TypeError('asked')) })
    expect(await other.exchange(request)).toEqual({
      kind: 'failure',
      failure: { cause: 'limit', detail: `not asked: ${why}` },
      request: { ...recorded, target: request.url, headers: [['Accept', '*/*']] },
      measured: { ms: 0 },
    })
    expect(asked).toBe(2)
  })

  it('is not touched by what fails at once, or is answered late', async () => {
    const patience = createPatience(10)
    const http = patience.over({ exchange: async () => failing('reset', 50_000) })
    await http.exchange(request)
    expect(patience.spent).toBe(undefined)
  })
})
