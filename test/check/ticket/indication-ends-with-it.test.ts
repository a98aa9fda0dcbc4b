import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/indication-ends-with-it.ts'
import type { SketchedFact } from '../trace-builder.ts'
import { composePush } from '../../../src/wire/push/compose-push.ts'
import { encodeUdh } from '../../../src/wire/sms/udh.ts'
import { link, number, ordered, toldOf } from './ticket-trace.ts'

/** The case begins at 2006-01-02T12:00:00Z and the link is good for ten minutes. */
function indication(expires: string | undefined, created?: string): readonly SketchedFact[] {
  const { dataCoding, elements, octets } = composePush({
    kind: 'si',
    indication: {
      href: link,
      text: 'Install',
      info: [],
      ...(created && { created }),
      ...(expires && { expires }),
    },
  })
  return ordered(0).map((fact) =>
    fact.type === 'message.accepted'
      ? { ...fact, to: number, dataCoding, udh: encodeUdh(elements), octets }
      : fact,
  )
}

describe('the indication of a link for one phone', () => {
  it('expires with it', () => {
    expect(toldOf(check, indication('2006-01-02T12:10:00Z'))).toEqual([
      'pass: si-expires 2006-01-02T12:10:00Z',
    ])
  })

  it('does not outlive it', () => {
    expect(toldOf(check, indication('2006-01-02T13:00:00Z'))).toEqual([
      'fail: Unexpected si-expires 2006-01-02T13:00:00Z, 3000 s after the end of the link, expected no later than it.',
    ])
  })

  it('says when it ends, where the link ends', () => {
    expect(toldOf(check, indication(undefined))).toEqual([
      'fail: Unexpected an indication without si-expires of a link that ends, expected si-expires, no later than it.',
    ])
    expect(toldOf(check, indication(undefined), { clock: true })).toEqual([
      'inconclusive: it is not known when the link or the indication ends',
    ])
  })

  it('is dated by the clock of the server, where nobody moves it', () => {
    const promise = { ticketLifetimeMs: 600_000, clock: false }
    const expires = '2026-05-04T10:10:00Z'
    expect([
      ...toldOf(check, indication(expires, '2026-05-04T10:00:00Z'), promise),
      ...toldOf(check, indication(expires, '2026-05-04T09:50:00Z'), promise),
      ...toldOf(check, indication(expires), promise),
    ]).toEqual([
      `pass: si-expires ${expires}`,
      `fail: Unexpected si-expires ${expires}, 600 s after the end of the link, expected no later than it.`,
      'inconclusive: needs target clock: add verbs.clock to the target file, or play it with --clock wall',
    ])
  })

  it('is another matter than that of a text', () => {
    expect(toldOf(check, ordered(0))).toEqual([
      'not-applicable: no indication of a link for one phone was sent',
    ])
  })

  it('says nothing where the end of the link is not known', () => {
    expect(toldOf(check, indication('2006-01-02T13:00:00Z'), { clock: true })).toEqual([
      'inconclusive: it is not known when the link or the indication ends',
    ])
  })
})
