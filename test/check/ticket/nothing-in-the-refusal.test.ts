import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/nothing-in-the-refusal.ts'
import { demoJar, descriptorText } from '../trace-builder.ts'
import { ordered, opened, toldOf } from './ticket-trace.ts'

const told = (body: string | Uint8Array) =>
  toldOf(check, [...ordered(0), opened(700_000, { status: 404, body })])

describe('the refusal of a link for one phone', () => {
  it('is a sentence', () => {
    expect(told('There is no such ticket.\n')).toEqual(['pass: 25 octets with status 404'])
  })

  it.each([
    ['archive', demoJar()],
    ['descriptor', descriptorText()],
  ])('holds no %s', (_, body) => {
    expect(told(body)).toEqual([
      'fail: Unexpected a descriptor or package in an answer with status 404, expected nothing to install.',
    ])
  })

  it('is not a long page', () => {
    expect(told('x'.repeat(4_097))).toEqual([
      'fail: Unexpected 4097 octets with status 404, expected at most 4096.',
    ])
  })
})
