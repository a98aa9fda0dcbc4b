import { hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DataError } from '../../src/errors.ts'
import type { TraceFact } from '../../src/trace/events.ts'
import { formatTrace, hashTrace, parseTrace } from '../../src/trace/jsonl.ts'
import { askedFacts, exchangeFact, facts, octets, traceOf } from './sample-trace.ts'

const suite = { vendor: 'Acme', name: 'Demo', version: '1.0.0' }
const network = {
  did: 'answered 503 in place of the target',
  reachedTarget: false,
  delivered: { status: 503, headers: [], body: octets('busy') },
}
const { request } = exchangeFact()

const everyFact: readonly TraceFact[] = [
  { type: 'step.started', step: 0, verb: 'open' },
  { type: 'step.failed', step: 0, verb: 'open', reason: 'no link' },
  { type: 'power.changed', on: true },
  { type: 'coverage.changed', covered: false },
  { type: 'habit.worn', quirks: ['absolute-form'] },
  ...askedFacts,
  { type: 'link.opened', url: 'http://ota.test/demo.jad' },
  { type: 'link.dead', url: 'http://ota.test/demo.jad', reason: '404' },
  exchangeFact(),
  { type: 'http.exchanged', purpose: 'package', startedAt: 900, request, network },
  {
    type: 'http.exchanged',
    purpose: 'install-report',
    startedAt: 900,
    request,
    failure: { cause: 'reset', detail: 'closed' },
    credentials: 'wrong',
    probe: 'missing-package',
  },
  { type: 'prompt.shown', prompt: 'install', text: 'Install Demo?' },
  { type: 'prompt.answered', prompt: 'install', answer: 'yes' },
  { type: 'descriptor.accepted', url: 'http://ota.test/demo.jad', suite },
  { type: 'install.started', url: 'http://ota.test/demo.jar', packageOnly: false },
  { type: 'install.settled', outcome: 'refused', code: 906, reason: 'no size', suite },
  { type: 'suite.installed', suite, bytes: 60_000 },
  { type: 'suite.launched', suite },
  { type: 'suite.removed', suite },
  { type: 'report.queued', id: 'r1', kind: 'install', url: 'http://ota.test/n', code: 900 },
  { type: 'report.delivered', id: 'r1', attempts: 1 },
  { type: 'report.kept', id: 'r1', attempts: 1, reason: 'no coverage' },
  { type: 'report.abandoned', id: 'r1', attempts: 5, reason: 'too many' },
]

function parseLine(line: string): { readonly type: string } {
  const parsed: { readonly type: string } = JSON.parse(line)
  return parsed
}

function complaintOf(text: string): DataError {
  try {
    parseTrace(text, 'a.jsonl')
  } catch (error) {
    if (error instanceof DataError) return error
    throw error
  }
  throw new Error('it was read')
}

/** The sample trace with one line changed; lines count from 1. */
function withLine(number: number, change: (line: string) => string): string {
  const lines = formatTrace(traceOf(exchangeFact())).split('\n')
  return lines.map((line, index) => (index + 1 === number ? change(line) : line)).join('\n')
}

describe('writing', () => {
  test('stores octets once, before the line that names them', () => {
    const twice = traceOf(exchangeFact(), exchangeFact())
    const lines = formatTrace(twice).trimEnd().split('\n').map(parseLine)
    expect(lines.map(({ type }) => type)).toEqual([
      'case.started',
      'octets',
      'octets',
      'octets',
      'octets',
      'http.exchanged',
      'http.exchanged',
      'case.ended',
    ])
    expect(lines[4]).toEqual({
      type: 'octets',
      sha256: hash('sha256', 'MIDlet-1: a\n'),
      base64: Buffer.from('MIDlet-1: a\n').toString('base64'),
    })
    expect(lines[5]).toMatchObject({
      response: { body: { $octets: hash('sha256', 'MIDlet-1: a\n') } },
    })
  })

  test('begins with the facts and the format', () => {
    const [first = ''] = formatTrace(traceOf()).split('\n')
    expect(JSON.parse(first)).toEqual({
      seq: 0,
      at: 0,
      actor: 'handset',
      type: 'case.started',
      format: 1,
      facts,
    })
  })
})

