import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { once } from 'node:events'
import { openSmsHttp } from '../../src/network/sms-http.ts'
import type { OpenSmsHttp, SmsHttpSettings } from '../../src/network/sms-http.ts'
import type { RouterLimits } from '../../src/network/router-limits.ts'
import { decodeDeliver } from '../../src/wire/sms/deliver.ts'
import { raiseBearer } from './bearer-rig.ts'
import type { BearerRig } from './bearer-rig.ts'

export type SmsHttpRig = BearerRig<OpenSmsHttp>

const rigs: SmsHttpRig[] = []
const servers: Server[] = []
/** Call it after each test. */
export async function closeAll(): Promise<void> {
  await Promise.all(rigs.splice(0).map((rig) => rig.close()))
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
}

export async function raise(
  settings: SmsHttpSettings = {},
  limits: Partial<RouterLimits> = {},
  accounts = [{ name: 'acme', password: 'secret' }],
) {
  const rig = await raiseBearer((parts) => openSmsHttp(parts, settings), { accounts }, limits)
  rigs.push(rig)
  return rig
}

export async function ask(rig: SmsHttpRig, path: string, options: RequestInit = {}) {
  const response = await fetch(`http://127.0.0.1:${rig.place.port}${path}`, options)
  return [response.status, await response.text()] as const
}

export const deliverOf = (rig: SmsHttpRig, index = 0) => {
  const { payload } = rig.phone.taken[index] ?? {}
  return payload?.kind === 'sms' ? decodeDeliver(payload.tpdu) : undefined
}

/** A server that is called back: what it was asked. */
export async function listen(status = 200) {
  const asked: (readonly [method: string, url: string, body: string])[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Uint8Array) => {
      body += Buffer.from(chunk).toString()
    })
    request.on('end', () => {
      asked.push([request.method ?? '', request.url ?? '', body])
      response.writeHead(status).end()
    })
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { asked, url: `http://127.0.0.1:${port}` }
}
