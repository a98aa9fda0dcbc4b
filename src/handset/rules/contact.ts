/**
 * A client that runs connects to its server, which hears of a native installation in no other way. Which version it has said
 * before is in a file of its own. It tries again when coverage comes back, and else when it is started the next time (assumed:
 * nobody documents how often a client tries).
 */
import type { ClientEventFact, ContactOutcome } from '../../trace/client-events.ts'
import type { CarryOrder } from '../arrival.ts'
import type { Received } from '../behaviour.ts'
import type { Contact, ContactScript } from '../contact.ts'
import { findSuiteById, storesOf } from '../flash.ts'
import type { InstalledSuite } from '../flash.ts'
import type { Phone } from '../phone.ts'
import type { TcpOutcome } from '../ports.ts'

/** What came of it, as the way that was gone tells. */
export type ContactHeard =
  | { readonly kind: 'http'; readonly received: Received }
  | { readonly kind: 'tcp'; readonly outcome: TcpOutcome }

/** Clients that run and are to connect, the one that does first. */
export interface Running {
  readonly phone: Phone
  readonly running: readonly InstalledSuite[]
}

/** More programs do not run at once on such phones (assumed). */
const runningMax = 8

/** A program that runs is not started twice. */
export function addRunning({ running }: Running, suite: InstalledSuite): Pick<Running, 'running'> {
  const isThere = running.some(({ id }) => id === suite.id)
  return { running: isThere || running.length >= runningMax ? running : [...running, suite] }
}

/** Those that are still installed as they were. */
export function stillThere({ phone, running }: Running): Pick<Running, 'running'> {
  const flash = phone.storage.read()
  return { running: running.filter(({ id }) => findSuiteById(flash, id) !== undefined) }
}

export function firstDone({ running }: Running): Pick<Running, 'running'> {
  return { running: running.slice(1) }
}

export function contactOf({ phone, running }: Running): {
  readonly suite: InstalledSuite
  readonly contact: Contact
} {
  const [suite] = running
  const contact = suite && phone.clients(suite)
  if (suite === undefined || contact === undefined) throw new TypeError('no client is to connect')
  return { suite, contact }
}

export function orderOf({
  method,
  url,
  headers,
  body,
}: Extract<ContactScript, { kind: 'http' }>): CarryOrder {
  return {
    purpose: 'contact',
    request: {
      method,
      url,
      form: 'origin',
      version: '1.1',
      headers,
      framing: 'length',
      connection: 'close',
      ...(body === undefined ? {} : { body }),
    },
    expectedBytes: undefined,
    credentials: undefined,
    probe: undefined,
  }
}

interface End {
  readonly outcome: ContactOutcome
  readonly detail: string
}

export function endOf(script: ContactScript, heard: ContactHeard): End {
  if (heard.kind === 'tcp') return endOfTalk(heard.outcome)
  const { received } = heard
  if (received.kind === 'failure') return failed(received.cause, received.detail)
  const { status } = received
  const wanted = script.kind === 'http' ? script.status : undefined
  const isWelcome = wanted === undefined ? status >= 200 && status < 300 : status === wanted
  return { outcome: isWelcome ? 'accepted' : 'refused', detail: `status ${status}` }
}

function endOfTalk(heard: TcpOutcome): End {
  switch (heard.kind) {
    case 'held':
      return { outcome: 'accepted', detail: `${heard.received.length} octets came back` }
    case 'contradicted':
      return { outcome: 'refused', detail: heard.detail }
    case 'failure':
      return failed(heard.failure.cause, heard.failure.detail)
    default:
      return heard satisfies never
  }
}

function failed(cause: string, detail: string): End {
  return { outcome: cause === 'no-coverage' ? cause : 'failed', detail }
}

/** The file in which a client keeps the version that it has said. */
const ownFile = 'first-contact'

export function contactFact(running: Running, heard: ContactHeard): ClientEventFact {
  const { suite, contact } = contactOf(running)
  const { version, script } = contact
  const said = saidBefore(running.phone, suite)
  const again = said === version ? 'again' : 'update'
  const talk = heard.kind === 'tcp' ? heard.outcome : undefined
  return {
    type: 'client.contacted',
    suite: suite.subject,
    version,
    purpose: said === undefined ? 'first' : again,
    server: script.kind === 'http' ? script.url : `${script.host}:${script.port}`,
    ...endOf(script, heard),
    ...(talk && { sent: talk.sent, received: talk.received }),
  }
}

export function remember(running: Running, heard: ContactHeard): void {
  const { suite, contact } = contactOf(running)
  const { version, script } = contact
  const { phone } = running
  const isThere = findSuiteById(phone.storage.read(), suite.id) !== undefined
  if (!isThere || saidBefore(phone, suite) === version) return
  if (endOf(script, heard).outcome !== 'accepted') return
  const records = [new TextEncoder().encode(version)]
  phone.storage.commit({ kind: 'records written', suiteId: suite.id, store: ownFile, records })
}

function saidBefore({ storage }: Phone, { id }: InstalledSuite): string | undefined {
  const file = storesOf(storage.read(), id).find(({ name }) => name === ownFile)
  const [octets] = file?.records ?? []
  return octets && new TextDecoder().decode(octets)
}
