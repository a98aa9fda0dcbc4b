import { describe, expect, test } from 'vitest'
import { SegmentJoiner } from '../../../src/wire/sms/joiner.ts'
import type { JoinLimits } from '../../../src/wire/sms/joiner.ts'
import type { Concatenation } from '../../../src/wire/sms/udh.ts'

const part = (text: string) => ({ octets: new TextEncoder().encode(text) })
const place = (sequence: number, total: number, changes: Partial<Concatenation> = {}) =>
  ({
    kind: 'concatenation',
    referenceBits: 8,
    reference: 1,
    total,
    sequence,
    ...changes,
  }) satisfies Concatenation
const limits: JoinLimits = { messagesMax: 2, octetsMax: 10, ageMsMax: 1000 }

describe('segments', () => {
  test('join out of order, and say which are missing', () => {
    const joiner = new SegmentJoiner()
    expect([
      joiner.add('a', place(3, 3), part('c'), 0),
      joiner.add('a', place(1, 3), part('a'), 5),
      joiner.add('a', place(2, 3), part('b'), 9),
    ]).toEqual([
      { kind: 'waiting', missing: [1, 2], forgotten: [] },
      { kind: 'waiting', missing: [2], forgotten: [] },
      { kind: 'whole', parts: [part('a'), part('b'), part('c')], forgotten: [] },
    ])
  })

  test('that come twice are told, and the first is kept', () => {
    const joiner = new SegmentJoiner()
    expect([
      joiner.add('a', place(1, 2), part('a'), 0).kind,
      joiner.add('a', place(1, 2), part('a'), 0),
      joiner.add('a', place(1, 2), part('x'), 0),
      joiner.add('a', place(2, 2), part('b'), 0),
    ]).toEqual([
      'waiting',
      { kind: 'duplicate', same: true, forgotten: [] },
      { kind: 'duplicate', same: false, forgotten: [] },
      { kind: 'whole', parts: [part('a'), part('b')], forgotten: [] },
    ])
  })

  test.each<[string, string, Concatenation]>([
    ['sender', 'b', place(2, 2)],
    ['total', 'a', place(2, 3)],
    ['reference', 'a', place(2, 2, { reference: 2 })],
    ['width of the reference', 'a', place(2, 2, { referenceBits: 16 })],
  ])('of another %s belong to another message', (_, sender, concatenation) => {
    const joiner = new SegmentJoiner()
    joiner.add('a', place(1, 2), part('a'), 0)
    expect([joiner.add(sender, concatenation, part('b'), 0).kind, joiner.messages]).toEqual([
      'waiting',
      2,
    ])
  })

  test('may use the reference of a message that is whole again', () => {
    const joiner = new SegmentJoiner()
    const kinds = ['a', 'b', 'c', 'd'].map(
      (text, index) => joiner.add('a', place((index % 2) + 1, 2), part(text), 0).kind,
    )
    expect([kinds, joiner.messages, joiner.octets]).toEqual([
      ['waiting', 'whole', 'waiting', 'whole'],
      0,
      0,
    ])
  })

  test('are forgotten, oldest first, beyond the number of messages that may wait', () => {
    const joiner = new SegmentJoiner(limits)
    joiner.add('a', place(1, 3), part('a'), 0)
    joiner.add('b', place(1, 2), part('b'), 1)
    joiner.add('a', place(2, 3), part('a'), 2)
    expect([joiner.add('c', place(1, 2), part('c'), 3), joiner.messages, joiner.octets]).toEqual([
      {
        kind: 'waiting',
        missing: [2],
        forgotten: [
          {
            sender: 'a',
            concatenation: { reference: 1, referenceBits: 8, total: 3 },
            held: 2,
            limit: 'messagesMax',
          },
        ],
      },
      2,
      2,
    ])
  })

  test('are forgotten, oldest first, beyond the octets that may wait', () => {
    const joiner = new SegmentJoiner(limits)
    joiner.add('a', place(1, 2), part('123456'), 0)
    const { forgotten } = joiner.add('b', place(1, 2), part('12345'), 0)
    expect([forgotten.map(({ sender, limit }) => [sender, limit]), joiner.octets]).toEqual([
      [['a', 'octetsMax']],
      5,
    ])
  })

  test('too long to wait at all are forgotten at once', () => {
    const joiner = new SegmentJoiner(limits)
    const { forgotten } = joiner.add('a', place(1, 2), part('12345678901'), 0)
    expect([forgotten.map(({ held }) => held), joiner.messages, joiner.octets]).toEqual([[1], 0, 0])
  })

  test('are forgotten when their age is over, counted from the first of the message', () => {
    const joiner = new SegmentJoiner(limits)
    joiner.add('a', place(1, 3), part('a'), 0)
    expect([
      joiner.add('a', place(2, 3), part('b'), 1000),
      joiner.add('a', place(3, 3), part('c'), 1001),
    ]).toEqual([
      { kind: 'waiting', missing: [3], forgotten: [] },
      {
        kind: 'waiting',
        missing: [1, 2],
        forgotten: [
          {
            sender: 'a',
            concatenation: { reference: 1, referenceBits: 8, total: 3 },
            held: 2,
            limit: 'ageMsMax',
          },
        ],
      },
    ])
  })
})
