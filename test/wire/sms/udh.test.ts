import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concatenationOf, decodeUdh, encodeUdh, portsOf } from '../../../src/wire/sms/udh.ts'
import type { UdhElement } from '../../../src/wire/sms/udh.ts'
import { expectValueOrPlace } from '../any-octets.ts'
import { attempt } from '../attempt.ts'

const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const push: UdhElement = { kind: 'ports', portBits: 16, destination: 2948, source: 9200 }

describe('a user data header', () => {
  // Kannel and Vodafone put the ports first, T-Mobile UK the concatenation; Gammu counts one segment of one.
  test.each<[string, readonly UdhElement[]]>([
    ['0605040b8423f0', [push]],
    [
      '0b05040b8423f00003960201',
      [push, { kind: 'concatenation', referenceBits: 8, reference: 0x96, total: 2, sequence: 1 }],
    ],
    [
      '0c08049f8e020105040b8423f0',
      [
        { kind: 'concatenation', referenceBits: 16, reference: 0x9f8e, total: 2, sequence: 1 },
        push,
      ],
    ],
    [
      '0b05040b8423f00003a10101',
      [push, { kind: 'concatenation', referenceBits: 8, reference: 0xa1, total: 1, sequence: 1 }],
    ],
    ['040402f0f1', [{ kind: 'ports', portBits: 8, destination: 240, source: 241 }]],
    ['00', []],
    ['03240101', [{ kind: 'unknown', id: 0x24, octets: octets('01'), reason: '', offset: 1 }]],
  ])('%s is read and written', (hex, elements) => {
    expect(decodeUdh(octets(`${hex}ffff`))).toEqual({ elements, octetCount: hex.length / 2 })
    expect(encodeUdh(elements)).toEqual(octets(hex))
  })

  test.each([
    ['0400020102', 'Unexpected 2 octets, expected 3'],
    ['0500030a0001', 'Unexpected segment 1 of 0, expected one from 1 to the total'],
    ['0500030a0200', 'Unexpected segment 0 of 2, expected one from 1 to the total'],
    ['0500030a0203', 'Unexpected segment 3 of 2, expected one from 1 to the total'],
    ['0505030b8423', 'Unexpected 3 octets, expected 4'],
  ])('%s keeps an element that cannot mean what its id says, and names it', (hex, reason) => {
    const { elements } = decodeUdh(octets(hex))
    expect(elements).toEqual([
      {
        kind: 'malformed',
        id: octets(hex)[1],
        octets: octets(hex).subarray(3),
        reason,
        offset: 1,
      },
    ])
    expect([concatenationOf(elements), portsOf(elements)]).toEqual([undefined, undefined])
    expect(encodeUdh(elements)).toEqual(octets(hex))
  })

  test.each([
    ['', 'sms/udh-length', 0],
    ['0605040b8423', 'sms/udh-length', 0],
    ['0105', 'sms/udh-element', 1],
    ['0605050b8423f0', 'sms/udh-element', 1],
    ['07000301010105ff', 'sms/udh-element', 6],
  ])('%s leads out of itself', (hex, code, offset) => {
    expect(attempt(() => decodeUdh(octets(hex)))).toEqual({ kind: 'refused', code, offset })
  })

  test('counts the last of elements that stand twice', () => {
    const first: UdhElement = { kind: 'ports', portBits: 16, destination: 1, source: 2 }
    const one: UdhElement = {
      kind: 'concatenation',
      referenceBits: 8,
      reference: 1,
      total: 3,
      sequence: 1,
    }
    const other: UdhElement = { ...one, reference: 2, referenceBits: 16 }
    const { elements } = decodeUdh(encodeUdh([first, one, other, push]))
    expect([portsOf(elements), concatenationOf(elements)]).toEqual([push, other])
  })

  test('is not written longer than its length octet can say', () => {
    const long: UdhElement = {
      kind: 'unknown',
      id: 0x70,
      octets: new Uint8Array(254),
      reason: '',
      offset: 1,
    }
    expect(attempt(() => encodeUdh([long]))).toEqual({
      kind: 'refused',
      code: 'sms/udh-too-long',
      offset: 0,
    })
  })

  test('of any octets is refused with a place, or gives the same octets back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (given) => {
        expectValueOrPlace(given, () => {
          const { elements, octetCount } = decodeUdh(given)
          expect(encodeUdh(elements)).toEqual(given.subarray(0, octetCount))
        })
      }),
      { numRuns: 2000 },
    )
  })
})
