/** A handset over a literal target that serves one suite, with time that runs until nothing is left to do. */
import { VirtualClock } from '../../src/adapters/clock-virtual.ts'
import { createMemoryStorage } from '../../src/adapters/storage-memory.ts'
import type { Behaviour } from '../../src/handset/behaviour.ts'
import type { Clients } from '../../src/handset/contact.ts'
import { emptyFlash } from '../../src/handset/flash.ts'
import type { Flash } from '../../src/handset/flash.ts'
import { createHandset } from '../../src/handset/handset.ts'
import type { HandsetEvent } from '../../src/handset/machines/handset-events.ts'
import { createInFlight } from '../../src/handset/in-flight.ts'
import { strict } from '../../src/handset/personalities/strict.ts'
import type { Browser, HttpRequest, Tcp } from '../../src/handset/ports.ts'
import { createRecorder } from '../../src/handset/recorder.ts'
import type { Profile } from '../../src/profile/profile.ts'
import { createVirtualDrive } from '../../src/run/drive.ts'
import type { TraceEventType } from '../../src/trace/events.ts'
import type { Trust } from '../../src/handset/trust.ts'
import { createLiteralHttp } from './literal-http.ts'
import type { LiteralAnswer } from './literal-http.ts'
import { plainProfile } from './plain-profile.ts'
import { makeDescriptor } from './rules/descriptor-maker.ts'
import { good } from './rules/package-maker.ts'

export const link = 'http://ota.test/suites/demo.jad'

const deleteNotify = { 'MIDlet-Delete-Notify': 'http://ota.test/d/1' }

/** A target that does everything right. */
export function serve({ url }: HttpRequest): LiteralAnswer {
  const { pathname } = new URL(url)
  if (pathname.endsWith('.jad')) {
    const body = makeDescriptor({ 'MIDlet-Jar-Size': String(good.length), ...deleteNotify })
    return { status: 200, headers: [['Content-Type', 'text/vnd.sun.j2me.app-descriptor']], body }
  }
  return pathname.endsWith('.jar')
    ? { status: 200, headers: [['Content-Type', 'application/java-archive']], body: good }
    : { status: 200 }
}

export function openHandset(
  options: {
    readonly answer?: (request: HttpRequest) => LiteralAnswer
    readonly behaviour?: Partial<Behaviour>
    readonly flash?: Flash
    readonly profile?: Profile
    readonly capacityBytes?: number
    readonly trust?: Trust
    readonly clients?: Clients
    readonly tcp?: Tcp
    readonly browser?: Browser
    readonly isAllowed?: (url: string) => boolean
  } = {},
) {
  const clock = new VirtualClock()
  const recorder = createRecorder(() => clock.now())
  const inFlight = createInFlight()
  const http = createLiteralHttp(options.answer ?? serve)
  const storage = createMemoryStorage(options.capacityBytes ?? 100_000, options.flash ?? emptyFlash)
  const faults: unknown[] = []
  const handset = createHandset({
    profile: options.profile ?? plainProfile,
    behaviour: { ...strict, ...options.behaviour },
    http,
    clock,
    storage,
    trust: options.trust,
    recorder,
    inFlight,
    clients: options.clients,
    tcp: options.tcp,
    browser: options.browser,
    isAllowed: options.isAllowed ?? (() => true),
    onFault: (cause) => faults.push(cause),
  })
  const drive = createVirtualDrive(clock, inFlight)
  const { events } = recorder.trace
  const has = (type: TraceEventType) => events.some((event) => event.type === type)
  return {
    handset,
    storage,
    faults,
    http,
    drive,
    events,
    /** Until something of the kind has happened, for an hour at most. */
    until: (type: TraceEventType) => drive.until(() => has(type), 3_600_000),
    async send(event: HandsetEvent) {
      handset.send(event)
      await drive.advance(0)
    },
    /** Until nothing is under way. */
    rest: () => drive.rest(86_400_000),
    /** What went to the target: `GET /suites/demo.jad`, `POST /n/1 900`. */
    sent: () =>
      http.requests.map(({ method, url, body }) =>
        [method, new URL(url).pathname, new TextDecoder().decode(body).slice(0, 3)]
          .join(' ')
          .trim(),
      ),
    told: () => events.map(({ type }) => type),
  }
}

export const accept: HandsetEvent = { type: 'user.answered', prompt: 'install', answer: 'accept' }
