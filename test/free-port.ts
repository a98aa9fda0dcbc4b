import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { EventEmitter } from 'node:events'
import { createServer } from 'node:net'

/** Below the ports that systems give to whoever names none: no client and no other server is handed one of these. */
const ports = { from: 20_000, to: 32_000 }
const lanePorts = 400

/** Each worker of the test run asks in a lane of its own, so that no two are told the same port. */
const lanes = Math.floor((ports.to - ports.from) / lanePorts)
const lane = Number(process.env['VITEST_POOL_ID'] ?? 1) % lanes
/** Two test runs on one machine begin at different places of it. */
let next = process.pid % lanePorts

/** A port of loopback that nobody listens on, nor will before the caller does. */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < lanePorts; tries += 1) {
    const port = ports.from + lane * lanePorts + next
    next = (next + 1) % lanePorts
    if ((await isFreeForTcp(port)) && (await isFreeForUdp(port))) return port
  }
  throw new Error('no port')
}

async function isFreeForTcp(port: number): Promise<boolean> {
  const server = createServer()
  if (!(await isBound(server.listen(port, '127.0.0.1')))) return false
  await once(server.close(), 'close')
  return true
}

async function isFreeForUdp(port: number): Promise<boolean> {
  const socket = createSocket('udp4')
  if (!(await isBound(socket.bind(port, '127.0.0.1')))) return false
  const closed = once(socket, 'close')
  socket.close()
  await closed
  return true
}

function isBound(listener: EventEmitter): Promise<boolean> {
  return new Promise((resolve, reject) => {
    listener.once('listening', () => resolve(true))
    listener.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    })
  })
}
