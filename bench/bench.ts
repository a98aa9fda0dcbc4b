/** `npm run bench`: figures and ratios of one run, printed and written to `bench/results.json`. */
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { run } from '../src/index.ts'
import { measureFlows, median } from './flows.ts'
import { measureSubmits } from './submits.ts'

const execute = promisify(execFile)
const gibibyte = 1024 ** 3

interface Row {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What it should be, as a sentence fragment. */
  readonly goal: string
  readonly met: boolean
}

interface IdleFigures {
  readonly ms: number
  readonly rssBytes: number
  readonly bytesEach: number
}

interface JoinFigures {
  readonly whole: number
  readonly ms: number
  readonly messagesHeld: number
  readonly messagesMax: number
  readonly floodBytes: number
}

interface PushFigures {
  readonly phones: number
  readonly once: number
  readonly lost: number
  readonly doubled: number
  readonly withReceipt: number
}

interface PackageFigures {
  readonly jar: number
  readonly sisx: number
  readonly ratio: number
}

interface CabinetFigures {
  readonly stored: number
  readonly mszip: number
  readonly storedRatio: number
  readonly mszipRatio: number
  readonly signedRatio: number
}

interface PageFigures {
  readonly ms: number
  readonly links: number
  readonly expected: number
}

const rows: Row[] = []
const add = (row: Row) => {
  rows.push(row)
  const { name, value, unit, goal, met } = row
  process.stdout.write(`${met ? 'met   ' : 'MISSED'}  ${name}: ${round(value)} ${unit} (${goal})\n`)
}

const flows = await measureFlows(500, 20)
add({
  name: 'bare undici.request, three requests',
  value: flows.bareFlowsPerSecond,
  unit: 'flows/s',
  goal: 'the yardstick',
  met: true,
})
add({
  name: 'complete flows, traced and judged',
  value: flows.flowsPerSecond,
  unit: 'flows/s',
  goal: 'see the ratio',
  met: true,
})
add(atLeast('complete flows to bare requests', flows.ratio, 0.25))

const idle = await inChild<IdleFigures>('idle.ts', 100_000, ['--expose-gc'])
const tenth = await inChild<IdleFigures>('idle.ts', 10_000, ['--expose-gc'])
add(atMost('100,000 idle handsets', { value: idle.rssBytes / gibibyte, unit: 'GiB' }, 1))
add(atMost('idle: time for ten times the handsets', { value: idle.ms / tenth.ms, unit: '×' }, 11))
add(
  atMost(
    'idle: memory for ten times the handsets',
    { value: (idle.bytesEach * 10) / tenth.bytesEach, unit: '×' },
    11,
  ),
)

const retries = await inChild<{ readonly ms: number; readonly attempts: number }>(
  'retries.ts',
  1000,
)
const fewer = await inChild<{ readonly ms: number }>('retries.ts', 100)
add(atMost('14 days of report retries, 1,000 handsets', { value: retries.ms / 1000, unit: 's' }, 2))
add({
  name: 'attempts in those days',
  value: retries.attempts,
  unit: 'reports',
  goal: 'one a day each',
  met: retries.attempts === 14_000,
})
add(
  atMost(
    'retries: time for ten times the handsets',
    { value: retries.ms / fewer.ms, unit: '×' },
    11,
  ),
)

const suite = await run()
add(atMost('the whole default suite', { value: suite.report.measured.ms / 1000, unit: 's' }, 10))
add({
  name: 'its verdict',
  value: suite.report.cases.length,
  unit: `cases, ${suite.report.verdict}`,
  goal: 'pass',
  met: suite.report.verdict === 'pass',
})

const submits = await measureSubmits(20_000, 5)
add({
  name: 'submissions to a bare server of the npm package smpp',
  value: submits.barePerSecond,
  unit: 'messages/s',
  goal: 'the yardstick',
  met: true,
})
add({
  name: 'submissions through the SMSC to the inbox',
  value: submits.perSecond,
  unit: 'messages/s',
  goal: 'see the ratio',
  met: true,
})
add(atLeast('submissions through the SMSC to the bare server', submits.ratio, 0.6))
add(all('messages the phones have', submits.received, submits.submitted))

