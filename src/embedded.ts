/** The reference server as a target that needs no socket: its clock is the handset's. */
import { createHttpUndici } from './adapters/http-undici.ts'
import { createSocketPair } from './adapters/in-memory-socket.ts'
import type { InMemorySocket } from './adapters/in-memory-socket.ts'
import { createTcpTalk } from './adapters/tcp-talk.ts'
import type { Storage } from './handset/flash.ts'
import { createInFlight } from './handset/in-flight.ts'
import type { Tcp } from './handset/ports.ts'
import { createOperator } from './network/operator.ts'
import type { Operator, OperatorParts } from './network/operator.ts'
import { createProfileHost } from './network/profile-host.ts'
import type { ProfileHost } from './network/profile-host.ts'
import type { ProfileSource } from './reference/native/profile-reader.ts'
import type { Fault } from './reference/fault.ts'
import { createServer } from './reference/listen.ts'
import { statusWords } from './reference/native/answer-status.ts'
import { contactAt } from './reference/native/answer-contact.ts'
import { pushAccount } from './reference/push/account.ts'
import { createPusher } from './reference/push/pusher.ts'
import { ticketedDraft } from './reference/push/ticketed-draft.ts'
import { usualPolicies } from './reference/policies.ts'
import { createReference } from './reference/reference.ts'
import { openSecureDoor } from './reference/tls/secure-door.ts'
import type { SecureDoor } from './reference/tls/secure-door.ts'
import type { Reference } from './reference/reference.ts'
import type { World } from './run/case.ts'
import { phoneNumber } from './run/case-network.ts'
import type { PushOrder } from './scenario/push-order.ts'
import type { Target } from './target/target.ts'
import type { VerbOutcome } from './target/verbs/verb.ts'
import type { Verbs } from './target/verbs/verbs.ts'
import { testRoots } from './test-authority/authority.ts'
import { writeCertificate } from './test-authority/certificate-writer.ts'
import { serverRoot } from './test-authority/servers.ts'
import { parseCertificate } from './wire/certificate.ts'
import type { PushDraft } from './wire/push/compose-push.ts'

const origin = 'http://reference.test'
const referenceHost = new URL(origin).host
const httpsPort = 443

/** An answer that does not come at once never comes. */
const embeddedReplyMs = 300

const { links, credentials, suite, ticketLifetimeMs } = createReference({ origin, now: () => 0 })

export const embeddedTarget: Target = {
  name: 'embedded reference server',
  links: new Map([...Object.entries(links), ['secure', secure(links.demo)]]),
  hosts: [referenceHost],
  roots: testRoots().map(({ domain, octets }) => ({
    domain,
    certificate: parseCertificate(octets),
  })),
  tls: { roots: [parseCertificate(writeCertificate(serverRoot))] },
  suite,
  credentials,
  clock: true,
  ticketLifetimeMs,
  policies: usualPolicies,
  firstContact: contactAt(origin),
  embedded: true,
}

export async function openEmbeddedWorld(parts: {
  readonly clock: World['clock']
  readonly storage: Storage
  readonly startsAt: string
  readonly fault: Fault | undefined
  readonly policies: Target['policies'] | undefined
  readonly replyTimeoutMs: number | undefined
}): Promise<World> {
  const { clock, storage, fault } = parts
  const startsAtMs = Date.parse(parts.startsAt)
  const profileHost = createProfileHost()
  const reference = createReference({
    origin,
    now: () => startsAtMs + clock.now(),
    ...(fault === undefined ? {} : { fault }),
    policies: parts.policies,
    outside: { profiles: sourceAt(profileHost) },
  })
  const inFlight = createInFlight()
  const doors = openDoors(reference, fault)
  const network = openNetwork(clock, startsAtMs, {
    dial: ({ host }) => (host === referenceHost ? doors.dial() : undefined),
    track: (effect) => inFlight.track(effect),
  })
  const pusher = createPusher({
    connect: connectTo(network),
    sendDatagram: (octets, source) => network.hearDatagram(octets, source),
    timers: clock,
    startsAtMs,
    origin,
    track: (effect) => inFlight.track(effect),
    fault: fault?.pushing,
  })
  const http = createHttpUndici({
    connect: (_host, port, inFlightBytesMax) => doors.dial(port, inFlightBytesMax),
    limits: { idleMsMax: parts.replyTimeoutMs ?? embeddedReplyMs },
  })
  return {
    clock,
    storage,
    http,
    tcp: openLines(reference, doors, parts.replyTimeoutMs),
    network,
    // In here the hosts of all makers are there.
    uaprof: { host: profileHost, addressOf: (url) => url },
    inFlight,
    feelsPace: true,
    push(order) {
      const draft = draftOf(reference, order)
      return pusher.push({ ...order, draft: fault?.draft?.(draft) ?? draft })
    },
    verbs: verbsOf(reference),
    async close() {
      pusher.close()
      network.close()
      await http.close()
      doors.close()
    },
  }
}

