/** Pages that need a script, in whole runs: with the browser of this machine where there is one, and as if there were none. */
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { check, prepare, run } from '../src/index.ts'
import type { RunReport, Trace } from '../src/index.ts'
import { listen } from '../src/reference/listen.ts'
import { createReference } from '../src/reference/reference.ts'
import { hasChromium, withoutChromium } from './adapters/chromium.ts'
import { runSession } from './cli/run-session.ts'

const patience = 120_000
const prepared = await prepare()

/** A target file for the reference server on loopback. */
async function serveElsewhere(more: string): Promise<{ readonly file: string; origin: string }> {
  const reference = createReference({ origin: 'http://127.0.0.1', now: () => Date.now() })
  const { origin, close } = await listen(reference, { host: '127.0.0.1', port: 0 })
  const folder = await mkdtemp(join(tmpdir(), 'ota-pages-'))
  onTestFinished(async () => {
    await close()
    await rm(folder, { recursive: true })
  })
  const file = join(folder, 'target.yaml')
  await writeFile(
    file,
    `links: { demo: ${origin}/demo.jad, page-script: ${origin}/select }\n${more}\n`,
  )
  return { file, origin }
}

const scripted = ['discovery/scripted-page', 'discovery/page-with-unread-script']
const options = { profile: 'midp2-plain', prepared, scenarios: scripted } as const
const missing =
  'OTA_CHROMIUM names /nowhere, which is no program. Install one (Debian: apt-get install chromium; anywhere: npx playwright-core install chromium), or name its executable in OTA_CHROMIUM.'

function endsOf({ cases }: RunReport) {
  return cases.map(({ scenario, verdict, reason }) => [scenario, verdict, reason])
}

function pageEvents(trace: Trace | undefined) {
  return (trace?.events ?? []).flatMap((event) => {
    if (event.type === 'page.rendered') return [`${event.type} ${event.text}`]
    if (event.type === 'page.shown')
      return [`${event.type} ${event.links.map(({ url }) => url).join(' ')}`]
    return event.type === 'install.settled' ? [`${event.type} ${event.outcome}`] : []
  })
}

describe('where there is no browser', () => {
  test('a scenario that needs one is not played, and says what helps', async () => {
    const { report } = await run({ ...options, chromium: '/nowhere' })
    expect(endsOf(report)).toEqual([
      ['discovery/page-with-unread-script', 'pass', undefined],
      ['discovery/scripted-page', 'not-applicable', missing],
    ])
    expect(report.verdict).toBe('pass')
  })

  test('a target whose pages want one is not blamed for a page that nobody could see', async () => {
    const { file } = await serveElsewhere('discovery: browser')
    const { report, traces } = await run({ ...options, target: file, chromium: '/nowhere' })
    expect(endsOf(report)).toEqual([
      ['discovery/page-with-unread-script', 'not-applicable', missing],
      ['discovery/scripted-page', 'not-applicable', missing],
    ])
    expect(report.cases.flatMap(({ findings }) => findings).filter(isFailure)).toEqual([])
    const [trace] = traces.values()
    expect(trace?.events.map(({ type }) => type)).toContain('page.unrendered')
  })

  test('the doctor says so', async () => {
    const { file } = await serveElsewhere('discovery: browser')
    const words = `OTA_CHROMIUM=/nowhere ota target doctor ${file}`
    const { stdout, exitCode } = await runSession(words)
    expect(stdout).toMatch(
      /not tried +discovery +OTA_CHROMIUM names \/nowhere, which is no program\n +hint: Install one/,
    )
    expect(exitCode).toBe(0)
  })
})

function isFailure({ verdict }: { readonly verdict: string }): boolean {
  return verdict === 'fail' || verdict === 'error'
}

test('a target that does not say that its pages want a browser is told which line does', async () => {
  const { file } = await serveElsewhere('')
  const { report } = await run({ ...options, target: file })
  expect(endsOf(report)).toEqual([
    ['discovery/page-with-unread-script', 'pass', undefined],
    [
      'discovery/scripted-page',
      'not-applicable',
      'pages are read without their scripts: add discovery: browser to the target file',
    ],
  ])
})

