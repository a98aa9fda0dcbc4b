import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/newer-when-sent-again.ts'
import type { ServiceIndication } from '../../../src/wire/push/service-indication.ts'
import { caseFacts } from '../trace-builder.ts'
import { ordered, pushed, si, toldOf } from './push-trace.ts'

const first = '2006-01-02T11:00:00Z'
const second = '2006-01-02T11:00:01Z'

/** Two orders, a minute apart. */
const twice = (a: Partial<ServiceIndication>, b: Partial<ServiceIndication>) => [
  { ...ordered('offer'), at: 0 },
  ...pushed(si({ siId: 'a', ...a })),
  { ...ordered('again'), at: 60_000 },
  ...pushed(si({ siId: 'a', ...b })),
]

const absent = ['not-applicable: no indication came a second time under its id']

describe('an indication that is sent again', () => {
  it('is dated later than before', () => {
    expect(toldOf(check, twice({ created: first }, { created: second }))).toEqual([
      `pass: created ${second}, after ${first}`,
    ])
  })

  it('is not as old as before, or older', () => {
    for (const created of [first, '2006-01-02T10:00:00Z']) {
      expect(toldOf(check, twice({ created: first }, { created }))).toEqual([
        `fail: Unexpected created ${created}, expected a date after ${first}.`,
      ])
    }
  })

  it('has a date, each time', () => {
    const told = [
      'fail: Unexpected an indication without a date of creation, expected created, as it is sent more than once.',
    ]
    expect(toldOf(check, twice({}, {}))).toEqual(told)
    expect(toldOf(check, twice({ created: first }, {}))).toEqual(told)
    expect(toldOf(check, twice({}, { created: second }))).toEqual(told)
  })

  it('is known by its link where it has no id', () => {
    const [offer, again] = [
      { ...ordered('offer'), at: 0 },
      { ...ordered('again'), at: 60_000 },
    ]
    expect(
      toldOf(check, [
        offer,
        ...pushed(si({ created: second })),
        again,
        ...pushed(si({ created: first })),
      ]),
    ).toEqual([`fail: Unexpected created ${first}, expected a date after ${second}.`])
  })

  it('is judged by another check where its date is none', () => {
    const [valid, february] = [{ created: first }, { created: '2006-02-30T09:00:00Z' }]
    expect(toldOf(check, twice(valid, february))).toEqual(absent)
    expect(toldOf(check, twice(february, february))).toEqual(absent)
  })

  it('is another one under another id', () => {
    expect(toldOf(check, twice({ created: first }, { siId: 'b', created: first }))).toEqual(absent)
  })

  it('may be handed in twice for one order, whose answer was lost', () => {
    const one = si({ siId: 'a', created: first })
    expect(toldOf(check, [ordered('offer'), ...pushed(one), ...pushed(one)])).toEqual(absent)
  })

  it('may have its date again where the clock of the server had no time to go on', () => {
    const facts = twice({ created: first }, { created: first })
    const { target } = caseFacts()
    expect(toldOf(check, facts, { target: { ...target, clock: false } })).toEqual(absent)
    const atOnce = facts.map((fact) => ('at' in fact ? { ...fact, at: 0 } : fact))
    expect(toldOf(check, atOnce)).toEqual(absent)
  })
})
