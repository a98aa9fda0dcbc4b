/** A server of somebody else is asked to publish by the verb of its file, and the update comes by the same link. */
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { prepare, run } from '../../src/index.ts'
import { createServer } from '../../src/reference/listen.ts'
import { createReference } from '../../src/reference/reference.ts'

const prepared = await prepare()

/** @param door status with which the door answers that is asked to publish; none: the file has no such verb */
async function play(door: number | undefined) {
  const reference = createReference({
    origin: 'http://127.0.0.1',
    now: () => Date.parse('2006-03-01T09:00:00.000Z'),
  })
  const asked: string[] = []
  const servers = [
    createServer(reference),
    createHttpServer((request, response) => {
      asked.push(request.url ?? '')
      if (door === 200) reference.publish()
      response.writeHead(door ?? 200).end()
    }),
  ]
  const [link, admin] = await Promise.all(
    servers.map(async (server) => {
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      const address = server.address()
      return typeof address === 'object' && address !== null ? address.port : 0
    }),
  )
  const folder = await mkdtemp(join(tmpdir(), 'ota-publish-'))
  onTestFinished(async () => {
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
    await rm(folder, { recursive: true })
  })
  const file = join(folder, 'target.yaml')
  const verbs =
    door === undefined
      ? ''
      : `verbs: { publish: { http: { url: "http://127.0.0.1:${admin}/\${app}" } } }\n`
  await writeFile(file, `links: { demo: "http://127.0.0.1:${link}/demo.jad" }\n${verbs}`)
  const { report, traces } = await run({
    target: file,
    scenarios: ['update/published'],
    profile: 'midp2-plain',
    prepared,
  })
  const events = [...traces.values()].flatMap((trace) => trace.events)
  return { one: report.cases[0], asked, events }
}

test('an update comes by the link of the old version once the server has published it', async () => {
  const { one, asked, events } = await play(200)
  expect([one?.verdict, one?.reason, one?.outcome?.code]).toEqual(['pass', undefined, 900])
  expect(asked).toEqual(['/demo'])
  const versions = events.flatMap((event) =>
    event.type === 'install.settled' ? [event.suite?.version] : [],
  )
  expect(versions).toEqual(['1.0.0', '1.1.0'])
  expect(events.find(({ type }) => type === 'target.asked')).toMatchObject({
    verb: 'publish',
    by: 'http',
    outcome: 'done',
  })
}, 30_000)

test('a server that cannot, and one that does not, cost no verdict and name the line', async () => {
  const without = await play(undefined)
  expect([without.one?.verdict, without.one?.reason]).toEqual([
    'not-applicable',
    'the target cannot be asked to publish: add verbs.publish to the target file',
  ])
  const refused = await play(500)
  expect([refused.one?.verdict, refused.one?.reason?.replaceAll(/:\d+\//g, '/')]).toEqual([
    'inconclusive',
    'step 4 of the scenario (publish) failed: the target did not publish: GET http://127.0.0.1/demo: 500 Internal Server Error (verbs.publish)',
  ])
}, 30_000)
