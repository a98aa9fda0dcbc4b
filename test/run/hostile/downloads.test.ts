/** Download descriptors that no server should send, over loopback: each ends as its row says, and nothing installed is lost. */
import type { ServerResponse } from 'node:http'
import { afterAll, describe, expect, it } from 'vitest'
import { storesOf } from '../../../src/handset/flash.ts'
import type { TraceEvent } from '../../../src/trace/events.ts'
import { ddType, hostileDownloads, picture } from './downloads.table.ts'
import type { HostileDownload } from './downloads.table.ts'
import { failedChecks, openServer, playHostile } from './rig.ts'
import type { Conduct, Played } from './rig.ts'
import { hostileBodies } from './together.table.ts'

const stranger = await openServer(() => (_, response) => void response.end('somebody'))
/** Another name of the same machine, which the target file does not name. */
const foreign = stranger.origin.replace('127.0.0.1', 'localhost')
afterAll(() => stranger.close())

/** With its length, by HEAD as by GET, so that no check looks at more than the body. */
function send(response: ServerResponse, type: string, body: string | Uint8Array): void {
  const octets = typeof body === 'string' ? Buffer.from(body) : body
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': octets.length })
  response.end(octets)
}

function serve({ body, type = ddType, object = {} }: HostileDownload) {
  let nth = 0
  return (origin: string): Conduct =>
    ({ method, url = '' }, response) => {
      if (method === 'POST') return void response.end()
      if (url.endsWith('.html')) {
        response.writeHead(200, { 'Content-Type': 'text/html' })
        return void response.end('<a href="/a.dd">again</a>')
      }
      if (url.endsWith('.dd')) {
        return send(response, type, body({ origin, foreign, nth: nth++ }))
      }
      const { bytes, status = 200, location } = object
      const way = location?.replace('ORIGIN', origin).replace('FOREIGN', foreign)
      response.writeHead(status, {
        'Content-Type': 'image/gif',
        ...(way === undefined ? {} : { Location: way }),
      })
      return void response.end(bytes === undefined ? picture : Buffer.alloc(bytes))
    }
}

/** Names and figures that are others on each machine and phone. */
function plain(reason: string): string {
  return reason.replaceAll(new URL(foreign).host, 'FOREIGN').replace(/\d+ free/, 'N free')
}

function endOf({ trace }: Played): string {
  const end = trace.events.find((event) => event.type === 'install.settled')
  if (end === undefined) return 'no end'
  return plain(`${end.outcome}${end.code === undefined ? '' : ` ${end.code}`}: ${end.reason}`)
}

function deadEnds({ trace }: Played): readonly string[] {
  return trace.events.flatMap((event) => (event.type === 'link.dead' ? [plain(event.reason)] : []))
}

const eventsMax = 200
const isRequest = ({ type }: TraceEvent) => type === 'http.exchanged'

describe.each([
  ['midp2-plain', 'java'],
  ['nokia-n95', 's60'],
  ['htc-wizard', 'windows mobile'],
] as const)('a %s', (profile, kind) => {
  it.each(hostileDownloads.map((row) => [row.name, row] as const))(
    'comes away from a descriptor with %s',
    async (_, row) => {
      const asked = stranger.asked.length
      const server = await openServer(serve(row))
      const target = {
        links: new Map([['download', `${server.origin}/a.dd`]]),
        hosts: [new URL(server.origin).host],
      }
      const played = await playHostile({ profile, target }).finally(server.close)
      const { report, trace, before, after } = played
      const { ends, onS60 = ends, onWindowsMobile = ends, finds = [], givesUp } = row
      const { findsOnNative = finds } = row
      expect(endOf(played)).toBe(
        { java: ends, s60: onS60, 'windows mobile': onWindowsMobile }[kind],
      )
      expect(failedChecks(report)).toEqual(kind === 'java' ? finds : findsOnNative)
      expect(deadEnds(played)).toEqual(givesUp === undefined ? [] : [givesUp])
      expect(report.error).toBe(undefined)
      expect(trace.events.length).toBeLessThan(eventsMax)
      expect(trace.events.some(isRequest)).toBe(true)
      expect(after.suites).toEqual(before.suites)
      expect(storesOf(after, 'suite.1')).toEqual(storesOf(before, 'suite.1'))
      expect(storesOf(after, 'suite.1').length).toBe(1)
      expect(stranger.asked.length).toBe(asked)
    },
    10_000,
  )
})

describe('a nokia-n95', () => {
  it.each(hostileBodies.map((row) => [row.name, row] as const))(
    'comes away from a body of a descriptor and its object with %s',
    async (_, { body, parameters = '; boundary=b', ends, finds = [] }) => {
      const server = await openServer(() => ({ method }, response) => {
        if (method === 'POST') return void response.end()
        const octets = typeof body === 'string' ? Buffer.from(body, 'latin1') : body
        return send(response, `multipart/related${parameters}`, octets)
      })
      const target = {
        links: new Map([['download', `${server.origin}/a.dd`]]),
        hosts: [new URL(server.origin).host],
      }
      const played = await playHostile({ profile: 'nokia-n95', target }).finally(server.close)
      const { report, trace, before, after } = played
      expect([endOf(played), failedChecks(report), report.error]).toEqual([ends, finds, undefined])
      expect(trace.events.length).toBeLessThan(eventsMax)
      expect(after.suites).toEqual(before.suites)
      expect(storesOf(after, 'suite.1')).toEqual(storesOf(before, 'suite.1'))
    },
    10_000,
  )
})
