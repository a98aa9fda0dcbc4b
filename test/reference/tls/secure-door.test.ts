/** The reference over https, as Node's own client meets it. */
import { once } from 'node:events'
import { connect } from 'node:tls'
import type { ConnectionOptions } from 'node:tls'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSocketPair } from '../../../src/adapters/in-memory-socket.ts'
import type { Fault } from '../../../src/reference/fault.ts'
import missing from '../../../src/reference/faults/tls-intermediate-missing.ts'
import needsName from '../../../src/reference/faults/tls-needs-name.ts'
import ofToday from '../../../src/reference/faults/tls-of-today-alone.ts'
import { openSecureDoor } from '../../../src/reference/tls/secure-door.ts'
import { serverFiles, serverRoot } from '../../../src/test-authority/servers.ts'

const host = 'reference.test'
const { cert: ca } = serverFiles([serverRoot])
/** What the keys and digests of the test authority need. */
const ciphers = 'DEFAULT@SECLEVEL=0'

/** What the client hears of a server that says hello, or why there is no handshake. */
async function meet(options: ConnectionOptions, fault?: Fault): Promise<string> {
  const door = openSecureDoor({ host, fault, serve: (inside) => void inside.end('hello') })
  onTestFinished(() => door.close())
  const [near, far] = createSocketPair()
  door.take(far)
  const socket = connect({ socket: near, ca, ciphers, servername: host, ...options })
  try {
    const [heard] = await once(socket, 'data')
    return `${socket.getProtocol()}: ${String(heard)}`
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  } finally {
    socket.destroy()
  }
}

const tls10 = { minVersion: 'TLSv1', maxVersion: 'TLSv1' } as const

describe('the reference over https', () => {
  it('is believed by clients that know its root, of today and of that age', async () => {
    expect(await meet({})).toBe('TLSv1.3: hello')
    expect(await meet(tls10)).toBe('TLSv1: hello')
    expect(await meet({ servername: '', checkServerIdentity: () => undefined })).toBe(
      'TLSv1.3: hello',
    )
  })

  it('is a stranger to those that do not', async () => {
    expect(await meet({ ca: [] })).toBe('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')
  })

  it('with a fault is refused as servers with it are', async () => {
    expect(await meet({}, missing)).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
    expect(await meet(tls10, ofToday)).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION')
    expect(await meet({ servername: '' }, needsName)).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
  })
})
