/**
 * Real descriptors and packages, served by a real nginx, against what independent programs make of them. The files are not
 * part of the repository: where they or nginx are absent the test says so and is skipped.
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personalityTable } from '../src/handset/personality.ts'
import { check, prepare } from '../src/index.ts'
import type { RunReport } from '../src/index.ts'
import { parseJad } from '../src/wire/jad.ts'
import { microemulatorJad, nokiaJrtJad, phonemeJad } from '../src/wire/jad-tolerance.table.ts'
import { outcomeDisagreements, readingDisagreements } from './corpus/disagreements.table.ts'
import type { OutcomeDisagreement } from './corpus/disagreements.table.ts'
import { failures } from './corpus/failures.table.ts'
import type { Failure } from './corpus/failures.table.ts'
import { findNginx, startNginx } from './corpus/nginx.ts'
import type { Nginx } from './corpus/nginx.ts'
import { isPair, readOracle } from './corpus/oracle.ts'
import type { OracleRow } from './corpus/oracle.ts'
import { compareReal, offerOf } from './corpus/suites.ts'
import { install } from './handset/personalities/differential.ts'

const corpus = new URL('../../shared/corpus/', import.meta.url)
const hasCorpus = existsSync(fileURLToPath(corpus))
const nginxProgram = findNginx()
const rows = hasCorpus ? await readOracle(corpus) : []
const pairs = rows.filter(isPair)
/** Read once: each of the runs below would read every data file anew. */
const prepared = hasCorpus ? await prepare() : undefined

const programs = ['phoneme', 'nokia'] as const

/** The packages are of up to MIDP 2.1, which the plain phone does not have. */
const phone = 'nokia-5310'

const missing = [...(hasCorpus ? [] : ['the corpus']), ...(nginxProgram ? [] : ['nginx'])]
const without = missing.length === 0 ? '' : ` (skipped: no ${missing.join(', no ')} here)`
if (without !== '') process.stderr.write(`test/corpus.test.ts${without}\n`)

describe.skipIf(!hasCorpus)(`real descriptors${without}`, () => {
  test.runIf(process.env['CI'] !== undefined)('have an nginx to come from, in CI', () => {
    expect(nginxProgram).not.toBe(undefined)
  })

  test.each(rows)('$jad reads as in phoneME, Nokia’s runtime and MicroEmulator', (row) => {
    const found = [
      { program: 'phoneme', names: differences(row, phonemeJad, row.phoneme.attrs) },
      { program: 'nokia', names: differences(row, nokiaJrtJad, row.nokia.attrs) },
      { program: 'microemu', names: differences(row, microemulatorJad, row.microemu.attrs ?? {}) },
    ].filter(({ names }) => names.length > 0)
    expect(found).toEqual(
      readingDisagreements
        .filter(({ jad }) => jad === row.jad)
        .map(({ program, names }) => ({ program, names })),
    )
  })

  test.each(rows)('$jad is well-formed if phoneME and Nokia’s runtime say so', (row) => {
    expect({
      phoneme: parseJad(octetsOf(row), { tolerance: phonemeJad }).wellFormed,
      nokia: parseJad(octetsOf(row), { tolerance: nokiaJrtJad }).wellFormed,
    }).toEqual({
      phoneme: !row.phoneme.why.startsWith('INVALID_KEY'),
      nokia: !row.nokia.why.startsWith('JadReader:'),
    })
  })
})

describe.skipIf(!hasCorpus)(`real suites on every personality${without}`, () => {
  const phoneme = personalityTable.get('phoneme')
  assert(phoneme !== undefined)

  test.each(rows)('$jad ends as phoneME ends it', async (row) => {
    const { code } = await install(phoneme, offerOf(row, corpus))
    expect(code).toBe(String(theirCode(row, 'phoneme')))
  })

  test('end as differential.md has them, and every difference is explained', async () => {
    const table = await compareReal(rows, corpus)
    expect(table).toBe(readFileSync(new URL('corpus/differential.md', import.meta.url), 'utf8'))
    expect(table.split('\n').filter((line) => line.includes(': ?'))).toEqual([])
  })
})

