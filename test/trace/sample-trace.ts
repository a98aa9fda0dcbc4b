import type { CaseFacts, Exchange, TraceEvent, TraceFact } from '../../src/trace/events.ts'
import type { Trace } from '../../src/trace/trace.ts'

export const facts: CaseFacts = {
  scenario: 'install/plain',
  title: 'installs a suite',
  seed: 1,
  startsAt: '2006-03-01T09:00:00.000Z',
  profile: {
    id: 'midp2-plain',
    name: 'Plain MIDP 2.0',
    platform: 'midp',
    personality: 'strict',
    userAgent: 'Strict/1.0',
    midpProfiles: ['MIDP-2.0'],
    configurations: ['CLDC-1.1'],
  },
  target: {
    name: 'a target',
    hosts: ['ota.test'],
    clock: true,
    link: 'http://ota.test/demo.jad',
    links: [['updated', 'http://ota.test/demo.jad?build=2']],
    hasCredentials: false,
  },
  expect: { outcome: 'installed', report: 900 },
  needs: ['delete-notify'],
}

export const askedFacts: readonly TraceFact[] = [
  { type: 'target.asked', verb: 'clock', by: 'http', outcome: 'done', detail: '200' },
  { type: 'target.logged', lines: ['a', 'b'], cut: true },
]

export function octets(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

export type ExchangeFact = Omit<Exchange, 'seq' | 'at' | 'actor'>

export function exchangeFact(change: Partial<ExchangeFact> = {}): ExchangeFact {
  return {
    type: 'http.exchanged',
    purpose: 'descriptor',
    startedAt: 100,
    request: {
      method: 'GET',
      url: 'http://ota.test/demo.jad?a=1&b=%20',
      target: '/demo.jad?a=1&b=%20',
      version: '1.1',
      headers: [['Host', 'ota.test']],
      head: octets('GET /demo.jad?a=1&b=%20 HTTP/1.1\r\nHost: ota.test\r\n\r\n'),
      body: octets(''),
    },
    response: {
      status: 200,
      reason: 'OK',
      version: '1.1',
      headers: [['Content-Length', '12']],
      head: octets('HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n'),
      body: octets('MIDlet-1: a\n'),
    },
    measured: { ms: 1.5 },
    ...change,
  }
}

/** A trace of these facts, each 100 ms after the one before. */
export function traceOf(...between: readonly TraceFact[]): Trace {
  const all: readonly TraceFact[] = [
    { type: 'case.started', format: 1, facts },
    ...between,
    { type: 'case.ended', virtualMs: between.length * 100, measured: { ms: 7 } },
  ]
  const events: readonly TraceEvent[] = all.map((fact, seq) => ({
    seq,
    at: seq * 100,
    actor: 'handset',
    ...fact,
  }))
  return { events }
}
