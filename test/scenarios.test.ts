/**
 * Every scenario against the embedded server: on the phones of a plain run, whose traces and report are kept, and on one
 * phone of each kind. Phones of one personality with the same quirks decide alike and differ in facts alone: all of them
 * play the scenarios in which facts matter, once. `ota run --profile 'midp/*'` plays everything. Golden traces: `npx node test/traces/write-traces.ts`
 * writes them anew, to be read before they are committed.
 */
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepare, run } from '../src/index.ts'
import type { CaseReport, RunResult } from '../src/index.ts'
import { referenceFiles, tellChecks, tellSummary } from './reference-run/reference-files.ts'
import { hasChromium, withoutChromium } from './adapters/chromium.ts'
import { reachedServer } from '../src/trace/pcapng/draw-exchange.ts'
import { formatPcapng } from '../src/trace/pcapng.ts'
import { hasTshark, readCapture, suspicious, withoutTshark } from './trace/tshark.ts'
import { goldenScenarios, readGolden, tellScenario } from './traces/goldens.ts'

const checksExercisedMin = 60
const scenariosMin = 30

let played: RunResult

const prepared = await prepare()

/** One phone of each personality and set of quirks, but for those of a plain run. */
const kinds = [
  ...new Map(
    prepared.profiles
      .toReversed()
      .map(({ id, personality, quirks }) => [[personality, ...quirks].join(' '), id]),
  ).values(),
].filter((id) => id !== 'midp2-plain')

/** Where limits, headers, media types and profiles of a phone have a say. */
const factual = ['install/fresh', 'install/push-suite', 'report/removal']

// All scenarios on three phones: a matter of seconds, of more where many tests share a machine.
beforeAll(async () => {
  played = await run()
}, 120_000)

/** Is it one that needs a browser, where there is none? */
const isBrowserless = ({ verdict, reason }: CaseReport) =>
  !hasChromium && verdict === 'not-applicable' && /chromium/i.test(reason ?? '')

/** What of a case is not as it is to be on a server that conforms. */
function remarksOn(report: CaseReport) {
  const { id, verdict, reason, expectationMet, findings } = report
  if (isBrowserless(report)) return []
  return [
    ...(expectationMet ? [] : [`${id} did not get there: ${reason}`]),
    ...(verdict === 'error' ? [`${id}: error: ${reason}`] : []),
    ...findings
      .filter(
        (finding) =>
          finding.verdict === 'fail' ||
          finding.verdict === 'error' ||
          (finding.verdict === 'inconclusive' && finding.level === 'must'),
      )
      .map(({ check, verdict: found, reason: why }) => `${id}: ${check}: ${found}: ${why}`),
  ]
}

describe('the embedded server', () => {
  it('lets every scenario come to its end on every phone, and breaks no clause', () => {
    expect(played.report.cases.flatMap(remarksOn)).toEqual([])
    expect(played.report.verdict).toBe('pass')
  })

  it('is asked everything that can be asked of a server', () => {
    const { checks, cases } = played.report
    const idle = checks.filter(({ exercised }) => exercised === 0).map(({ check }) => check)
    expect(idle).toEqual([])
    expect(played.report.exercised).toBeGreaterThanOrEqual(checksExercisedMin)
    expect(new Set(cases.map(({ scenario }) => scenario)).size).toBeGreaterThanOrEqual(scenariosMin)
  })

  it('is played again, case by case, with the same traces', async () => {
    const again = await run({ profile: 'midp2-plain' })
    const hashes = ({ report }: RunResult) =>
      report.cases
        .filter(({ profile }) => profile === 'midp2-plain')
        .map(({ id, traceHash }) => `${id} ${traceHash}`)
    expect(hashes(again)).toEqual(hashes(played))
  })

  it('gives one trace hash for one seed and one beginning', async () => {
    const options = { scenarios: ['install/fresh'], profile: 'midp2-plain', seed: 7 }
    const { report } = await run(options)
    expect((await run(options)).report.traceHash).toBe(report.traceHash)
    expect((await run({ ...options, seed: 8 })).report.traceHash).not.toBe(report.traceHash)
  })
})

describe('the embedded server, with phones of every kind,', () => {
  it.each(kinds)('lets %s come to the end of every scenario, and breaks no clause', async (id) => {
    const { report } = await run({ profile: id, prepared })
    expect(report.cases.flatMap(remarksOn)).toEqual([])
    expect(report.verdict).toBe('pass')
  })

  it.each(factual)('lets every phone come to the end of %s, and breaks no clause', async (id) => {
    const { report } = await run({ profile: 'midp/*', prepared, scenarios: [id] })
    expect(report.cases.flatMap(remarksOn)).toEqual([])
    const java = prepared.profiles.filter(({ platform }) => platform === 'midp')
    expect(report.cases.length).toBe(java.length)
  })

  it('gives every phone the same traces twice', async () => {
    const options = { profile: 'midp/*', prepared, scenarios: ['install/fresh'] }
    const { report } = await run(options)
    expect((await run(options)).report.traceHash).toBe(report.traceHash)
  })
})

describe('the trace of', () => {
  it.each(goldenScenarios)('%s is as it is written down', async (scenario) => {
    expect(tellScenario(played, scenario)).toBe(await readGolden(scenario))
  })
})

describe.skipIf(!hasChromium)(
  `the reference run, written with a browser${withoutChromium},`,
  () => {
    it('ends as reports/reference says', async () => {
      expect(await tellSummary(played)).toBe(await readFile(referenceFiles.summary, 'utf8'))
    })

    it('exercises every check in as many cases as reports/reference says', async () => {
      expect(tellChecks(played.report)).toBe(await readFile(referenceFiles.checks, 'utf8'))
    })
  },
)

describe.skipIf(!hasTshark)(`the reference run as a capture file${withoutTshark}`, () => {
  it('shows tshark nothing malformed, and each request and status code of the traces', () => {
    // tshark reads the capture three times: many megabytes.
    const traces = [...played.traces.values()]
    const capture = formatPcapng(traces)
    expect(readCapture(capture, suspicious, ['frame.number', '_ws.expert.message'])).toEqual([])
    const exchanges = traces
      .flatMap(({ events }) => events)
      .filter((event) => event.type === 'http.exchanged')
      .filter(reachedServer)
    // Some bodies never come to their end; their heads count.
    const cut = ['http.desegment_body:FALSE']
    const own = '!(tcp.port == 8080)'
    expect(readCapture(capture, `http.request && ${own}`, ['http.request.uri'], cut)).toEqual(
      exchanges.map(({ request }) => request.target),
    )
    expect(readCapture(capture, `http.response && ${own}`, ['http.response.code'], cut)).toEqual(
      exchanges.flatMap(({ response }) =>
        response === undefined ? [] : [String(response.status)],
      ),
    )
    const packets = traces
      .flatMap(({ events }) => events)
      .filter((event) => event.type === 'bearer.exchanged')
    const seen = readCapture(capture, 'smpp', ['smpp.command_id']).flatMap((row) => row.split(','))
    const commands = packets
      .filter(({ bearer }) => bearer === 'smsc')
      .map(({ octets }) => `0x${Buffer.from(octets.subarray(4, 8)).toString('hex')}`)
    expect(commands.length).toBeGreaterThan(100)
    expect(seen).toEqual(commands)
    const pushes = packets.filter(({ bearer }) => bearer === 'wap-udp')
    expect(readCapture(capture, 'udp && wsp', ['udp.dstport'])).toEqual(pushes.map(() => '2948'))
  }, 90_000)
})
