import { describe, expect, test } from 'vitest'
import { VirtualClock } from '../../src/adapters/clock-virtual.ts'
import { WallClock } from '../../src/adapters/clock-wall.ts'
import { createMemoryStorage } from '../../src/adapters/storage-memory.ts'
import type { Behaviour } from '../../src/handset/behaviour.ts'
import type { Clients } from '../../src/handset/contact.ts'
import { emptyFlash } from '../../src/handset/flash.ts'
import type { Flash, QueuedReport } from '../../src/handset/flash.ts'
import { strict } from '../../src/handset/personalities/strict.ts'
import { playCall } from '../../src/run/call.ts'
import type { Errand } from '../../src/run/call.ts'
import type { UserAnswer } from '../../src/scenario/stage.ts'
import type { TraceEvent } from '../../src/trace/events.ts'
import { link, serve } from '../handset/handset-world.ts'
import { createLiteralHttp } from '../handset/literal-http.ts'
import type { LiteralAnswer } from '../handset/literal-http.ts'
import { plainProfile } from '../handset/plain-profile.ts'
import { plainSuite } from '../handset/plain-suite.ts'

const facts = {
  scenario: 'phone/call',
  title: 'A call',
  seed: 0,
  startsAt: '2026-03-01T09:00:00.000Z',
  profile: { ...plainProfile },
  target: {
    name: 'ota.test',
    hosts: ['ota.test'],
    clock: false,
    link,
    hasCredentials: false,
  },
  expect: {},
}

const report: QueuedReport = {
  id: 'report.1',
  kind: 'install',
  url: 'http://ota.test/n/1',
  code: 900,
  attempts: 0,
  suiteId: plainSuite.id,
}

async function call(
  errand: Errand,
  options: {
    readonly flash?: Flash
    readonly answer?: UserAnswer['answer']
    readonly typed?: UserAnswer['typed']
    readonly serve?: (path: string) => LiteralAnswer | undefined
    readonly behaviour?: Partial<Behaviour>
    readonly covered?: boolean
    readonly clients?: Clients
    readonly clock?: VirtualClock | WallClock
  } = {},
) {
  const storage = createMemoryStorage(100_000, options.flash ?? emptyFlash)
  const http = createLiteralHttp(
    (request) => options.serve?.(new URL(request.url).pathname) ?? serve(request),
  )
  const heard: TraceEvent[] = []
  const clock = options.clock ?? new VirtualClock()
  const world = { clock, http, storage, close: async () => {} }
  const played = await playCall(
    {
      errand,
      facts,
      profile: { ...plainProfile, radio: { latencyMs: 0, bytesPerSecond: Infinity } },
      behaviour: { ...strict, ...options.behaviour },
      roots: [],
      covered: options.covered ?? true,
      clients: options.clients,
      user: async () => ({
        answer: options.answer ?? 'accept',
        ...(options.typed && { typed: options.typed }),
      }),
      patienceMs: 300_000,
      onEvent: (event) => heard.push(event),
    },
    world,
  )
  const { events } = played.trace
  return {
    ...played,
    heard,
    flash: storage.read(),
    told: events.map(({ type }) => type),
    settled: events.find((event) => event.type === 'install.settled'),
    sent: http.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
  }
}

const open: Errand = { kind: 'open', url: link }