/** Time stands still while a host is silent: who waits for a while learns at once that nothing comes. */
function sourceAt(host: ProfileHost): ProfileSource {
  return {
    load: async (url, { msMax, bytesMax }) => {
      const reply = host.ask({ url, by: 'the reference server' })
      if (reply.kind === 'silence' && !Number.isFinite(msMax)) return new Promise(() => {})
      if (reply.kind !== 'answer') return { kind: 'nothing', reason: 'no answer' }
      const { status, octets } = reply
      if (status !== 200) return { kind: 'nothing', reason: `HTTP status ${status}` }
      return octets.length > bytesMax
        ? { kind: 'nothing', reason: `longer than ${bytesMax} octets` }
        : { kind: 'document', octets }
    },
  }
}

type Connection = Parameters<SecureDoor['take']>[0]

interface Doors {
  /** Plain HTTP, but where https is expected. */
  dial(port?: number, inFlightBytesMax?: number): InMemorySocket
  close(): void
}

function openDoors(reference: Reference, fault: Fault | undefined): Doors {
  const server = createServer(reference)
  const serve = (connection: Connection) => void server.emit('connection', connection)
  const door = openSecureDoor({ host: referenceHost, fault, serve })
  return {
    dial: (port, inFlightBytesMax) =>
      joinTo(port === httpsPort ? door.take : serve, inFlightBytesMax),
    close() {
      door.close()
      server.close()
      server.closeAllConnections()
    },
  }
}

/** To clients that speak no HTTP, and for handshakes. */
function openLines({ takeContact }: Reference, { dial }: Doors, totalMsMax = embeddedReplyMs): Tcp {
  return createTcpTalk({
    connect: ({ port }) => (port === httpsPort ? dial(port) : joinTo(takeContact)),
    limits: { totalMsMax },
  })
}

function secure(url: string): string {
  return url.replace(/^http:/, 'https:')
}

function draftOf(reference: Reference, { ticket, app, to, draft, link }: PushOrder): PushDraft {
  const issued =
    ticket && app !== undefined ? reference.orderTicket({ number: to, app }) : undefined
  return issued === undefined ? draft : ticketedDraft(draft, link, issued)
}

/**
 * The reference publishes and cancels when it is asked to, and says what it shows; its clock needs no telling, and each case has
 * one of its own.
 */
function verbsOf({ publish, cancelOrders, statusOf }: Reference): Verbs {
  const known: ReadonlySet<string> = new Set(['cancel', 'publish', 'status'])
  const told = (isDone: boolean): VerbOutcome =>
    isDone
      ? { kind: 'done', detail: 'the reference did it', output: '' }
      : { kind: 'failed', cause: 'refused', detail: 'the reference knows nothing of it' }
  return {
    has: (verb) => known.has(verb),
    by: (verb) => (known.has(verb) ? 'built-in' : undefined),
    uses: () => false,
    statusWords: {
      waiting: [statusWords.waiting],
      downloaded: [statusWords.downloaded],
      installed: [statusWords.installed],
    },
    async ask(verb, { app = '', 'ticket.link': link = '', 'handset.msisdn': number = '' }) {
      if (verb === 'status') {
        return { kind: 'done', detail: 'the reference', output: statusWords[statusOf(app)] }
      }
      if (verb === 'publish') return told(publish(app))
      return told(cancelOrders(link === '' ? { number, app } : { link }))
    },
  }
}

/** To each bearer of the network. */
function connectTo(network: Operator) {
  return {
    smsc: () => joinTo((far) => network.serveSmsc(far)),
    ppg: () => joinTo((far) => network.servePpg(far)),
    smsHttp: () => joinTo((far) => network.serveSmsHttp(far)),
  }
}

/** A connection in memory, whose far end somebody serves. */
function joinTo(serve: (far: InMemorySocket) => void, inFlightBytesMax?: number): InMemorySocket {
  const [near, far] = createSocketPair(inFlightBytesMax)
  serve(far)
  return near
}

/** The operator's network that stands between the reference and the phone. */
export function openNetwork(
  clock: World['clock'],
  startsAtMs: number,
  ways: Pick<OperatorParts, 'dial' | 'track'> = {},
): Operator {
  const { systemId: name, password } = pushAccount
  const accounts = [{ name, password }]
  return createOperator({ clock, startsAtMs, accounts, datagramsFor: phoneNumber, ...ways })
}
