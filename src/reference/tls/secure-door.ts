/** The reference over https, on connections that are handed to it. */
import { createSecureContext, createServer } from 'node:tls'
import type { SecureContext, Server } from 'node:tls'
import type { Duplex } from 'node:stream'
import { serverFiles } from '../../test-authority/servers.ts'
import type { Fault } from '../fault.ts'
import { mannerFor } from './manner.ts'
import type { ServerChain } from './manner.ts'

export interface SecureDoor {
  /** A client has connected. */
  take(connection: Duplex): void
  close(): void
}

/** One for programs of today and one for phones of that age, whose keys and digests need the level; the same with every OpenSSL. */
const ciphers = 'ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA:@SECLEVEL=0'

/**
 * Nothing is made before the first client comes: most cases have none.
 *
 * @param parts.serve gets what is inside
 */
export function openSecureDoor(parts: {
  readonly host: string
  readonly fault: Fault | undefined
  readonly serve: (inside: Duplex) => void
}): SecureDoor {
  const { host, fault, serve } = parts
  let server: Server | undefined
  const open = (): Server => {
    const own = mannerFor(host)
    const { chain, unnamedChain, minVersion } = fault?.tls?.(own) ?? own
    const named = contextOf(chain)
    return createServer(
      {
        ...serverFiles(unnamedChain),
        ciphers,
        minVersion,
        // Only who sends a name is asked about.
        SNICallback: (_name, done) => done(noError, named),
      },
      serve,
    )
  }
  return {
    take(connection) {
      connection.on('error', () => connection.destroy())
      server ??= open()
      server.emit('connection', connection)
    },
    close() {
      server?.close()
    },
  }
}

// Callbacks of Node tell that nothing went wrong with null.
// oxlint-disable-next-line unicorn/no-null
const noError = null

/** Chains are few, and contexts are dear. */
const contexts = new Map<string, SecureContext>()

function contextOf(chain: ServerChain): SecureContext {
  const files = serverFiles(chain)
  const known = contexts.get(files.cert) ?? createSecureContext({ ...files, ciphers })
  contexts.set(files.cert, known)
  return known
}
