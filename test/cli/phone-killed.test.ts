/**
 * The phone is killed at every write to its file: before each statement, before and behind each commit. The next call
 * finds it as it was before or after, and sends what is owed.
 */
import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { openSqliteStorage } from '../../src/adapters/storage-sqlite.ts'
import type { Flash } from '../../src/handset/flash.ts'
import { plainBelongings } from '../adapters/storage-contract.table.ts'
import { startSuiteServer } from './suite-server.ts'
import type { SuiteServer } from './suite-server.ts'
import { callFile } from './use-phone.ts'

const script = fileURLToPath(new URL('./call-and-die.ts', import.meta.url))
const writesMax = 60
const timeout = 120_000

let folder = ''
const servers: SuiteServer[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ota-killed-'))
})

afterAll(async () => {
  for (const server of servers) await server.close()
  rmSync(folder, { recursive: true })
})

/** @returns whether the process was killed, so that there may be a later write */
function callAndDie(file: string, nth: number, errand: readonly string[]): Promise<boolean> {
  const words = [script, file, String(nth), ...errand]
  // What was compiled for one process is there for the next.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }
  return new Promise((resolve, reject) => {
    execFile(process.execPath, words, { env }, (error, _stdout, stderr) => {
      if (error === null) resolve(false)
      else if (error.signal === 'SIGKILL') resolve(true)
      else reject(new Error(stderr))
    })
  })
}

/** What a kill left behind, and what became of it in the next call. */
interface Wreck {
  /** Versions that are installed. */
  readonly installed: readonly string[]
  /** Reports that are still to be sent, with their attempts. */
  readonly queued: readonly string[]
  /** Reports that the server had before the kill, and in the next call. */
  readonly sent: readonly string[]
  readonly sentNext: readonly string[]
  readonly queuedAtLast: readonly string[]
}

interface Plan {
  readonly name: string
  /** The phone before the call. */
  readonly begin: string
  readonly errand: readonly [kind: string, word: string]
  /** The next call, told what the kill left. */
  readonly next: (installed: readonly string[]) => readonly [kind: string, word: string]
}

async function killEverywhere(plan: Plan, server: SuiteServer): Promise<readonly Wreck[]> {
  const wrecks: Wreck[] = []
  server.takeReports()
  for (let nth = 1; nth <= writesMax; nth += 1) {
    const file = join(folder, `${plan.name}-${nth}`)
    copyFileSync(plan.begin, file)
    const wasKilled = await callAndDie(file, nth, plan.errand)
    const sent = server.takeReports()
    const left = readFlash(file)
    const installed = left.suites.map(({ subject }) => subject.version)
    const after = await callFile(file, plan.next(installed))
    wrecks.push({
      installed,
      queued: namesOf(left),
      sent,
      sentNext: server.takeReports(),
      queuedAtLast: namesOf(after),
    })
    if (!wasKilled) return wrecks
  }
  throw new Error(`more than writesMax = ${writesMax} writes`)
}

function readFlash(file: string): Flash {
  const phone = openSqliteStorage(file, { ifAbsent: plainBelongings })
  const flash = phone.read()
  phone.close()
  return flash
}

function namesOf({ reports }: Flash): readonly string[] {
  return reports.map(
    ({ code, url, attempts }) => `${code} of ${url.split('/').at(-1)}, ${attempts}`,
  )
}

async function startServer(): Promise<SuiteServer> {
  const server = await startSuiteServer()
  servers.push(server)
  return server
}

/** A phone with 1.0.0 on it, reported. */
async function prepare(server: SuiteServer, name: string): Promise<string> {
  const file = join(folder, name)
  await callFile(file, ['open', server.link('1.0.0')])
  return file
}

/** In the order in which they come, each named once. */
function turnsOf(wrecks: readonly Wreck[]): readonly Wreck[] {
  const told = wrecks.map((wreck) => JSON.stringify(wreck))
  return wrecks.filter((_, index) => told[index] !== told[index - 1])
}

describe('a phone that is killed at any of its writes', () => {
  test.concurrent(
    'while it updates has the old suite or the new one',
    { timeout },
    async ({ expect }) => {
      const server = await startServer()
      const plan: Plan = {
        name: 'update',
        begin: await prepare(server, 'updated'),
        errand: ['open', server.link('1.1.0')],
        next: () => ['launch', 'Demo'],
      }
      const [one, other] = ['1.0.0', '1.1.0']
      const report = '900 of 1.1.0'
      expect(turnsOf(await killEverywhere(plan, server))).toEqual([
        { installed: [one], queued: [], sent: [], sentNext: [], queuedAtLast: [] },
        {
          installed: [other],
          queued: [`${report}, 0`],
          sent: [],
          sentNext: [report],
          queuedAtLast: [],
        },
        // An attempt is counted before it is made.
        {
          installed: [other],
          queued: [`${report}, 1`],
          sent: [],
          sentNext: [report],
          queuedAtLast: [],
        },
        // It was made, and the phone died before it could note that: nobody can know, so it is made again.
        {
          installed: [other],
          queued: [`${report}, 1`],
          sent: [report],
          sentNext: [report],
          queuedAtLast: [],
        },
        { installed: [other], queued: [], sent: [report], sentNext: [], queuedAtLast: [] },
      ])
    },
  )

  test.concurrent(
    'while it removes has the suite, or owes the report of its deletion',
    { timeout },
    async ({ expect }) => {
      const server = await startServer()
      const plan: Plan = {
        name: 'removal',
        begin: await prepare(server, 'removed'),
        errand: ['remove', 'Demo'],
        next: ([version]) =>
          version === undefined ? ['open', server.link('2.0.0')] : ['launch', 'Demo'],
      }
      const nothing = { sent: [], queuedAtLast: [] }
      expect(turnsOf(await killEverywhere(plan, server))).toEqual([
        { installed: ['1.0.0'], queued: [], sentNext: [], ...nothing },
        {
          installed: [],
          queued: ['912 of 1.0.0, 0'],
          sentNext: ['912 of 1.0.0', '900 of 2.0.0'],
          ...nothing,
        },
      ])
    },
  )
})
