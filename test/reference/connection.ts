/** Speaks to references octet by octet. */
import { once } from 'node:events'
import net from 'node:net'
import type { Duplex } from 'node:stream'
import { afterEach } from 'vitest'
import type { Fault } from '../../src/reference/fault.ts'
import { listen } from '../../src/reference/listen.ts'
import type { Listening, ServerLimits } from '../../src/reference/listen.ts'
import { createReference } from '../../src/reference/reference.ts'
import type { Reference } from '../../src/reference/reference.ts'

const open = new Set<Listening>()

/** Closes what `start` has opened after each test of a file. */
export function closeAfterEach(): void {
  afterEach(async () => {
    await Promise.all([...open].map((listening) => close(listening)))
  })
}

export async function close(listening: Listening): Promise<void> {
  open.delete(listening)
  await listening.close()
}

export async function start(
  options: {
    readonly fault?: Fault
    readonly limits?: Partial<ServerLimits>
    readonly now?: () => number
  } = {},
): Promise<{ readonly reference: Reference; readonly listening: Listening }> {
  const { fault, limits = {}, now = () => 0 } = options
  const reference = createReference({
    origin: 'http://ota.example',
    now,
    ...(fault === undefined ? {} : { fault }),
  })
  const listening = await listen(reference, { host: '127.0.0.1', port: 0, limits })
  open.add(listening)
  return { reference, listening }
}

/** Sends text on one connection and reads until the server ends it. */
export async function converse(origin: string, text: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  const connection = net.connect(Number(port), hostname)
  connection.write(text)
  return readToEnd(connection)
}

export async function readToEnd(connection: Duplex): Promise<string> {
  let received = ''
  connection.setEncoding('latin1')
  connection.on('data', (part: string) => (received += part))
  connection.on('error', () => undefined)
  connection.on('end', () => connection.end())
  await once(connection, 'close')
  return received
}

export function splitHead(message: string): { head: readonly string[]; body: string } {
  const end = message.indexOf('\r\n\r\n')
  return { head: message.slice(0, end).split('\r\n'), body: message.slice(end + 4) }
}
