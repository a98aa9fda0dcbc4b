import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/same-id-when-sent-again.ts'
import type { SketchedFact } from '../trace-builder.ts'
import { pushed, si, toldOf } from './push-trace.ts'

const order = (what: 'offer' | 'again'): SketchedFact => ({
  type: 'push.ordered',
  what,
  to: '+358401234567',
})

const twice = (first: string | undefined, second: string | undefined) => [
  order('offer'),
  ...pushed(si(first === undefined ? {} : { siId: first })),
  order('again'),
  ...pushed(si(second === undefined ? {} : { siId: second })),
]

describe('a link that is offered again', () => {
  it('has the id that it had', () => {
    expect(toldOf(check, twice('a', 'a'))).toEqual(['pass: the same id as before'])
    expect(toldOf(check, twice(undefined, undefined))).toEqual(['pass: the same id as before'])
  })

  it('has no other id', () => {
    expect(toldOf(check, twice('a', 'b'))).toEqual([
      'fail: Unexpected si-id "b" for a link that was offered before, expected "a", as then.',
    ])
  })

  it('is none where one order is sent twice, or another link', () => {
    const absent = 'not-applicable: no link was offered a second time to one phone'
    const again = [order('offer'), ...pushed(si({ siId: 'a' })), ...pushed(si({ siId: 'b' }))]
    expect(toldOf(check, again)).toEqual([absent])
    const other = [
      order('offer'),
      ...pushed(si({ siId: 'a' })),
      order('offer'),
      ...pushed(si({ siId: 'b', href: 'http://ota.test/other.jad' })),
    ]
    expect(toldOf(check, other)).toEqual([absent])
  })
})
