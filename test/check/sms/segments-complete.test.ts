import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/sms/segments-complete.ts'
import { composePush } from '../../../src/wire/push/compose-push.ts'
import { handed, pushed, segmentsOf, si, toldOf } from '../push/push-trace.ts'

const segments = segmentsOf(composePush(si({ text: 'Install '.repeat(40) })))

const told = (parts: typeof segments) =>
  toldOf(
    check,
    parts.flatMap((part) => handed(part)),
  )

describe('the segments of a message', () => {
  it('have a number each', () => {
    expect(told(segments)).toEqual(['pass: 3 segments, each under its own number'])
  })

  it('may come again', () => {
    expect(told([...segments.slice(0, 1), ...segments.slice(0, 2)])).toEqual([
      'inconclusive: segments 1, 1, 2 of 3: the others did not come',
    ])
  })

  it('do not share a number', () => {
    const parts = segments.map((part) => ({
      ...part,
      elements: part.elements.map((element) =>
        element.kind === 'concatenation' ? { ...element, sequence: 1 } : element,
      ),
    }))
    expect(told(parts)).toEqual([
      'fail: Unexpected segments 1, 1, 1 of 3, expected another number for each.',
    ])
  })

  it('are many', () => {
    expect(toldOf(check, pushed(si()))).toEqual(['not-applicable: no message was sent in segments'])
  })
})