describe('a call', () => {
  test('opens a link, installs what the user accepts, reports it and puts the phone aside', async () => {
    const { flash, told, sent, heard, trace } = await call(open)
    expect(flash.suites.map(({ subject }) => subject.name)).toEqual(['Demo'])
    expect(flash.reports).toEqual([])
    expect(sent).toEqual(['GET /suites/demo.jad', 'GET /suites/demo.jar', 'POST /n/1'])
    expect([told[0], told[1], told.at(-2), told.at(-1)]).toEqual([
      'case.started',
      'power.changed',
      'power.changed',
      'case.ended',
    ])
    expect(heard).toEqual(trace.events)
  })

  test('tells the user what refusing leads to', async () => {
    const { settled, flash } = await call(open, { answer: 'refuse' })
    expect(settled).toMatchObject({ outcome: 'cancelled', code: 902 })
    expect(flash.suites).toEqual([])
  })

  test.each([
    [
      'with a link that the phone installs from',
      '<a href="about">About</a><a href="demo.jad">Get</a>',
    ],
    ['that goes on by itself', '<meta http-equiv="refresh" content="2;url=demo.jad">'],
  ])('goes on from a page %s', async (_, page) => {
    const html: LiteralAnswer = {
      status: 200,
      headers: [['Content-Type', 'text/html']],
      body: new TextEncoder().encode(page),
    }
    const { settled, sent } = await call(
      { kind: 'open', url: 'http://ota.test/suites/get' },
      { serve: (path) => (path === '/suites/get' ? html : undefined) },
    )
    expect(settled).toMatchObject({ outcome: 'installed' })
    expect(sent.slice(0, 2)).toEqual(['GET /suites/get', 'GET /suites/demo.jad'])
  })

  test('leaves a page whose links the user does not want', async () => {
    const html: LiteralAnswer = {
      status: 200,
      headers: [['Content-Type', 'text/html']],
      body: new TextEncoder().encode('<a href="demo.jad">Get</a>'),
    }
    const { settled, sent } = await call(open, { answer: 'refuse', serve: () => html })
    expect(settled).toMatchObject({ outcome: 'cancelled' })
    expect(sent).toEqual(['GET /suites/demo.jad'])
  })

  test('first sends what was never sent, and only then does its errand', async () => {
    const flash = { ...emptyFlash, suites: [plainSuite], reports: [report], lastId: 1 }
    const { told, sent } = await call({ kind: 'launch', suite: plainSuite }, { flash })
    expect(sent).toEqual(['POST /n/1'])
    expect(told.indexOf('report.delivered')).toBeLessThan(told.indexOf('suite.launched'))
  })

  test('does not send on waking what has been tried before', async () => {
    const reports = [{ ...report, attempts: 1 }]
    const flash = { ...emptyFlash, suites: [plainSuite], reports, lastId: 1 }
    expect((await call({ kind: 'wake' }, { flash })).sent).toEqual([])
    expect((await call({ kind: 'launch', suite: plainSuite }, { flash })).sent).toEqual([
      'POST /n/1',
    ])
  })

  test('waits until a client that was started has talked to its server', async () => {
    const flash = { ...emptyFlash, suites: [plainSuite], lastId: 1 }
    const server = { method: 'GET', url: 'http://ota.test/hello', headers: [] } as const
    const {
      told,
      sent,
      flash: after,
    } = await call(
      { kind: 'launch', suite: plainSuite },
      {
        flash,
        serve: () => ({ status: 200 }),
        clock: new WallClock(),
        clients: () => ({
          version: '1.0.0',
          script: { kind: 'http', ...server, body: undefined, status: undefined },
        }),
      },
    )
    expect(sent).toEqual(['GET /hello'])
    expect(told.indexOf('suite.launched')).toBeLessThan(told.indexOf('client.contacted'))
    expect(after.stores.map(({ name }) => name)).toEqual(['first-contact'])
  })

  test('sends nothing without coverage, and keeps what it owes', async () => {
    const flash = { ...emptyFlash, suites: [plainSuite], reports: [report], lastId: 1 }
    const launch: Errand = { kind: 'launch', suite: plainSuite }
    const { sent, told, flash: after } = await call(launch, { flash, covered: false })
    expect(sent).toEqual([])
    expect(told).toContain('suite.launched')
    expect(after.reports).toEqual([report])
  })

  test('removes a suite that the user lets go, and owes the report of that', async () => {
    const suite = { ...plainSuite, deleteNotify: 'http://ota.test/d/1' }
    const flash = { ...emptyFlash, suites: [suite], lastId: 1 }
    const removal: Errand = { kind: 'remove', suite }
    expect((await call(removal, { flash, answer: 'refuse' })).flash).toEqual(flash)
    const { flash: after } = await call(removal, { flash })
    expect(after.suites).toEqual([])
    expect(after.reports.map(({ code, attempts }) => [code, attempts])).toEqual([[912, 0]])
  })

  test.each([
    ['virtual', () => new VirtualClock()],
    ['wall', () => new WallClock()],
  ])('on the %s clock does not wait for the next attempt at a report', async (_, makeClock) => {
    const clock = makeClock()
    const { flash, virtualMs } = await call(open, {
      clock,
      behaviour: { retrySchedule: () => 3_600_000 },
      serve: (path) => (path === '/n/1' ? { status: 500 } : undefined),
    })
    if (clock instanceof WallClock) clock.close()
    expect(flash.reports.map(({ code, attempts }) => [code, attempts])).toEqual([[900, 1]])
    expect(virtualMs).toBeLessThan(60_000)
  })

  test('stops the phone when it is busy for too long', async () => {
    const { settled, virtualMs } = await call(open, {
      behaviour: { nextMove: () => ({ kind: 'wait', ms: 3_600_000 }) },
    })
    expect(settled).toMatchObject({ outcome: 'dead-end' })
    expect(virtualMs).toBe(300_000)
  })

  test('contacts no other host, wherever the server leads', async () => {
    const { sent, settled } = await call(open, {
      serve: (path) =>
        path.endsWith('.jad')
          ? { status: 302, headers: [['Location', 'http://elsewhere.test/a.jad']] }
          : undefined,
    })
    expect(sent).toEqual(['GET /suites/demo.jad'])
    expect(settled).toMatchObject({ outcome: 'dead-end' })
  })

  test('ends with the error of a machine that threw, and tells it in the trace', async () => {
    const { fault, trace } = await call(open, {
      behaviour: {
        acceptsAsDescriptor: () => {
          throw new TypeError('broken')
        },
      },
    })
    expect(fault?.message).toMatch(/^the handset failed: .*\n?.*broken$/)
    expect(trace.events.at(-1)).toMatchObject({
      type: 'case.ended',
      error: { code: 'run/machine' },
    })
  })

  test('ends where a phone asks without end', async () => {
    const { fault } = await call(open, {
      typed: { kind: 'right', user: 'a', password: 'b' },
      behaviour: { asksForCredentials: () => true },
      serve: () => ({ status: 401, headers: [['WWW-Authenticate', 'Basic realm="a"']] }),
    })
    expect(fault?.message).toBe('the phone asked questionsMax = 100 times')
  })
})
