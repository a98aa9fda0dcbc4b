import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/sms/element-order.ts'
import { composePush } from '../../../src/wire/push/compose-push.ts'
import type { ComposedMessage } from '../../../src/wire/push/compose-push.ts'
import { handed, pushed, segmentsOf, si, toldOf } from '../push/push-trace.ts'

const long = si({ text: 'Install '.repeat(36) })

const altered = (change: (segment: ComposedMessage, index: number) => ComposedMessage) =>
  toldOf(
    check,
    segmentsOf(composePush(long)).flatMap((segment, index) => handed(change(segment, index))),
  )

describe('the elements of the headers of segments', () => {
  it('stand in one order', () => {
    expect(toldOf(check, pushed(long))).toEqual([
      'pass: ports of 16 bits before reference of 8 bits',
    ])
  })

  it('do not change places', () => {
    const told = altered((segment, index) =>
      index === 1 ? { ...segment, elements: segment.elements.toReversed() } : segment,
    )
    expect(told).toEqual([
      'fail: Unexpected reference of 8 bits before ports of 16 bits, expected ports of 16 bits before reference of 8 bits.',
    ])
  })

  it('may stand in the other order throughout', () => {
    const told = altered((segment) => ({ ...segment, elements: segment.elements.toReversed() }))
    expect(told).toEqual(['pass: reference of 8 bits before ports of 16 bits'])
  })

  it('are compared where there are segments for a port', () => {
    expect(toldOf(check, pushed(si()))).toEqual(['not-applicable: no push was sent in segments'])
  })
})
