/** For each bearer, how a server that knows nothing of ours pushes by it. */
import type { OpenBearer } from '../../src/network/bearer.ts'
import { bindEsme } from './esme.ts'

export interface BearerPeer {
  readonly id: string
  /** Pushes something to a number, as the account `acme`; resolves once the bearer has answered. */
  push(bearer: OpenBearer, to: string): Promise<void>
}

export const bearerPeers: readonly BearerPeer[] = [
  {
    id: 'smsc',
    async push({ port }, to) {
      const esme = await bindEsme(port)
      await esme.request('submit_sm', {
        source_addr: '1234',
        destination_addr: to,
        data_coding: 4,
        short_message: { udh: Buffer.from('0605040b8423f0', 'hex'), message: Buffer.from([1, 6]) },
      })
    },
  },
]
