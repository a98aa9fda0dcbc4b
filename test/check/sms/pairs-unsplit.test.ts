import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/sms/pairs-unsplit.ts'
import type { UdhElement } from '../../../src/wire/sms/udh.ts'
import { handed, pushed, toldOf } from '../push/push-trace.ts'

function first(dataCoding: number, octets: readonly number[]) {
  const place: UdhElement = {
    kind: 'concatenation',
    referenceBits: 8,
    reference: 1,
    total: 2,
    sequence: 1,
  }
  return toldOf(check, handed({ dataCoding, elements: [place], octets: Uint8Array.from(octets) }))
}

describe('a segment of a text', () => {
  it.each([
    ['the GSM alphabet', 0, [65, 0x1b, 0x3d]],
    ['the GSM alphabet, after an escaped escape', 0, [0x1b, 0x1b]],
    ['UCS-2', 8, [0, 65]],
    ['UCS-2, after a pair', 8, [0xd8, 0x3d, 0xde, 0x00]],
  ])('ends with a whole character of %s', (_, coding, octets) => {
    expect(first(coding, octets)).toEqual(['pass: it ends with a whole character'])
  })

  it.each([
    ['an escape', 0, [65, 0x1b]],
    ['half a character of UCS-2', 8, [0, 65, 0]],
    ['half a pair of surrogates', 8, [0, 65, 0xd8, 0x3d]],
  ])('does not end with %s', (what, coding, octets) => {
    expect(first(coding, octets)).toEqual([
      `fail: Unexpected ${what} at the end of a segment, expected a whole one.`,
    ])
  })

  it('is no message of its own', () => {
    expect(toldOf(check, pushed({ kind: 'text', text: 'Hello' }))).toEqual([
      'not-applicable: no text was sent in segments',
    ])
  })
})
