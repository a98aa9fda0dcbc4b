/** The reference server as a target that needs no socket: its clock is the handset's. */
import { createHttpUndici } from './adapters/http-undici.ts'
import { createSocketPair } from './adapters/in-memory-socket.ts'
import type { Storage } from './handset/flash.ts'
import { createOperator } from './network/operator.ts'
import type { Operator } from './network/operator.ts'
import type { Fault } from './reference/fault.ts'
import { createServer } from './reference/listen.ts'
import { createPusher, pushAccount } from './reference/push/pusher.ts'
import { ticketedDraft } from './reference/push/ticketed-draft.ts'
import { createReference } from './reference/reference.ts'
import type { Reference } from './reference/reference.ts'
import type { World } from './run/case.ts'
import type { PushOrder } from './scenario/push-order.ts'
import type { Target } from './target/target.ts'
import type { Verbs } from './target/verbs/verbs.ts'
import { testRoots } from './test-authority/authority.ts'
import { parseCertificate } from './wire/certificate.ts'
import type { PushDraft } from './wire/push/compose-push.ts'

const origin = 'http://reference.test'

/** An answer that does not come at once never comes. */
const embeddedReplyMs = 300

const { links, credentials, suite, ticketLifetimeMs } = createReference({ origin, now: () => 0 })

export const embeddedTarget: Target = {
  name: 'embedded reference server',
  links: new Map(Object.entries(links)),
  hosts: [new URL(origin).host],
  roots: testRoots().map(({ domain, octets }) => ({
    domain,
    certificate: parseCertificate(octets),
  })),
  suite,
  credentials,
  clock: true,
  ticketLifetimeMs,
  embedded: true,
}

export async function openEmbeddedWorld(parts: {
  readonly clock: World['clock']
  readonly storage: Storage
  readonly startsAt: string
  readonly fault: Fault | undefined
  readonly replyTimeoutMs: number | undefined
}): Promise<World> {
  const { clock, storage, fault } = parts
  const startsAtMs = Date.parse(parts.startsAt)
  const reference = createReference({
    origin,
    now: () => startsAtMs + clock.now(),
    ...(fault === undefined ? {} : { fault }),
  })
  const network = openNetwork(clock, startsAtMs)
  const pusher = createPusher(() => {
    const [near, far] = createSocketPair()
    network.serveSmsc(far)
    return near
  }, fault?.pushing)
  const server = createServer(reference)
  const http = createHttpUndici({
    connect: () => {
      const [near, far] = createSocketPair()
      server.emit('connection', far)
      return near
    },
    limits: { idleMsMax: parts.replyTimeoutMs ?? embeddedReplyMs },
  })
  return {
    clock,
    storage,
    http,
    network,
    push(order) {
      const draft = draftOf(reference, order)
      return pusher.push({ ...order, draft: fault?.draft?.(draft) ?? draft })
    },
    verbs: verbsOf(reference),
    async close() {
      pusher.close()
      network.close()
      await http.close()
      server.close()
      server.closeAllConnections()
    },
  }
}

function draftOf(reference: Reference, { ticket, app, to, draft, link }: PushOrder): PushDraft {
  const issued =
    ticket && app !== undefined ? reference.orderTicket({ number: to, app }) : undefined
  return issued === undefined ? draft : ticketedDraft(draft, link, issued)
}

/** The reference publishes when it is asked to; its clock needs no telling, and each case has one of its own. */
function verbsOf({ publish }: Reference): Verbs {
  return {
    has: (verb) => verb === 'publish',
    by: (verb) => (verb === 'publish' ? 'built-in' : undefined),
    uses: () => false,
    async ask() {
      publish()
      return { kind: 'done', detail: 'the reference offers the newer version', output: '' }
    },
  }
}

/** The operator's network that stands between the reference and the phone. */
export function openNetwork(clock: World['clock'], startsAtMs: number): Operator {
  const { systemId: name, password } = pushAccount
  return createOperator({ clock, startsAtMs, accounts: [{ name, password }] })
}
