/** For each bearer, how a server that knows nothing of ours pushes by it. */
import { createSocket } from 'node:dgram'
import type { OpenBearer } from '../../src/network/bearer.ts'
import { bindEsme, login } from './esme.ts'

export interface BearerPeer {
  readonly id: string
  /** Pushes something to a number, as the account `acme`; resolves once the bearer has answered, if it answers at all. */
  push(bearer: OpenBearer, to: string): Promise<void>
}

const octetsOfPush = Uint8Array.of(1, 6, 1, 0xae, 2, 5, 0x6a, 0, 5)

export const bearerPeers: readonly BearerPeer[] = [
  {
    id: 'ppg',
    async push({ address }, to) {
      const entity =
        '<pap><push-message push-id="1"><address ' +
        `address-value="WAPPUSH=+${to}/TYPE=PLMN@ppg"/></push-message></pap>`
      const parts = [
        '--b',
        'Content-Type: application/xml',
        '',
        entity,
        '--b',
        'Content-Type: text/vnd.wap.si',
        '',
        '<si><indication href="http://127.0.0.1/a.jad">a</indication></si>',
        '--b--',
      ]
      await fetch(address, {
        method: 'POST',
        headers: {
          'Content-Type': 'multipart/related; boundary=b; type="application/xml"',
          Authorization: `Basic ${btoa(`${login.system_id}:${login.password}`)}`,
        },
        body: parts.join('\r\n'),
      })
    },
  },
  {
    id: 'sms-http',
    async push({ address }, to) {
      const account = `username=${login.system_id}&password=${login.password}`
      const query = `${account}&to=${to}&text=%01%06%01%AE&udh=%06%05%04%0B%84%23%F0`
      await fetch(`${address}cgi-bin/sendsms?${query}`)
    },
  },
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
  {
    id: 'wap-udp',
    async push({ port }) {
      const socket = createSocket('udp4')
      await new Promise<void>((resolve) => {
        socket.send(octetsOfPush, port, '127.0.0.1', () => resolve())
      })
      socket.close()
    },
  },
]
