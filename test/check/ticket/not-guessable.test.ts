import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/not-guessable.ts'
import { links, ordered, toldOf } from './ticket-trace.ts'

const told = (...urls: readonly string[]) =>
  toldOf(
    check,
    urls.flatMap((url, at) => ordered(at, url)),
  )

describe('links for one phone', () => {
  it('differ in 128 random bits', () => {
    expect(told(...links)).toEqual(['pass: about 128 bits in which links differ'])
  })

  it('may differ in 64', () => {
    expect(
      told('http://ota.test/t/0f1e2d3c4b5a6978', 'http://ota.test/t/93b7c1d80a6e4f25'),
    ).toEqual(['pass: about 64 bits in which links differ'])
  })

  it.each([
    ['a counter', 'http://ota.test/t/1000017', 'http://ota.test/t/1000034', 6],
    ['a short code', 'http://ota.test/t/q7f3', 'http://ota.test/t/x2m9', 20],
    ['a time', 'http://ota.test/t/1141203600123', 'http://ota.test/t/1141203617845', 16],
  ])('are not told apart by %s', (_, one, other, bits) => {
    expect(told(one, other)).toEqual([
      `fail: Unexpected about ${bits} bits in which links differ, expected at least 64.`,
    ])
  })

  it('are compared where there are two', () => {
    expect(told(links[0])).toEqual([
      'not-applicable: the target did not push two links that differ',
    ])
  })
})