describe.skipIf(without !== '')(`real suites from nginx${without}`, () => {
  let folder: string
  let nginx: Nginx

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ota-corpus-'))
    await layOut(rows, join(folder, 'served'))
    nginx = await startNginx(nginxProgram ?? 'nginx', { folder, root: join(folder, 'served') })
  })

  afterAll(async () => {
    await nginx.stop()
    await rm(folder, { recursive: true })
  })

  test('are fifty', () => {
    expect(pairs.length).toBe(50)
  })

  test.each(pairs)(
    '$jad ends as the phones end, and fails what a stock nginx fails',
    async (row) => {
      const { report } = await check({ url: nginx.url + placeOf(row), profile: phone, prepared })
      expect(partings(row, report)).toEqual(explained(row))
      expect(failedChecks(report)).toEqual(expectedFailures(row))
    },
  )

  test.each(rows.filter((row) => !isPair(row)))(
    '$jad, whose package is lost, ends so',
    async (row) => {
      const { report } = await check({
        url: nginx.url + placeOf(row),
        profile: phone,
        prepared,
        scenarios: ['install/fresh'],
      })
      expect(partings(row, report)).toEqual(explained(row))
    },
  )

  test('sent as text/plain fail S01 by name, and nothing else that is mandatory', async () => {
    const [row] = pairs
    assert(row !== undefined)
    const { report } = await check({ url: nginx.plainUrl + placeOf(row), profile: phone, prepared })
    expect(report.verdict).toBe('fail')
    expect(
      report.checks
        .filter(({ verdict, level }) => verdict === 'fail' && level !== 'field')
        .map(({ row: id, check: name, level }) => ({ id, name, level })),
    ).toEqual([{ id: 'S01', name: 'descriptor/media-type', level: 'must' }])
  })
})

function octetsOf(row: OracleRow): Uint8Array {
  return new Uint8Array(readFileSync(new URL(row.jad, corpus)))
}

/** Names of the attributes that one has and the other has not, or has with another value. */
function differences(
  row: OracleRow,
  tolerance: typeof phonemeJad,
  theirs: Readonly<Record<string, string>>,
): readonly string[] {
  const { attributes } = parseJad(octetsOf(row), { tolerance })
  const ours = Object.fromEntries(attributes.map(({ name, value }) => [name, value]))
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)])
  return [...names].filter((name) => ours[name] !== theirs[name])
}

/** Each descriptor in a folder of its own, under the name it was published with, so that its relative link resolves. */
async function layOut(all: readonly OracleRow[], root: string): Promise<void> {
  for (const row of all) {
    const jad = new URL(placeOf(row), pathToFileURL(`${root}/`))
    await mkdir(new URL('./', jad), { recursive: true })
    await copyFile(new URL(row.jad, corpus), jad)
    if (isPair(row)) await copyFile(new URL(row.jar, corpus), new URL(row.jarUrl, jad))
  }
}

/** Some descriptors come from the folder of a development tool, under a name that no server would give a media type. */
function placeOf(row: OracleRow): string {
  const name = row.path.endsWith('.jad') ? basename(row.path) : 'application.jad'
  return `${basename(row.jad, '.jad')}/${encodeURIComponent(name)}`
}

/** A program that would accept a descriptor ends with 907 where the package is not there. */
function theirCode(row: OracleRow, program: (typeof programs)[number]): number {
  const { code } = row[program]
  return code === 900 && !isPair(row) ? 907 : code
}

/** Where a program ends otherwise than our phone. */
function partings(row: OracleRow, report: RunReport) {
  const ours = codeOf(report)
  return programs
    .map((program) => ({ program, ours, theirs: theirCode(row, program) }))
    .filter(({ theirs }) => theirs !== ours)
}

/** The disagreements about a descriptor that disagreements.table.ts explains. */
function explained(row: OracleRow) {
  const all: readonly OutcomeDisagreement[] = outcomeDisagreements
  return all
    .filter(({ jads }) => jads.includes(row.jad))
    .flatMap(({ programs: parted, ours, theirs }) =>
      parted.map((program) => ({ program, ours, theirs })),
    )
}

function failedChecks(report: RunReport): readonly string[] {
  return report.checks
    .filter(({ verdict }) => verdict === 'fail' || verdict === 'error')
    .map(({ check: id }) => id)
    .toSorted()
}

function expectedFailures(row: OracleRow): readonly string[] {
  const all: readonly Failure[] = failures
  return all
    .filter(({ jads }) => jads === 'all' || jads.includes(row.jad))
    .map(({ check: id }) => id)
    .toSorted()
}

function codeOf(report: RunReport): number | undefined {
  return report.cases.find(({ scenario }) => scenario === 'install/fresh')?.outcome?.code
}
