/** A server of somebody else that pushes by itself when it is asked to: real sockets, real programs. */
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import type { Server } from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { prepare, run } from '../../src/index.ts'
import { createServer } from '../../src/reference/listen.ts'
import { createReference } from '../../src/reference/reference.ts'
import type { EventOf, TraceEventType } from '../../src/trace/events.ts'
import { findFreePort } from '../free-port.ts'
import { connectEsme } from '../network/esme.ts'
import type { Esme } from '../network/esme.ts'
import { indicationOf, pushAsEsme } from '../network/push-as-esme.ts'

const prepared = prepare()

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** What the server does when it is asked to push. */
export type Push = (asked: { readonly to: string; readonly link: string }) => Promise<unknown>

/**
 * Plays scenarios on the plain phone against a server with a door for `push`; `PORT` and `DOOR` in the rest of the file stand for
 * a port of the network and the address of the door.
 */
export async function play(
  scenarios: readonly string[],
  rest: string,
  pushesTo: (port: number) => Push,
): Promise<Awaited<ReturnType<typeof run>>> {
  const port = await findFreePort()
  const push = pushesTo(port)
  const now = Date.parse('2006-03-01T09:00:00.000Z')
  const server = createServer(createReference({ origin: 'http://127.0.0.1', now: () => now }))
  const admin = createHttpServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://admin')
    const to = searchParams.get('to') ?? ''
    push({ to, link: searchParams.get('link') ?? '' }).then(
      () => response.end('ok'),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  const [links, door] = await Promise.all([portOf(server), portOf(admin)])
  const folder = await mkdtemp(join(tmpdir(), 'ota-push-'))
  onTestFinished(async () => {
    for (const one of [server, admin]) {
      one.closeAllConnections()
      one.close()
    }
    await rm(folder, { recursive: true })
  })
  const file = join(folder, 'target.yaml')
  const text = `links: { demo: "http://127.0.0.1:${links}/demo.jad" }\n${rest}`
  await writeFile(
    file,
    text.replaceAll('PORT', String(port)).replaceAll('DOOR', `http://127.0.0.1:${door}`),
  )
  return run({ target: file, scenarios, profile: 'midp2-plain', prepared: await prepared })
}

export function eventsOf<T extends TraceEventType>(
  { traces }: Awaited<ReturnType<typeof run>>,
  type: T,
): readonly EventOf<T>[] {
  const isIt = (event: EventOf<TraceEventType>): event is EventOf<T> => event.type === type
  return [...traces.values()].flatMap(({ events }) => events.filter(isIt))
}

export const verbs = 'verbs: { push: { http: { url: "DOOR/?to=${handset.msisdn}&link=${link}" } } }'
export const smsc = `network: { ports: { smsc: PORT }, account: { name: acme, password: secret } }\n${verbs}`

/** Binds once and keeps the session. */
export function bySmpp(password = 'secret') {
  let bound: Esme | undefined
  onTestFinished(() => bound?.destroy())
  const bind = async (port: number) => {
    const esme = await connectEsme(port)
    const { command_status } = await esme.request('bind_transceiver', {
      system_id: 'acme',
      password,
    })
    if (command_status !== 0) return undefined
    bound = esme
    return esme
  }
  return (port: number): Push =>
    async ({ to, link }) => {
      const esme = bound ?? (await bind(port))
      return esme && pushAsEsme(esme, to, indicationOf(link))
    }
}
