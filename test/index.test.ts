/** The library: runs against the embedded server, against ports of loopback, and against nothing at all. */
import { describe, expect, it } from 'vitest'
import { DataError, UsageError } from '../src/errors.ts'
import { check, run } from '../src/index.ts'
import type { RunReport } from '../src/index.ts'
import { listen } from '../src/reference/listen.ts'
import { createReference } from '../src/reference/reference.ts'
import { answering, openLoopback } from './adapters/octet-server.ts'
import type { Script } from './adapters/octet-server.ts'

/** A target of one script, for as long as the test asks it. */
async function withTarget<T>(script: Script, use: (url: string) => Promise<T>): Promise<T> {
  const target = await openLoopback(script)
  try {
    return await use(`http://127.0.0.1:${target.host.split(':')[1]}/demo.jad`)
  } finally {
    await target.close()
  }
}

function verdictsOf({ cases }: RunReport) {
  return cases.map(({ scenario, verdict, reason }) => ({ scenario, verdict, reason }))
}

describe('a run', () => {
  it('tells of every case as it is over', async () => {
    const told: string[] = []
    const { report, traces } = await run({
      scenarios: ['install/fresh', 'codes/901-*'],
      onCase: (done, total, { id }) => told.push(`${done} of ${total}: ${id}`),
    })
    expect(told).toEqual([
      '1 of 6: codes/901-insufficient-memory @ midp2-plain',
      '2 of 6: codes/901-insufficient-memory @ nokia-5310',
      '3 of 6: codes/901-insufficient-memory @ nokia-6300',
      '4 of 6: install/fresh @ midp2-plain',
      '5 of 6: install/fresh @ nokia-5310',
      '6 of 6: install/fresh @ nokia-6300',
    ])
    expect([...traces.keys()]).toEqual(report.cases.map(({ id }) => id))
    expect(report).toMatchObject({
      format: 1,
      tool: { name: 'ota-handset' },
      target: { name: 'embedded reference server', embedded: true },
      seed: 1,
      clock: 'virtual',
      startsAt: '2006-03-01T09:00:00.000Z',
      verdict: 'pass',
      unreachable: false,
    })
  })

  it('paces a phone by the wall clock if it is told to', async () => {
    const options = { scenarios: ['codes/901-*'], profile: 'nokia-5310' }
    const { report } = await run({ ...options, clock: 'wall' })
    expect(report).toMatchObject({ clock: 'wall', verdict: 'pass' })
    expect(report.virtualMs).toBeGreaterThan(1000)
    expect(report.measured.ms).toBeGreaterThan(1000)
  })

  it('of a server with a fault does not pass', async () => {
    const { default: fault } = await import('../src/reference/faults/jad-as-plain-text.ts')
    const { report } = await run({ scenarios: ['install/fresh'], profile: 'midp2-plain', fault })
    expect(report.verdict).toBe('fail')
    const failed = report.checks.filter((one) => one.failed > 0)
    expect(failed.map(({ check: id }) => id)).toEqual([
      'descriptor/media-type-not-generic',
      'descriptor/media-type',
    ])
  })

  it.each([
    ['a scenario that is none', { scenarios: ['instal/fresh'] }, UsageError],
    ['a profile that is none', { profile: 'nokia' }, UsageError],
    ['a target of another scheme', { target: 'ftp://127.0.0.1/demo.jad' }, UsageError],
    ['a target file that is not there', { target: '/nowhere/target.yaml' }, DataError],
    ['a target file that is none', { target: 'package.json' }, DataError],
  ])('is refused for %s', async (_, options, kind) => {
    await expect(run(options)).rejects.toThrow(kind)
  })
})

