import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/uses.ts'
import type { CaseFacts, Header } from '../../../src/trace/events.ts'
import { packClient, specsOf } from '../../../src/reference/native/packages.ts'
import { caseFacts, exchanged, findings, traceOf } from '../trace-builder.ts'
import type { ExchangeSketch, SketchedFact } from '../trace-builder.ts'
import { delivered, lifetimeMs, link, links, ordered, opened, toldOf } from './ticket-trace.ts'

const used = [...ordered(0), opened(1000), delivered(2000)]
const gone = opened(60_000, { status: 404 })
const absent =
  'not-applicable: no link for one phone was opened again after its package was delivered'

function told(facts: readonly SketchedFact[], ticketUses?: 'many' | 'single'): readonly string[] {
  const promise = { ticketLifetimeMs: lifetimeMs }
  return toldOf(
    check,
    facts,
    ticketUses === undefined ? promise : { ...promise, policies: { ticketUses } },
  )
}

describe('a link for one phone whose package was delivered', () => {
  it.each([
    [
      'many',
      opened(60_000),
      'pass: status 200 after the package was delivered, as ticket-uses: many',
    ],
    [
      'many',
      gone,
      'fail: Unexpected status 404 after the package was delivered, expected what the link leads to (policies.ticket-uses: many).',
    ],
    ['many', opened(60_000, { status: 503 }), 'inconclusive: the server did not come to the link'],
    ['single', gone, 'pass: status 404 after the package was delivered, as ticket-uses: single'],
    [
      'single',
      opened(60_000),
      'fail: Unexpected status 200 after the package was delivered, expected 404 or 410 (policies.ticket-uses: single).',
    ],
    [
      'single',
      opened(60_000, { status: 410, headers: [['Content-Type', 'application/java-archive']] }),
      'fail: Unexpected status 410 after the package was delivered, expected 404 or 410 (policies.ticket-uses: single).',
    ],
    [
      'single',
      opened(60_000, { status: 500 }),
      'fail: Unexpected status 500 after the package was delivered, expected 404 or 410 (policies.ticket-uses: single).',
    ],
  ] as const)('with ticket-uses: %s is opened again (%#)', (ticketUses, again, said) => {
    expect(told([...used, again], ticketUses)).toEqual([said])
  })

  it.each([
    [opened(60_000), 200],
    [gone, 404],
  ] as const)('is judged by no policy where none is said (%#)', (again, status) => {
    expect(told([...used, again])).toEqual([
      `inconclusive: status ${status} after the package was delivered: whether that is right is a policy: add policies: { ticket-uses: many } or single to the target file`,
    ])
  })

  it.each([
    ['after its end', [...used, opened(700_000)]],
    ['after another order', [...used, ...ordered(30_000, links[1]), opened(60_000)]],
    ['before', [...ordered(0), opened(1000), opened(60_000)]],
  ])('is not judged %s', (_, facts) => {
    expect(told(facts, 'single')).toEqual([absent])
  })
})

const agent: Header = ['User-Agent', 'NokiaN95/11.0.026; Series60/3.1']
const fetched = (at: number, sketch: ExchangeSketch = {}) =>
  exchanged({
    purpose: 'package',
    url: link,
    body: packClient('sisx', specsOf({ major: 1, minor: 2, build: 0 })),
    requestHeaders: [agent],
    at,
    startedAt: at,
    ...sketch,
  })
const refetched = (sketch: ExchangeSketch) => fetched(60_000, { probe: 'package-again', ...sketch })

describe('a link for one native phone whose package was delivered', () => {
  const { profile, target } = caseFacts()
  const native: CaseFacts = {
    ...caseFacts(),
    profile: {
      ...profile,
      platform: 'symbian',
      symbian: { edition: 's60-3rd', osVersion: '9.1', productUids: [] },
    },
    target: { ...target, ticketLifetimeMs: lifetimeMs, policies: { ticketUses: 'single' } },
  }

  it.each([
    [
      'as before',
      refetched({ status: 404, body: '' }),
      'pass: status 404 after the package was delivered, as ticket-uses: single',
    ],
    [
      'as before, and given again',
      refetched({}),
      'fail: Unexpected status 200 after the package was delivered, expected 404 or 410 (policies.ticket-uses: single).',
    ],
    ['by another name', refetched({ requestHeaders: [['User-Agent', 'Opera/9.50']] }), absent],
    ['with other wishes', refetched({ requestHeaders: [agent, ['Accept', 'text/html']] }), absent],
    ['in part', refetched({ requestHeaders: [agent, ['Range', 'bytes=0-']] }), absent],
    ['with HEAD', refetched({ method: 'HEAD' }), absent],
  ] as const)('is asked for again %s', (_, again, said) => {
    const trace = traceOf([...ordered(0), fetched(1000), again], native)
    expect(findings(check, trace).map(({ verdict, reason }) => `${verdict}: ${reason}`)).toEqual([
      said,
    ])
  })
})
