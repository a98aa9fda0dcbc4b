/** A short message service centre: SMPP 3.4 on loopback, in front of the router. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Server } from 'node:net'
import { UsageError } from '../errors.ts'
import type { Bind } from '../wire/smpp/pdu.ts'
import type { BearerParts, OpenBearer } from './bearer.ts'
import { serveConnection } from './smsc/connection.ts'
import type { Line } from './smsc/connection.ts'
import { deliveryOf } from './smsc/delivery.ts'
import { Desk } from './smsc/desk.ts'
import type { Client } from './smsc/desk.ts'
import { Mailbox } from './smsc/mailbox.ts'
import { Meter } from './smsc/meter.ts'
import type { CentreAct } from './script.ts'
import { SmscSession } from './smsc/session.ts'
import { smscOptions } from './smsc/smsc-options.ts'
import type { SmscLimits, SmscOptions } from './smsc/smsc-options.ts'
import type { Origination } from './submission.ts'

export type SmscSettings = Partial<Omit<SmscOptions, 'limits'>> & {
  readonly limits?: Partial<SmscLimits>
}

const teller = 'smsc'

/** @throws UsageError `network/cannot-listen` */
export async function openSmsc(
  parts: BearerParts,
  settings: SmscSettings = {},
): Promise<OpenBearer> {
  const centre = serveSmsc(parts, settings)
  const { limits } = centre
  const server = createServer({ allowHalfOpen: true }, (socket) => centre.serve(socket))
  server.maxConnections = limits.connectionsMax
  server.on('drop', () => {
    centre.tell('peer.refused', undefined, `${limits.connectionsMax} connections (connectionsMax)`)
  })
  server.listen(parts.port, parts.host)
  await once(server, 'listening').catch((cause: unknown) => {
    const place = `${parts.host}:${parts.port}`
    throw new UsageError('network/cannot-listen', `Cannot listen on ${place}`, {
      hint: 'Choose another port, or 0 for any that is free.',
      cause,
    })
  })
  const port = portOf(server)
  return {
    port,
    address: `${parts.host}:${port}`,
    act: (act) => centre.act(act),
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      centre.close()
      await closed
    },
  }
}

/** One that listens nowhere: it serves the connections that it is given. */
export function serveSmsc(
  parts: Omit<BearerParts, 'host' | 'port'>,
  settings: SmscSettings = {},
): ServedSmsc {
  const limits = { ...smscOptions.limits, ...settings.limits }
  return new Centre(parts, { ...smscOptions, ...settings, limits })
}

export interface ServedSmsc {
  readonly limits: SmscLimits
  serve(socket: Line): void
  tell(what: string, peer: string | undefined, detail: string): void
  /** Does it on each session that is bound; the number of requests that servers have to answer. */
  act(act: CentreAct): number
  /** Cuts every connection. */
  close(): void
}

class Centre implements ServedSmsc {
  readonly #parts: Omit<BearerParts, 'host' | 'port'>
  readonly #options: SmscOptions
  readonly #desk: Desk
  readonly #meter: Meter
  readonly #clients = new Map<string, Client>()
  readonly #sockets = new Set<Line>()
  readonly #sessions = new Set<SmscSession>()
  readonly #leaveRouter: () => void
  #connections = 0

  constructor(parts: Omit<BearerParts, 'host' | 'port'>, options: SmscOptions) {
    this.#parts = parts
    this.#options = options
    this.#desk = new Desk({ ...parts, options })
    this.#meter = new Meter(options.submitsPerSecondMax)
    for (const { name } of parts.accounts) this.#clients.set(name, this.#openClient(name))
    this.#leaveRouter = parts.router.receive((origination) => this.#receive(origination))
  }

  get limits(): SmscLimits {
    return this.#options.limits
  }

  serve(socket: Line): void {
    const { tap, clock, script } = this.#parts
    const options = this.#options
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    this.#connections += 1
    const tell = this.tell.bind(this)
    serveConnection({
      socket,
      limits: options.limits,
      name: `smsc.${this.#connections}`,
      tap,
      tell,
      openSession: (link) => {
        const session = new SmscSession({
          link,
          desk: this.#desk,
          clock,
          options,
          tell,
          script,
          admit: (bind) => this.#admit(bind),
          mayMeter: ({ name }) => this.#meter.take(name, clock.now()),
        })
        this.#sessions.add(session)
        socket.on('close', () => this.#sessions.delete(session))
        return session
      },
    })
  }

  act(act: CentreAct): number {
    const bound = [...this.#sessions].filter(({ isBound }) => isBound)
    return bound.reduce((requests, session) => requests + session.act(act), 0)
  }

  close(): void {
    this.#leaveRouter()
    for (const socket of this.#sockets) socket.destroy()
  }

  tell(what: string, peer: string | undefined, detail: string): void {
    const at = this.#parts.clock.now()
    this.#parts.log({ at, teller, what, peer, messageId: undefined, detail })
  }

  #openClient(name: string): Client {
    const { clock } = this.#parts
    const mailbox = new Mailbox({
      clock,
      options: this.#options,
      onFate: ({ attempts }, fate) => {
        if (fate !== 'answered') this.tell('delivery.failed', name, `${fate} after ${attempts}`)
      },
    })
    return { name, mailbox }
  }

  #admit({ systemId, password }: Bind): Client | false | undefined {
    const account = this.#parts.accounts.find(({ name }) => name === systemId)
    if (account === undefined) return undefined
    return account.password === password ? this.#clients.get(systemId) : false
  }

  /** To the account that serves the number, bound or not; else to the first that is bound to receive. */
  #receive(origination: Origination): boolean {
    const { serves } = this.#options
    const clients = [...this.#clients.values()]
    const client =
      clients.find(({ name }) => serves.get(name)?.includes(origination.to)) ??
      clients.find(({ name, mailbox }) => !serves.has(name) && mailbox.isServed)
    client?.mailbox.post(deliveryOf(origination))
    return client !== undefined
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
