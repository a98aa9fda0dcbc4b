/** Phones that name a UAProf document which no server should read: the reference is not held up, and says why it was of no use. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, describe, expect, it } from 'vitest'
import { fetchProfile } from '../../../src/adapters/profile-fetch.ts'
import { storesOf } from '../../../src/handset/flash.ts'
import { listen } from '../../../src/reference/listen.ts'
import { createReference } from '../../../src/reference/reference.ts'
import { failedChecks, openServer, playHostile } from './rig.ts'
import { hostileUaProfs } from './uaprof.table.ts'

/** Somebody on the same machine whom the reference does not know: it asks 127.0.0.1 and nobody else. */
const asked: string[] = []
const neighbour = createServer(({ url = '' }, response) => {
  asked.push(url)
  response.end()
})
neighbour.listen(0, '127.0.0.2')
await once(neighbour, 'listening')
const address = neighbour.address()
const stranger = `http://127.0.0.2:${typeof address === 'object' && address !== null ? address.port : 0}`

const unread: string[] = []
const reference = createReference({
  origin: 'http://127.0.0.1',
  now: () => 0,
  outside: {
    profiles: { load: fetchProfile },
    profileUnread: (_, reason) => void unread.push(reason),
  },
})
const server = await listen(reference, { host: '127.0.0.1', port: 0 })
const target = {
  links: new Map(Object.entries(server.links)),
  hosts: [new URL(server.origin).host],
}

afterAll(async () => {
  await server.close()
  neighbour.closeAllConnections()
  neighbour.close()
})

const steps = `wears: [no-user-agent]
steps:
  - open: { link: client }
  - await: { event: install.settled }
`

describe('a phone that says nothing of itself but', () => {
  it.each(hostileUaProfs.map((row) => [row.name, row] as const))(
    '%s comes to an end',
    async (_, row) => {
      const host = await openServer(() => row.answer(stranger))
      // Another one each time, since a document is read once.
      const uaprof = row.url?.({ origin: host.origin, stranger }) ?? `${host.origin}/a.xml`
      unread.length = 0
      const { report, trace, before, after } = await playHostile({
        profile: 'nokia-n95',
        change: { uaprof },
        target,
        steps,
      }).finally(host.close)
      const isKnown = row.unread === undefined && row.unnamed === undefined
      const names = before.suites.map(({ subject }) => subject.name)
      expect(unread).toEqual(row.unread === undefined ? [] : [row.unread])
      expect(host.asked.length).toBe(row.unasked === true ? 0 : 1)
      expect(after.suites.map(({ subject }) => subject.name)).toEqual(
        isKnown ? [...names, 'Acme Client'] : names,
      )
      expect(after.suites.slice(0, names.length)).toEqual(before.suites)
      expect(storesOf(after, 'suite.1')).toEqual(storesOf(before, 'suite.1'))
      expect([report.error, failedChecks(report)]).toEqual([undefined, []])
      expect(trace.events.length).toBeLessThan(50)
      expect(asked).toEqual([])
    },
    10_000,
  )
})
