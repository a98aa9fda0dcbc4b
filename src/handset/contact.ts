/** What a client that was installed says to its server once it runs. Whoever wrote the client knows; the phone does not. */
import type { Header } from '../trace/events.ts'
import type { InstalledSuite } from './flash.ts'
import type { TcpTurn } from './ports.ts'

export type ContactScript =
  | {
      readonly kind: 'http'
      readonly method: 'GET' | 'POST'
      readonly url: string
      readonly headers: readonly Header[]
      readonly body: Uint8Array | undefined
      /** The answer that means welcome; none: any from 200 to 299. */
      readonly status: number | undefined
    }
  | {
      readonly kind: 'tcp'
      readonly host: string
      readonly port: number
      readonly turns: readonly TcpTurn[]
    }

export interface Contact {
  /** That the client says it is. */
  readonly version: string
  readonly script: ContactScript
}

/** How the client connects that was installed as this; none: it has no server that anybody knows of. */
export type Clients = (suite: InstalledSuite) => Contact | undefined

export const noClients: Clients = () => undefined
