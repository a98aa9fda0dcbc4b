import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/one-message.ts'
import { ordered, pushed, si, toldOf } from './push-trace.ts'

const text = pushed({ kind: 'text', text: 'Look into your inbox' })

describe('an order', () => {
  it('leads to one message', () => {
    expect(toldOf(check, [ordered('offer'), ...pushed(si())])).toEqual([
      'pass: one message to +358401234567',
    ])
  })

  it('does not lead to two of different kinds', () => {
    expect(toldOf(check, [ordered('offer'), ...pushed(si()), ...text])).toEqual([
      'fail: Unexpected 2 different messages for one order, expected one.',
    ])
  })

  it('may lead to one that is handed in twice, its segments too', () => {
    const long = si({ text: 'Install '.repeat(30) })
    expect(toldOf(check, [ordered('offer'), ...pushed(si()), ...pushed(si())]).slice(0, 1)).toEqual(
      ['pass: one message to +358401234567'],
    )
    expect(toldOf(check, [ordered('offer'), ...pushed(long)])).toEqual([
      'pass: one message to +358401234567',
    ])
  })

  it('leads to the number that was asked for, however it is written', () => {
    const to = (number: string) => [{ ...ordered('offer'), to: number }, ...pushed(si())]
    expect(toldOf(check, to('00358401234567'))).toEqual(['pass: one message to 00358401234567'])
    expect(toldOf(check, to('+4412'))).toEqual([
      'fail: Unexpected a message to +358401234567, expected +4412.',
    ])
  })

  it('is judged by itself', () => {
    const facts = [ordered('offer'), ...pushed(si()), ordered('again'), ...text]
    expect(toldOf(check, facts)).toEqual(['pass: one message to +358401234567'])
  })

  it('that nothing came of is judged by others', () => {
    expect(toldOf(check, [ordered('offer')])).toEqual([
      'not-applicable: no message came of an order to the target',
    ])
  })
})
