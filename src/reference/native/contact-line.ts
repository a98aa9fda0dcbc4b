/** The first contact of clients that speak no HTTP: a line with version and number, answered with one line. */
import type { Duplex } from 'node:stream'
import type { Jobs } from './jobs.ts'

const lineBytesMax = 256

/** `CONTACT 1.2.0 +358401234567`. */
const linePattern = /^CONTACT (\S{1,100}) (\+?\d{3,15})$/

export function serveContactLine(jobs: Pick<Jobs, 'contacted'>, connection: Duplex): void {
  let heard = ''
  connection.on('error', () => connection.destroy())
  connection.on('data', (chunk: Uint8Array) => {
    heard += Buffer.from(chunk).toString('latin1')
    const end = heard.indexOf('\n')
    if (end === -1 && heard.length <= lineBytesMax) return
    connection.removeAllListeners('data')
    const line = heard.slice(0, end === -1 ? 0 : end).trimEnd()
    const [, version, number] = linePattern.exec(line) ?? []
    if (version === undefined || number === undefined) {
      connection.end('500 CONTACT, version and number are wanted\r\n')
      return
    }
    jobs.contacted(version, number)
    connection.end('250 welcome\r\n')
  })
}