describe('reading', () => {
  test('gives back every kind of event', () => {
    const trace = traceOf(...everyFact)
    expect(parseTrace(formatTrace(trace))).toEqual(trace)
  })

  test('gives back any octets', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), fc.string(), (head, body, url) => {
        const trace = traceOf(exchangeFact({ request: { ...request, url, head, body } }))
        expect(parseTrace(formatTrace(trace))).toEqual(trace)
      }),
    )
  })

  test('reads a trace that was cut between two lines as far as it goes', () => {
    const trace = traceOf(exchangeFact())
    const lines = formatTrace(trace).trimEnd().split('\n').slice(0, -1)
    expect(parseTrace(`${lines.join('\n')}\n`)).toEqual({ events: trace.events.slice(0, -1) })
  })

  test.each([
    { of: 'nothing', text: '', place: 'a.jsonl:1:1', says: 'empty trace' },
    {
      of: 'a line cut short',
      text: formatTrace(traceOf()).slice(0, 100),
      place: 'a.jsonl:1:101',
      says: 'expected one JSON object on the line',
    },
    {
      of: 'a line that is no JSON',
      text: withLine(6, () => '{"seq":1,]}'),
      place: 'a.jsonl:6:10',
      says: 'expected one JSON object on the line',
    },
    {
      of: 'a line that is no event',
      text: withLine(6, () => '7'),
      place: 'a.jsonl:6:1',
      says: 'Unexpected line without "type", expected an event',
    },
    {
      of: 'a trace that begins elsewhere',
      text: '{"seq":0,"at":0,"actor":"a","type":"power.changed","on":true}\n',
      place: 'a.jsonl:1:1',
      says: 'Unexpected power.changed as the first event, expected case.started',
    },
    {
      of: 'a later format',
      text: withLine(1, (line) => line.replace('"format":1', '"format":2')),
      place: 'a.jsonl:1:1',
      says: 'format: Unexpected 2, expected 1',
    },
    {
      of: 'an event from elsewhere',
      text: withLine(6, (line) => line.replace('http.exchanged', 'call.received')),
      place: 'a.jsonl:6:1',
      says: 'type: Unexpected "call.received", expected an event of trace format 1',
    },
    {
      of: 'an event of the name of a method',
      text: withLine(6, () => '{"type":"toString"}'),
      place: 'a.jsonl:6:1',
      says: 'type: Unexpected "toString", expected an event of trace format 1',
    },
    {
      of: 'octets that are not theirs',
      text: withLine(5, (line) => line.replace('TUlE', 'TUlF')),
      place: 'a.jsonl:5:1',
      says: `expected ${hash('sha256', 'MIDlet-1: a\n')}`,
    },
    {
      of: 'octets that are not there',
      text: withLine(5, () => '{"type":"octets","sha256":1}'),
      place: 'a.jsonl:5:1',
      says: 'Unexpected octets line, expected "sha256" and "base64"',
    },
    {
      of: 'octets named before they come',
      text: withLine(6, (line) => line.replace(hash('sha256', 'MIDlet-1: a\n'), 'abc')),
      place: 'a.jsonl:6:1',
      says: 'Unexpected octets abc, expected the name of an octets line above',
    },
    {
      of: 'a text in place of octets',
      text: withLine(6, (line) =>
        line.replace(`{"$octets":"${hash('sha256', 'MIDlet-1: a\n')}"}`, '"a"'),
      ),
      place: 'a.jsonl:6:1',
      says: 'response.body: Unexpected "a", expected {"$octets":"…"}',
    },
    {
      of: 'a missing field',
      text: withLine(6, (line) => line.replace('"method":"GET",', '')),
      place: 'a.jsonl:6:1',
      says: 'request.method: Unexpected absence, expected a value',
    },
    {
      of: 'an unknown field',
      text: withLine(6, (line) => line.replace('"method"', '"__proto__":{},"method"')),
      place: 'a.jsonl:6:1',
      says: 'request: Unexpected field "__proto__"',
    },
    {
      of: 'a header without a value',
      text: withLine(6, (line) => line.replace('["Host","ota.test"]', '["Host"]')),
      place: 'a.jsonl:6:1',
      says: 'request.headers[0]: Unexpected length 1, expected 2',
    },
    {
      of: 'a status that is no number',
      text: withLine(6, (line) => line.replace('"status":200', '"status":"200"')),
      place: 'a.jsonl:6:1',
      says: 'response.status: Unexpected "200", expected a whole number of at least 0',
    },
    {
      of: 'lists without end',
      text: withLine(6, () => `{"type":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
      place: 'a.jsonl:6:1',
      says: 'type: Unexpected list, expected an event of trace format 1',
    },
    {
      of: 'a gap',
      text: withLine(6, (line) => line.replace('"seq":1', '"seq":2')),
      place: 'a.jsonl:6:1',
      says: 'seq: Unexpected 2, expected 1',
    },
    {
      of: 'time that runs backwards',
      text: withLine(7, (line) => line.replace('"at":200', '"at":99')),
      place: 'a.jsonl:7:1',
      says: 'at: Unexpected 99, expected at least 100 as in the event before',
    },
    {
      of: 'a beginning without an instant',
      text: withLine(1, (line) => line.replace('2006-03-01T09:00:00.000Z', 'soon')),
      place: 'a.jsonl:1:1',
      says: 'facts.startsAt: Unexpected "soon", expected an ISO 8601 instant',
    },
  ])('complains of $of at its place', ({ text, place, says }) => {
    const complaint = complaintOf(text)
    expect(complaint).toMatchObject({ place, hint: expect.stringContaining('ota run') })
    expect(complaint.message).toContain(says)
  })

  test('answers any text with a trace or a complaint', () => {
    const whole = formatTrace(traceOf(...everyFact))
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.nat(40),
        fc.oneof(fc.string(), fc.constantFrom('{', '}', '"', 'null', '[]', '1e999', '\n')),
        (at, length, put) => {
          const text = whole.slice(0, at) + put + whole.slice(at + length)
          let ending = 'read'
          try {
            parseTrace(text)
          } catch (error) {
            ending = error instanceof DataError ? 'complained' : String(error)
          }
          expect(['read', 'complained']).toContain(ending)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('hashing', () => {
  test('leaves wall-clock figures out', () => {
    const slow = exchangeFact({ measured: { ms: 99 } })
    expect(hashTrace(traceOf(slow))).toBe(hashTrace(traceOf(exchangeFact())))
  })

  test('tells bodies apart', () => {
    const other = exchangeFact({ request: { ...request, body: octets('x') } })
    expect(hashTrace(traceOf(other))).not.toBe(hashTrace(traceOf(exchangeFact())))
  })

  test('is the same for a trace that was written and read', () => {
    const trace = traceOf(...everyFact)
    expect(hashTrace(parseTrace(formatTrace(trace)))).toBe(hashTrace(trace))
  })

  test('is the SHA-256 of the event lines without `measured`', () => {
    const lines = formatTrace(traceOf(exchangeFact()))
      .split('\n')
      .filter((line) => !line.includes('"type":"octets"'))
      .map((line) => line.replace(/,"measured":\{[^}]*\}/, ''))
    expect(hashTrace(traceOf(exchangeFact()))).toBe(hash('sha256', lines.join('\n')))
  })
})
