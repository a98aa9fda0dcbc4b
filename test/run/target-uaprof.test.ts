/** A server on a socket fetches the documents of phones from the run that tests it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fetchProfile } from '../../src/adapters/profile-fetch.ts'
import { run } from '../../src/index.ts'
import type { RunResult } from '../../src/index.ts'
import { listen } from '../../src/reference/listen.ts'
import { createReference } from '../../src/reference/reference.ts'
import { headerValue } from '../../src/wire/http-fields.ts'
import { findFreePort } from '../free-port.ts'

const reference = createReference({
  origin: 'http://127.0.0.1',
  now: () => 0,
  outside: { profiles: { load: fetchProfile } },
})
const server = await listen(reference, { host: '127.0.0.1', port: 0 })
const folder = await mkdtemp(join(tmpdir(), 'ota-uaprof-'))
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

async function play(scenario: string, more: object = {}): Promise<RunResult> {
  const file = join(folder, 'target.yaml')
  await writeFile(
    file,
    JSON.stringify({ links: { demo: server.links.demo, client: server.links['client'] }, ...more }),
  )
  return run({ scenarios: [scenario], profile: 'nokia-n95', target: file })
}

const document = 'nds1.nds.nokia.com/uaprof/NN95-1r100.xml'

function announcedIn({ traces }: RunResult): readonly (string | undefined)[] {
  return [...traces.values()].flatMap(({ events }) =>
    events.flatMap((event) =>
      event.type === 'http.exchanged' &&
      event.purpose === 'package' &&
      event.request.method === 'GET'
        ? [headerValue(event.request.headers, 'x-wap-profile')]
        : [],
    ),
  )
}

const fetchesIn = ({ traces }: RunResult) =>
  [...traces.values()].flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'uaprof.fetched' ? [[event.by, event.got]] : [])),
  )

describe('a server on loopback', { timeout: 60_000 }, () => {
  it('fetches the document of a phone that says nothing else, and chooses by it', async () => {
    const port = await findFreePort()
    const played = await play('uaprof/instead-of-user-agent', { uaprof: { port } })
    expect(announcedIn(played)).toEqual([`"http://127.0.0.1:${port}/${document}"`])
    expect(fetchesIn(played)).toEqual([['ota-handset reference', 'the document']])
    expect(played.report.cases.map(({ verdict, outcome }) => [verdict, outcome?.native])).toEqual([
      ['pass', 'installed'],
    ])
  })

  it('waits no longer than it wants for a host that says nothing', async () => {
    const port = await findFreePort()
    const played = await play('uaprof/silent-host', { uaprof: { port } })
    expect(fetchesIn(played)).toEqual([['ota-handset reference', 'nothing: the host is silent']])
    expect(played.report.cases.map(({ verdict }) => verdict)).toEqual(['pass'])
  })

  it.each([
    ['as its maker has it where the target file says so', 'original', [`"http://${document}"`]],
    ['not at all where the target file says so', 'withheld', [undefined]],
  ])('is told of the document %s, and asks nobody', async (_, announce, fields) => {
    const played = await play('native/fresh', { uaprof: { announce } })
    expect([announcedIn(played), fetchesIn(played)]).toEqual([fields, []])
  })
})