describe('a target', () => {
  it('that conforms passes with what one link shows', async () => {
    const reference = createReference({ origin: 'http://127.0.0.1', now: () => 0 })
    const listening = await listen(reference, { host: '127.0.0.1', port: 0 })
    const { report } = await check({ url: listening.links.demo })
    await listening.close()
    expect(report.verdict).toBe('pass')
    expect(report.target).toEqual({
      name: new URL(listening.origin).host,
      hosts: [new URL(listening.origin).host],
      embedded: false,
    })
    expect(report.exercised).toBeGreaterThanOrEqual(60)
    const unplayed = report.cases.filter(({ verdict }) => verdict === 'not-applicable')
    expect(unplayed.map(({ reason }) => reason)).not.toContain(undefined)
    expect(report.cases.filter(({ verdict }) => verdict !== 'not-applicable')).toSatisfy(
      (cases: RunReport['cases']) => cases.every(({ verdict }) => verdict === 'pass'),
    )
  }, 60_000)

  it('that is not there is asked once, and nothing is held against it', async () => {
    const gone = await withTarget(answering(''), async (url) => url)
    const { report, traces } = await run({
      target: gone,
      scenarios: ['install/*', 'codes/902-*'],
      profile: 'midp2-plain',
    })
    expect(report).toMatchObject({ unreachable: true, verdict: 'inconclusive', exercised: 0 })
    expect(traces.size).toBe(1)
    expect(new Set(report.cases.map(({ reason }) => reason))).toContain(
      'the target cannot be reached',
    )
    expect(report.cases.flatMap(({ findings }) => findings)).toEqual([])
  })

  it('that says nothing to a phone is not green', async () => {
    const page = 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n'
    const { report } = await withTarget(answering(page), (target) =>
      run({ target, scenarios: ['install/fresh'], profile: 'midp2-plain' }),
    )
    expect(verdictsOf(report)).toEqual([
      {
        scenario: 'install/fresh',
        verdict: 'inconclusive',
        reason: 'expected an installed suite, but the link led to no suite: HTTP status 404',
      },
    ])
    expect(report.verdict).not.toBe('pass')
  })

  it('that sends a descriptor beyond every limit is judged, not blamed on us', async () => {
    const body = 'MIDlet-Name: a\r\n'.repeat(70_000)
    const head = `HTTP/1.1 200 OK\r\nContent-Type: text/vnd.sun.j2me.app-descriptor\r\nContent-Length: ${body.length}\r\n\r\n`
    const { report } = await withTarget(answering(head + body), (target) =>
      run({ target, scenarios: ['install/fresh'], profile: 'midp2-plain' }),
    )
    expect(report.verdict).toBe('fail')
    const failed = report.checks.filter(({ verdict }) => verdict === 'fail')
    expect(failed.map(({ check: id }) => id)).toContain('descriptor/fits-small-devices')
    expect(report.checks.filter(({ verdict }) => verdict === 'error')).toEqual([])
  })

  it('that sends garbage is judged, not blamed on us', async () => {
    const { report } = await withTarget(answering('220 mail.test ESMTP\r\n'), (target) =>
      run({ target, scenarios: ['install/fresh', 'probes/*'], profile: 'midp2-plain' }),
    )
    expect(report.cases.filter(({ verdict }) => verdict === 'error')).toEqual([])
    expect(report.verdict).not.toBe('pass')
  })
})

describe('a run that ends early', () => {
  it('tells of what was played until it was to end', async () => {
    const ending = new AbortController()
    const { report, traces } = await run({
      scenarios: ['install/*'],
      profile: 'midp2-plain',
      signal: ending.signal,
      onCase: (done) => done === 2 && ending.abort(),
    })
    expect([traces.size, report.verdict, report.stopped]).toEqual([
      2,
      'inconclusive',
      { why: 'interrupted', detail: 'it was interrupted' },
    ])
    expect(report.cases.slice(2).map(({ reason }) => reason)).toEqual(
      report.cases.slice(2).map(() => 'not played: the run was interrupted'),
    )
  })

  it('has waited for a silent server as long as its patience lasts, and blames no check on it', async () => {
    const head =
      'HTTP/1.1 200 OK\r\nContent-Type: text/vnd.sun.j2me.app-descriptor\r\nContent-Length: 500\r\n\r\n'
    const { report } = await withTarget(answering(`${head}MIDlet-Name: a\r\n`), (target) =>
      run({
        target,
        scenarios: ['install/*'],
        profile: 'midp2-plain',
        replyTimeoutMs: 100,
        patienceMs: 150,
      }),
    )
    expect(report.stopped?.why).toBe('patience')
    expect(report.stopped?.detail).toMatch(/^the target kept \d requests? waiting in vain for/)
    expect(report).toMatchObject({ unreachable: false, verdict: 'inconclusive' })
    expect(report.cases.at(-1)?.reason).toMatch(/^not played: the target kept \d requests?/)
  })
})
