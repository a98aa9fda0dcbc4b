/** A real server on loopback whose clock stands still until it is told to move; real programs; whole runs. */
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { prepare, run } from '../../src/index.ts'
import type { Prepared, RunResult } from '../../src/index.ts'
import { createServer } from '../../src/reference/listen.ts'
import { createReference } from '../../src/reference/reference.ts'
import { hashTrace } from '../../src/trace/jsonl.ts'

let prepared: Prepared
beforeAll(async () => {
  prepared = await prepare()
})

interface Asked {
  readonly result: RunResult
  /** What the server was told, in order. */
  readonly told: readonly string[]
  readonly movedMs: number
}

/** Runs `report/late` on the plain phone; `ADMIN` in the verbs stands for the door by which the server is told. */
async function runLate(verbs: string, answers = 200): Promise<Asked> {
  let movedMs = 0
  const told: string[] = []
  const reference = createReference({
    origin: 'http://127.0.0.1',
    now: () => Date.parse('2006-03-01T09:00:00.000Z') + movedMs,
  })
  const server = createServer(reference)
  const admin = createHttpServer((request, response) => {
    const { url = '/' } = request
    told.push(url)
    movedMs += Number(/ms=(\d+)/.exec(url)?.[1] ?? 0)
    response.writeHead(answers).end('password=geheim\n\u001B[31mserver ready\n')
  })
  for (const one of [server, admin]) one.listen(0, '127.0.0.1')
  await Promise.all([once(server, 'listening'), once(admin, 'listening')])
  const folder = await mkdtemp(join(tmpdir(), 'ota-verbs-'))
  onTestFinished(async () => {
    for (const one of [server, admin]) {
      one.closeAllConnections()
      one.close()
    }
    await rm(folder, { recursive: true, force: true })
  })
  const at = (one: { address(): string | AddressInfo | null }) => {
    const address = one.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }
  const file = join(folder, 'target.yaml')
  const text = `links: { demo: "http://127.0.0.1:${at(server)}/demo.jad" }\n${verbs}`
  await writeFile(file, text.replaceAll('ADMIN', `http://127.0.0.1:${at(admin)}`))
  const result = await run({
    target: file,
    scenarios: ['report/late'],
    profile: 'midp2-plain',
    prepared,
  })
  return { result, told, movedMs }
}

function lateOf({ report }: RunResult) {
  const [one] = report.cases
  const finding = one?.findings.find(({ check }) => check === 'report/expired-session')
  return { verdict: one?.verdict, reason: one?.reason, late: finding?.verdict }
}

const clock = 'clock: { http: { url: "ADMIN/clock?ms=${ms}" } }'

describe('the clock of a target', () => {
  it('goes with that of the phone, so that a late report is judged', async () => {
    const { result, told, movedMs } = await runLate(`verbs: { ${clock} }`)
    expect(lateOf(result)).toEqual({ verdict: 'pass', reason: undefined, late: 'pass' })
    const days = 14 * 24 * 3600 * 1000
    expect(movedMs).toBeGreaterThan(days)
    expect(movedMs).toBeLessThanOrEqual(result.report.virtualMs)
    expect(told.every((url) => /^\/clock\?ms=[1-9]\d*000$/.test(url))).toBe(true)
  })

  it('that is told an instant begins where the case begins', async () => {
    const { told } = await runLate(
      'verbs: { clock: { http: { url: "ADMIN/clock?to=${instant}" } } }',
    )
    expect(told[0]).toBe(`/clock?to=${encodeURIComponent('2006-03-01T09:00:00.000Z')}`)
  })

  it('that cannot be moved leaves open what a late report shows', async () => {
    expect(lateOf((await runLate('')).result).late).toBe('inconclusive')
  })

  it('that was told to and did not move leaves it open as well, and the case says why', async () => {
    const { result, told } = await runLate(`verbs: { ${clock} }`, 500)
    const { verdict, reason, late } = lateOf(result)
    expect([verdict, late]).toEqual(['inconclusive', 'inconclusive'])
    expect(reason).toMatch(
      /^the clock of the target was not moved: GET http:\/\/127\.0\.0\.1:\d+\/clock: 500 Internal/,
    )
    expect(told).toHaveLength(3)
  })
})

describe('a target', () => {
  it('is reset before a case; one that was not is not played', async () => {
    const reset = 'reset: { http: { method: DELETE, url: "ADMIN/cases" } }'
    const { result, told } = await runLate(`verbs: { ${reset} }`)
    expect(told).toEqual(['/cases'])
    expect(result.report.cases[0]?.expectationMet).toBe(true)
    const failed = await runLate(`verbs: { ${reset} }`, 503)
    const verdicts = failed.result.report.cases[0]?.findings.map(({ verdict }) => verdict)
    expect(new Set(verdicts)).toEqual(new Set(['not-applicable']))
    expect(lateOf(failed.result)).toEqual({
      verdict: 'inconclusive',
      reason: expect.stringMatching(
        /^the target was not reset: DELETE .*: 503 Service Unavailable, "password=\[redacted\]"$/,
      ),
      late: 'not-applicable',
    })
  })

  it('shows its log in the trace, without credentials and outside the hash', async () => {
    const { result } = await runLate('verbs: { logs: { http: { url: "ADMIN/log?n=${lines}" } } }')
    const [trace] = result.traces.values()
    const logged = trace?.events.find(({ type }) => type === 'target.logged')
    expect(logged).toMatchObject({
      actor: 'target',
      lines: ['password=[redacted]', '\u001B[31mserver ready'],
      cut: false,
    })
    const other = trace?.events.map((event) =>
      event.type === 'target.logged' ? { ...event, lines: ['else'] } : event,
    )
    expect(hashTrace({ events: other ?? [] })).toBe(result.report.cases[0]?.traceHash)
  })
})