const joins = await inChild<JoinFigures>('joins.ts', 10_000, ['--expose-gc'])
add(all('messages joined of 10,000 interleaved senders', joins.whole, 10_000))
add(atMost('time of that', { value: joins.ms / 1000, unit: 's' }, 1))
add(
  atMost(
    'messages held of 200,000 senders who end none',
    { value: joins.messagesHeld, unit: 'messages' },
    joins.messagesMax,
  ),
)
add(atMost('memory of that', { value: joins.floodBytes / 1024 ** 2, unit: 'MiB' }, 32))

const pushes = await inChild<PushFigures>('pushes.ts', 10_000)
add(all('phones with one push each, the sender cut in the middle', pushes.once, pushes.phones))
add(atMost('pushes lost or doubled', { value: pushes.lost + pushes.doubled, unit: 'pushes' }, 0))
add(all('phones whose push has a receipt', pushes.withReceipt, pushes.phones))

const packages = await inChild<PackageFigures>('packages.ts', 15)
add({
  name: 'JAR packages read, every file checked',
  value: packages.jar,
  unit: 'MiB/s',
  goal: 'the yardstick',
  met: true,
})
add({
  name: 'SISX packages read, every file checked',
  value: packages.sisx,
  unit: 'MiB/s',
  goal: 'see the ratio',
  met: true,
})
add(atLeast('reading SISX to reading a JAR of equal size', packages.ratio, 0.5))

const bin = fileURLToPath(new URL('../bin/ota.mjs', import.meta.url))
const nothing = await startUp(['-e', '0'])
add(
  atMost(
    'ota --help to node -e 0',
    { value: (await startUp([bin, '--help'])) / nothing, unit: '×' },
    3,
  ),
)

const cabinets = await inChild<CabinetFigures>('cabinets.ts', 15)
add({
  name: 'cabinets read, stored and with MSZIP',
  value: Math.min(cabinets.stored, cabinets.mszip),
  unit: 'MiB/s of the slower',
  goal: 'see the ratios',
  met: true,
})
add(atLeast('reading a stored CAB to a JAR of equal length', cabinets.storedRatio, 0.5))
add(atLeast('reading a CAB of MSZIP to a JAR of equal length', cabinets.mszipRatio, 0.5))
add(
  atLeast(
    'reading a signed CAB of MSZIP, its signature verified, to a JAR of equal length',
    cabinets.signedRatio,
    0.5,
  ),
)

for (const kind of ['html', 'xhtml', 'wml']) {
  const reads: PageFigures[] = []
  for (let round = 0; round < 5; round += 1) {
    reads.push(await inChild<PageFigures>('pages.ts', kind, ['--max-old-space-size=64']))
  }
  const ms = median(reads.map((read) => read.ms))
  add(atMost(`the first page of 1 MiB, ${kind}, at 64 MiB`, { value: ms, unit: 'ms' }, 100))
  const [{ links, expected } = { links: 0, expected: 1 }] = reads
  add(all(`links in it`, links, expected))
}

const results = {
  node: process.version,
  cpus: cpus().length,
  cpu: cpus()[0]?.model,
  rows: rows.map((row) => ({ ...row, value: round(row.value) })),
}
await writeFile(
  new URL('results.json', import.meta.url),
  `${JSON.stringify(results, undefined, 2)}\n`,
)
process.exitCode = rows.every(({ met }) => met) ? 0 : 1

function all(name: string, value: number, whole: number): Row {
  return { name, value, unit: `of ${whole}`, goal: 'all', met: value === whole }
}

function atLeast(name: string, value: number, least: number): Row {
  return { name, value, unit: '×', goal: `at least ${least}`, met: value >= least }
}

function atMost(
  name: string,
  figure: { readonly value: number; readonly unit: string },
  most: number,
): Row {
  return { name, ...figure, goal: `at most ${most}`, met: figure.value <= most }
}

async function inChild<T>(
  file: string,
  wish: number | string,
  flags: readonly string[] = [],
): Promise<T> {
  const script = fileURLToPath(new URL(file, import.meta.url))
  const { stdout } = await execute(process.execPath, [...flags, script, String(wish)])
  const figures: T = JSON.parse(stdout)
  return figures
}

/** Median milliseconds of starting Node, of 15. */
async function startUp(words: readonly string[]): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 15; round += 1) {
    const began = performance.now()
    await execute(process.execPath, [...words])
    times.push(performance.now() - began)
  }
  return median(times)
}

function round(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 1000) / 1000
}
