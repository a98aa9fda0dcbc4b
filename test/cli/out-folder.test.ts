import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runReportSchema } from '../report/run-report-schema.ts'
import { runSession } from './run-session.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ota-test-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

function traceHashIn(text: string): string | undefined {
  return /Trace hash +(\w{64})/.exec(text)?.[1]
}

test('a run keeps its report and its traces where it is told, and the traces give the same report again', async () => {
  const words = 'install/fresh --profile midp2-plain'
  const played = await runSession(
    `ota run ${words} --out ${folder}/a --reporter junit=${folder}/j/x.xml`,
  )
  expect(played.stderr).toBe('')
  expect((await readdir(folder, { recursive: true })).toSorted()).toEqual([
    'a',
    'a/files.json',
    'a/report.json',
    'a/summary.txt',
    'a/traces',
    'a/traces/install',
    'a/traces/install/fresh@midp2-plain.jsonl',
    'j',
    'j/x.xml',
  ])
  const report = runReportSchema.parse(
    JSON.parse(await readFile(`${folder}/a/report.json`, 'utf8')),
  )
  expect(report.cases.map(({ trace }) => trace)).toEqual(['traces/install/fresh@midp2-plain.jsonl'])
  const judged = await runSession(`ota judge ${folder}/a`)
  expect([judged.stderr, judged.exitCode]).toEqual(['', played.exitCode])
  expect(traceHashIn(judged.stdout)).toBe(report.traceHash)
  expect(traceHashIn(played.stdout)).toBe(report.traceHash)
})

test('a run into the folder of an earlier one takes the traces of that one away, and nothing else', async () => {
  const out = `--profile midp2-plain --out ${folder}/twice`
  await runSession(`ota run install/fresh ${out}; echo mine > ${folder}/twice/traces/mine@me.jsonl`)
  await runSession(`ota run install/again ${out}`)
  expect((await readdir(`${folder}/twice/traces`, { recursive: true })).toSorted()).toEqual([
    'install',
    'install/again@midp2-plain.jsonl',
    'mine@me.jsonl',
  ])
})

test('what is judged again stays, also where the new report goes into its folder', async () => {
  const out = `${folder}/again`
  await runSession(`ota run install/fresh --profile midp2-plain --out ${out}`)
  const before = await readdir(out, { recursive: true })
  expect((await runSession(`ota judge ${out} --out ${out}`)).exitCode).toBe(0)
  expect(await readdir(out, { recursive: true })).toEqual(before)
  expect((await runSession(`ota judge ${out}`)).exitCode).toBe(0)
})

test('the report of a run is no trace, and says where those are', async () => {
  const out = `${folder}/report`
  await runSession(`ota run install/fresh --profile midp2-plain --out ${out}`)
  expect(await runSession(`ota judge ${out}/report.json`)).toEqual({
    stdout: '',
    stderr: `error: ${out}/report.json is the report of a run, and no trace [judge/report]\nhint: Give the folder that --out named, or files below its traces/: their names end in .jsonl.\n`,
    exitCode: 2,
  })
})

test('JSON alone goes to stdout when asked for', async () => {
  const { stdout } = await runSession(
    'ota run install/fresh --profile midp2-plain --seed 7 --reporter json',
  )
  expect(runReportSchema.parse(JSON.parse(stdout)).seed).toBe(7)
})

test('a target that does not answer at all ends in 5', async () => {
  const { stdout, exitCode } = await runSession('ota check http://127.0.0.1:1/demo.jad')
  expect(stdout.split('\n\n')[0]?.replace('\n', ' ')).toBe(
    'TARGET UNREACHABLE: 127.0.0.1:1 could not be reached (connect ECONNREFUSED 127.0.0.1:1); nothing listens there, or a firewall refuses: does the server run, and on this port?',
  )
  expect(stdout.split('\n').length).toBeLessThan(20)
  expect(exitCode).toBe(5)
})

test('encoded octets that cannot be written end in 2, as usage', async () => {
  const { stdout, stderr, exitCode } = await runSession(
    'ota encode si --href http://ota.test/ --out /dev/null/x',
  )
  expect(stdout).toBe('')
  expect(stderr).toMatch(
    /^error: cannot write \/dev\/null\/x: .*\[cli\/cannot-write\]\nhint: Give another place, or see whether this one may be written to\.\n$/,
  )
  expect(exitCode).toBe(2)
})

test('a reporter whose file has no name is refused before anything is played', async () => {
  const { stdout, stderr, exitCode } = await runSession('ota run install/fresh --reporter json=')
  expect({ stdout, stderr, exitCode }).toEqual({
    stdout: '',
    stderr:
      'error: --reporter json= names no file [cli/no-file]\nhint: Say --reporter json=FILE, or --reporter json for stdout.\n',
    exitCode: 2,
  })
})

test('a reader that goes away takes neither the files nor the exit code with it', async () => {
  const { stdout } = await runSession(
    `ota check http://127.0.0.1:1/demo.jad --out ${folder}/gone | true; echo "\${PIPESTATUS[0]}"`,
  )
  expect(stdout).toBe('5\n')
  expect((await readdir(`${folder}/gone`)).toSorted()).toEqual([
    'files.json',
    'report.json',
    'summary.txt',
    'traces',
  ])
})

test('several reports can be asked for in one word', async () => {
  const { stderr, stdout } = await runSession(
    `ota run install/fresh --profile midp2-plain --reporter json,junit=${folder}/w/a,b.xml,har=${folder}/w/c.har`,
  )
  expect(stderr).toBe('')
  expect(runReportSchema.parse(JSON.parse(stdout)).verdict).toBe('pass')
  expect((await readdir(`${folder}/w`)).toSorted()).toEqual(['a,b.xml', 'c.har'])
})

test('a self-test, too, sees to it first that its proof can be written', async () => {
  const { stderr, exitCode } = await runSession('ota self-test --reporter markdown=/dev/null/x/y')
  expect([stderr.split(' [')[0], exitCode]).toEqual([
    "error: cannot write /dev/null/x: EEXIST: file already exists, mkdir '/dev/null'",
    2,
  ])
})

test.each([
  ['is a file', '/dev/null', 'EEXIST'],
  ['is below a file', '/dev/null/a', 'EEXIST'],
  ['is below a folder that lets nothing be made', '/proc/a/b', 'ENOENT'],
])('a folder that %s is refused before anything is asked of the target', async (_, out, why) => {
  for (const place of [`--out ${out}`, `--reporter json=${out}/x.json`]) {
    const { stdout, stderr, exitCode } = await runSession(`ota run install/fresh ${place}`)
    expect([stdout, exitCode]).toEqual(['', 2])
    expect(stderr).toContain(`error: cannot write ${out}: ${why}`)
    expect(stderr).toContain('[cli/cannot-write]\nhint: Give another place')
  }
})
