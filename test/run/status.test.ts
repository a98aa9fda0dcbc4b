/** A server of somebody else is asked what it shows by the verb of its file, and judged by that. */
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { prepare, run } from '../../src/index.ts'
import type { Fault } from '../../src/reference/fault.ts'
import anyVersion from '../../src/reference/faults/client-of-any-version-welcome.ts'
import onceSent from '../../src/reference/faults/client-installed-once-sent.ts'
import { createServer } from '../../src/reference/listen.ts'
import { createReference } from '../../src/reference/reference.ts'

const prepared = await prepare()

const shows =
  'shows: { waiting: waiting for the download, downloaded: "downloaded,", installed: installed }'
const asked = `verbs: { status: { http: { url: "ORIGIN/admin/status?app=\${app}" }, ${shows} } }\n`

interface Play {
  readonly verbs: string
  readonly scenario?: string
  readonly fault?: Fault
}

/** Against a reference of its own on loopback, as against a server of somebody else. */
async function play({ verbs, scenario = 'right-after-installation', fault }: Play) {
  const reference = createReference({
    origin: 'http://127.0.0.1',
    now: () => 0,
    ...(fault === undefined ? {} : { fault }),
  })
  const server = createServer(reference)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const folder = await mkdtemp(join(tmpdir(), 'ota-status-'))
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true })
  })
  const file = join(folder, 'target.yaml')
  const address: string | AddressInfo | null = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const text = `links:
  demo: ORIGIN/demo.jad
  client: ORIGIN/client
  client-updated: ORIGIN/client-updated
first-contact:
  http: { url: ORIGIN/contact, form: { version: "\${client.version}" } }
  versions: { client: 1.2.0, client-updated: 1.3.0 }
${verbs}`
  await writeFile(file, text.replaceAll('ORIGIN', `http://127.0.0.1:${port}`))
  const { report, traces } = await run({
    target: file,
    scenarios: [`first-contact/${scenario}`],
    profile: 'htc-wizard',
    prepared,
  })
  const [one] = report.cases
  const findings = one?.findings.filter(
    ({ check, verdict }) => check.startsWith('status/') && verdict !== 'not-applicable',
  )
  const states = [...traces.values()]
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'status.read' ? [event.state ?? event.said] : []))
  return {
    states,
    verdict: one?.verdict,
    found: findings?.map(({ check, verdict, reason }) => `${check} ${verdict}: ${reason}`),
  }
}

describe('a server that can be asked', () => {
  test('shows what had happened, and passes', async () => {
    expect(await play({ verbs: asked })).toEqual({
      states: ['waiting', 'downloaded', 'installed'],
      verdict: 'pass',
      found: [
        'status/installed-by-contact pass: "installed" for client',
        'status/not-installed-by-download pass: "downloaded, waiting for the client" for client',
        'status/waiting-before-download pass: "waiting for the download" for client',
      ],
    })
  })

  test('and shows a client as installed before anybody started it fails', async () => {
    const { verdict, found } = await play({ verbs: asked, fault: onceSent })
    expect([verdict, found?.filter((line) => line.includes(' fail: '))]).toEqual([
      'fail',
      [
        'status/not-installed-by-download fail: Unexpected "installed" (installed) for client, expected downloaded.',
      ],
    ])
  })

  test('and takes an older version for the newer one fails', async () => {
    const scenario = 'older-version-goes-on'
    const { verdict } = await play({ verbs: asked, scenario })
    expect(verdict).toBe('pass')
    const { found } = await play({ verbs: asked, scenario, fault: anyVersion })
    // It was never seen to wait for the newer one, and is never reset.
    expect(found?.filter((line) => line.startsWith('status/another'))).toEqual([
      'status/another-version-proves-nothing inconclusive: "installed" may be of an earlier case: add verbs.reset to the target file',
    ])
  })

  test('notices a transfer that its phone broke off', async () => {
    const { states, verdict } = await play({ verbs: asked, scenario: 'download-broken-off' })
    expect([states, verdict]).toEqual([['waiting', 'downloaded'], 'pass'])
  })
})

test('a server that cannot be asked leaves it open, and the line is named', async () => {
  const line = 'the target cannot be asked what it shows: add verbs.status to the target file'
  expect(await play({ verbs: '' })).toEqual({
    states: [line, line, line],
    verdict: 'inconclusive',
    found: [
      `status/installed-by-contact inconclusive: ${line}`,
      `status/not-installed-by-download inconclusive: ${line}`,
      `status/waiting-before-download inconclusive: ${line}`,
    ],
  })
})

test.each([
  [
    asked.replace('admin/status', 'admin/stat'),
    /^the target did not say what it shows: GET http:\/\/127\.0\.0\.1:\d+\/admin\/stat: 404 Not Found, "There is nothing here\." \(verbs\.status\)$/,
  ],
  [
    asked.replace('waiting for the download', 'open'),
    /^"waiting for the download" is none of verbs\.status\.shows of the target file$/,
  ],
])('what cannot be read is told: %s', async (verbs, said) => {
  const { states } = await play({ verbs })
  expect(states[0]).toMatch(said)
})
