/** Ctrl-C, or a job that is called off, in the middle of a run, in a process of its own: the server that it asks knows when it has come so far. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { hasChromium } from '../adapters/chromium.ts'
import { runReportSchema } from '../report/run-report-schema.ts'

const program = fileURLToPath(new URL('../../bin/ota.mjs', import.meta.url))

/** The first case is answered at once, what comes for the next one never. */
async function interruptAtSecondCase(folder: string, signal: 'SIGINT' | 'SIGTERM') {
  let asked = 0
  const server = createServer((_, response) => {
    asked += 1
    if (asked === 1) response.writeHead(404, { 'Content-Length': 0 }).end()
    else child.kill(signal)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const words = ['check', `http://127.0.0.1:${port}/demo.jad`, '--out', folder]
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  server.closeAllConnections()
  server.close()
  return { stdout, stderr, exitCode: Number(exitCode) }
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'after %s what was played until then is told and kept, marked as interrupted, and ends in 130',
  async (signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'ota-interrupted-'))
    const { stdout, stderr, exitCode } = await interruptAtSecondCase(folder, signal)
    expect(stderr).toBe('interrupted: telling what was played; Ctrl-C again ends at once\n')
    expect(exitCode).toBe(130)
    expect(stdout).toMatch(
      /^INTERRUPTED: \d+ checks? exercised in 1 case, none failed until then\n/,
    )
    expect(stdout).toContain('  Stopped     before all was played: it was interrupted\n')
    const report = runReportSchema.parse(
      JSON.parse(await readFile(`${folder}/report.json`, 'utf8')),
    )
    expect([report.verdict, report.stopped]).toEqual([
      'inconclusive',
      { why: 'interrupted', detail: 'it was interrupted' },
    ])
    const played = report.cases.filter(({ events }) => events > 0)
    expect(played).toHaveLength(1)
    const traces = await readdir(`${folder}/traces`, { recursive: true })
    expect(traces.filter((name) => name.endsWith('.jsonl'))).toHaveLength(1)
    await rm(folder, { recursive: true })
  },
  60_000,
)

/** The page asks for something that never comes; then the run is called off twice. */
async function interruptTwiceInAPage(folder: string) {
  const server = createServer(({ url }, response) => {
    if (url === '/get') {
      response.writeHead(200, { 'Content-Type': 'text/html' })
      response.end('<html><body><script src="/never.js"></script></body></html>')
    } else child.kill('SIGTERM')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const words = ['check', `http://127.0.0.1:${port}/get`, '--browser']
  const child = spawn(process.execPath, [program, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TMPDIR: folder },
  })
  child.stderr.once('data', () => child.kill('SIGTERM'))
  const [exitCode] = await once(child, 'exit')
  server.closeAllConnections()
  server.close()
  return Number(exitCode)
}

test.skipIf(!hasChromium)(
  'a second signal ends at once, and takes the folders of the browser away too',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ota-interrupted-'))
    expect(await interruptTwiceInAPage(folder)).toBe(130)
    expect((await readdir(folder)).filter((name) => name.startsWith('playwright'))).toEqual([])
    await rm(folder, { recursive: true })
  },
  60_000,
)
