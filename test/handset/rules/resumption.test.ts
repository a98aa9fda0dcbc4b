import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Received } from '../../../src/handset/behaviour.ts'
import { appendRest, moveHome } from '../../../src/handset/rules/resumption.ts'

const url = 'http://ota.test/client'
const there = { parts: [Uint8Array.of(1, 2)], octetsSoFar: 2 }

const answer = (status: number, ...octets: readonly number[]) =>
  ({ kind: 'response', url, status, headers: [], body: Uint8Array.from(octets) }) as const

describe('the rest of a download', () => {
  it('stands behind what is there, whatever it says of itself', () => {
    const rest: Received = { ...answer(206, 3), headers: [['Content-Range', 'bytes 7-7/9']] }
    expect(appendRest(there, rest)).toEqual({
      ...rest,
      status: 200,
      body: Uint8Array.of(1, 2, 3),
    })
  })

  it.each([
    ['is all of it where the answer is 200', answer(200, 3)],
    ['is nothing where the answer is an error', answer(404)],
    [
      'is nothing where none came',
      { kind: 'failure', url, cause: 'no-coverage', detail: 'none' } as const,
    ],
  ])('%s', (_, received) => {
    expect(appendRest(there, received)).toEqual(received)
  })

  it('is no rest where nothing is there', () => {
    expect(appendRest({ parts: [], octetsSoFar: 0 }, answer(206, 3))).toEqual(answer(206, 3))
  })

  it('makes the whole of any two parts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.uint8Array(), (first, second) => {
        const joined = appendRest(
          { parts: [first], octetsSoFar: first.length },
          { ...answer(206), body: second },
        )
        expect(joined).toEqual({ ...answer(200), body: Uint8Array.from([...first, ...second]) })
      }),
    )
  })
})

describe('a download that was redirected', () => {
  const fresh = { home: url, strayed: false }
  const [mirror, other] = ['http://ota.test/mirror', 'http://ota.test/other']

  it('goes on where a redirect led that lasts', () => {
    expect(moveHome(fresh, answer(301), mirror)).toEqual({ home: mirror, strayed: false })
  })

  it('goes on where it began when the redirect was for once', () => {
    expect(moveHome(fresh, answer(302), mirror)).toEqual({ home: url, strayed: true })
  })

  it('goes on where it began when a redirect for once came before one that lasts', () => {
    const strayed = moveHome(fresh, answer(307), mirror)
    expect(moveHome(strayed, answer(301), other)).toEqual({ home: url, strayed: true })
  })
})