describe.skipIf(!hasChromium)(`where there is a browser${withoutChromium}`, () => {
  test(
    'a page whose script shows the link leads on to the package for each phone',
    async () => {
      const scenarios = ['discovery/scripted-page']
      const profile = '{midp2-plain,nokia-n95,htc-wizard}'
      const { report, traces } = await run({ prepared, scenarios, profile })
      expect([report.verdict, ...[...traces.values()].map(pageEvents)]).toEqual([
        'pass',
        [
          'page.rendered Démo For Pocket PC, 240 by 320. Get Démo 1.2, free of charge',
          'page.shown http://reference.test/client-for-pocket-pc',
          'install.settled installed',
        ],
        [
          'page.rendered Démo For phones with Java, 176 by 208. Get Démo 1.2, free of charge',
          'page.shown http://reference.test/demo.jad',
          'install.settled installed',
        ],
        [
          'page.rendered Démo For Symbian OS 9, 240 by 320. Get Démo 1.2, free of charge',
          'page.shown http://reference.test/client-for-symbian-9',
          'install.settled installed',
        ],
      ])
    },
    patience,
  )

  test(
    'pages of a server elsewhere are opened in it, and lead on',
    async () => {
      const { file } = await serveElsewhere('discovery: browser')
      const { report } = await run({ ...options, target: file })
      expect(endsOf(report)).toEqual([
        ['discovery/page-with-unread-script', 'pass', undefined],
        ['discovery/scripted-page', 'pass', undefined],
      ])
    },
    patience,
  )

  test(
    'the link of a page is enough, and its picture is kept beside the trace',
    async () => {
      const { origin, file } = await serveElsewhere('')
      const { report } = await check({ url: `${origin}/select`, discovery: 'browser', ...fresh })
      expect(endsOf(report)).toEqual([['install/fresh', 'pass', undefined]])
      const out = join(file, '..', 'out')
      const words = `run discovery/scripted-page --profile midp2-plain --out ${out}`
      expect((await runSession(`ota ${words}`)).exitCode).toBe(0)
      const kept = join(out, 'traces', 'discovery')
      expect((await readdir(kept)).toSorted()).toEqual([
        'scripted-page@midp2-plain.jsonl',
        'scripted-page@midp2-plain.page-1.png',
      ])
      const picture = await readFile(join(kept, 'scripted-page@midp2-plain.page-1.png'))
      expect(picture.subarray(1, 4).toString()).toBe('PNG')
    },
    patience,
  )

  test(
    'a page that asks other hosts is shown without what it asks for, and that is a finding',
    async () => {
      const fault = {
        breaks: ['http/stays-on-target-hosts'],
        title: 'counts its visitors elsewhere',
        answer: (response: Response, { route }: { readonly route: string }) =>
          route === 'page' ? withCounter(response) : response,
      } as const
      const { report, traces } = await run({ ...options, scenarios: scripted.slice(0, 1), fault })
      const failed = report.cases.flatMap(({ findings }) => findings.filter(isFailure))
      expect(failed.map(({ check: id, reason }) => [id, reason])).toEqual([
        [
          'http/stays-on-target-hosts',
          'Unexpected page-part URL "http://tracker.test/a.gif" on a foreign host, expected one of reference.test; to let phones go there, add tracker.test to allow: in the target file.',
        ],
      ])
      const [trace] = traces.values()
      expect(pageEvents(trace).at(-1)).toBe('install.settled installed')
    },
    patience,
  )
})

const fresh = { scenarios: ['install/fresh'], prepared } as const

async function withCounter(response: Response): Promise<Response> {
  const text = await response.text()
  const headers = new Headers(response.headers)
  headers.delete('Content-Length')
  return new Response(text.replace('</h1>', '</h1><img src="http://tracker.test/a.gif">'), {
    status: response.status,
    headers,
  })
}
