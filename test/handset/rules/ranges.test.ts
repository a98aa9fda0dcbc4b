import { describe, expect, it } from 'vitest'
import type { Received } from '../../../src/handset/behaviour.ts'
import { joinParts, keepPart } from '../../../src/handset/rules/ranges.ts'
import type { Parts } from '../../../src/handset/rules/ranges.ts'

const url = 'http://ota.test/demo.jar'

function range(contentRange: string, ...octets: readonly number[]): Received {
  const headers = [['Content-Range', contentRange]] as const
  return { kind: 'response', url, status: 206, headers, body: Uint8Array.from(octets) }
}

const first = range('bytes 0-1/5', 1, 2)
const second = range('bytes 2-3/5', 3, 4)
const last = range('bytes 4-4/5', 5)

function keepAll(...received: readonly Received[]) {
  let kept: Parts = { parts: [], octetsSoFar: 0 }
  for (const one of received) kept = { ...kept, ...keepPart(kept, one) }
  return kept
}

describe('the ranges of a package', () => {
  it('are one answer of 200 when the last has come', () => {
    const joined = joinParts({ ...keepAll(first, second), ranged: true, received: last })
    expect(joined).toEqual({
      kind: 'response',
      url,
      status: 200,
      headers: [['Content-Range', 'bytes 4-4/5']],
      body: Uint8Array.of(1, 2, 3, 4, 5),
    })
  })

  it('are one answer of 200 when one was enough', () => {
    const whole = range('bytes 0-1/2', 1, 2)
    expect(joinParts({ ...keepAll(), ranged: true, received: whole })).toEqual({
      ...whole,
      status: 200,
    })
  })

  it.each([
    ['one that repeats the range before it', second],
    ['one that leaves some octets out', range('bytes 5-5/6', 6)],
    ['one that is shorter than it says', range('bytes 4-5/6', 5)],
    ['one of a whole of unknown length', range('bytes 4-4/*', 5)],
    [
      'one without its place',
      { kind: 'response', url, status: 206, headers: [], body: Uint8Array.of(5) },
    ],
  ] as const)('stay an answer of 206 after %s', (_, received) => {
    expect(joinParts({ ...keepAll(first, second), ranged: true, received })).toEqual(received)
  })

  it('stay an answer of 206 when nobody asked for a range', () => {
    const whole = range('bytes 0-1/2', 1, 2)
    expect(joinParts({ ...keepAll(), ranged: false, received: whole })).toEqual(whole)
  })

  it('give way to the whole where the server sends it after all', () => {
    const whole: Received = {
      kind: 'response',
      url,
      status: 200,
      headers: [],
      body: new Uint8Array(5),
    }
    expect(joinParts({ ...keepAll(first), ranged: true, received: whole })).toEqual(whole)
  })

  it('are lost with the connection', () => {
    const failure: Received = { kind: 'failure', url, cause: 'interrupted', detail: 'reset' }
    expect(joinParts({ ...keepAll(first), ranged: true, received: failure })).toEqual(failure)
    expect(keepAll(first, failure)).toEqual(keepAll(first))
  })
})
