/** Library API. One of the composition roots: it picks the adapters. */
import { readFile } from 'node:fs/promises'
import { createHttpUndici } from './adapters/http-undici.ts'
import { createMemoryStorage } from './adapters/storage-memory.ts'
import { VirtualClock } from './adapters/clock-virtual.ts'
import { WallClock } from './adapters/clock-wall.ts'
import { openEmbeddedWorld, embeddedTarget } from './embedded.ts'
import type { FailOn } from './check/verdict.ts'
import { createOperator } from './network/operator.ts'
import type { Fault } from './reference/fault.ts'
import type { World } from './run/case.ts'
import { flashBytes } from './run/initial-flash.ts'
import { planCases } from './run/plan.ts'
import type { Case } from './run/plan.ts'
import { prepare } from './run/prepare.ts'
import type { Prepared } from './run/prepare.ts'
import type { CaseReport, RunReport } from './run/report-model.ts'
import { runCases } from './run/run.ts'
import type { RunResult } from './run/run.ts'
import { parseTarget, targetFromUrl } from './target/target.ts'
import type { Target } from './target/target.ts'
import { DataError } from './errors.ts'
import type { Trace } from './trace/trace.ts'

export { defineCheck, fail, inconclusive, pass, review } from './check/check.ts'
export { defineQuirk } from './handset/behaviour.ts'
export { createHandset } from './handset/handset.ts'
export { prepare } from './run/prepare.ts'
export { defineStep } from './scenario/step.ts'
export type { CaseReport, Prepared, RunReport, RunResult, Trace }

export interface RunOptions {
  /** Globs over scenario ids; none: all. */
  readonly scenarios?: readonly string[] | undefined
  /** Glob over profile ids (`nokia-*`), or platform and id (`midp/*`); none: three phones that are quick to play. */
  readonly profile?: string | undefined
  /** Path of a target file, or the URL of a descriptor; none: the embedded reference server. */
  readonly target?: string | undefined
  /** A defect for the embedded server to have. */
  readonly fault?: Fault | undefined
  readonly seed?: number | undefined
  readonly clock?: 'virtual' | 'wall' | undefined
  readonly failOn?: FailOn | undefined
  /** ISO 8601 instant at which every case begins. */
  readonly startsAt?: string | undefined
  /** Milliseconds to wait for the first octet of an answer; targets over a network: 60,000. */
  readonly replyTimeoutMs?: number | undefined
  readonly onCase?: ((done: number, total: number, report: CaseReport) => void) | undefined
  /** From `prepare()`, to be used by many runs; none: read anew. */
  readonly prepared?: Prepared | undefined
}

const defaultProfiles = '{midp2-plain,nokia-5310,nokia-6300}'
const defaultStart = '2006-03-01T09:00:00.000Z'

/**
 * Plays scenarios on profiles against a target and judges what happened.
 *
 * @throws UsageError for a glob that selects nothing, DataError for an unreadable data file
 * @example
 * const { report } = await run({ target: 'http://127.0.0.1:8080/demo.jad' })
 */
export async function run(options: RunOptions = {}): Promise<RunResult> {
  const seed = options.seed ?? 1
  const startsAt = options.startsAt ?? defaultStart
  const [{ scenarios, profiles, checks, quirks }, target, version] = await Promise.all([
    options.prepared ?? prepare(),
    readTarget(options.target),
    readVersion(),
  ])
  const cases = planCases({
    scenarios,
    profiles,
    target,
    clock: options.clock,
    seed,
    startsAt,
    scenarioGlobs: options.scenarios ?? [],
    profileGlob: options.profile ?? defaultProfiles,
  })
  return runCases({
    cases,
    target,
    checks,
    quirks,
    seed,
    startsAt,
    version,
    clock: options.clock ?? 'virtual',
    failOn: options.failOn ?? 'must',
    stopwatch: () => performance.now(),
    openWorld: (theCase) => openWorld(theCase, options),
    onCase: (done, report) => options.onCase?.(done, cases.length, report),
  })
}

export interface CheckOptions extends Omit<RunOptions, 'target' | 'fault' | 'profile'> {
  /** Link of a descriptor. */
  readonly url: string
  /** Id of the phone; none: the plain one. */
  readonly profile?: string | undefined
}

/** Everything that one link lets one phone see. @throws UsageError when the URL is none */
export function check({ url, profile, ...rest }: CheckOptions): Promise<RunResult> {
  return run({ ...rest, target: targetUrl(url), profile: profile ?? 'midp2-plain' })
}

function targetUrl(url: string): string {
  return targetFromUrl(url).links.get('demo') ?? url
}

async function readTarget(place: string | undefined): Promise<Target> {
  if (place === undefined) return embeddedTarget
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(place)) return targetFromUrl(place)
  const text = await readFile(place, 'utf8').catch((cause: unknown) => {
    throw new DataError('target/unreadable', `cannot read the target file ${place}`, {
      hint: 'Give the path of a target file, or the http URL of a descriptor.',
      cause,
    })
  })
  return parseTarget(text, place)
}

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8')
  const parsed: { readonly version?: unknown } = JSON.parse(text)
  return String(parsed.version)
}

async function openWorld(theCase: Case, options: RunOptions): Promise<World> {
  if (options.clock !== 'wall') return openOn(new VirtualClock(), theCase, options)
  const clock = new WallClock()
  const world = await openOn(clock, theCase, options)
  return {
    ...world,
    async close() {
      clock.close()
      await world.close()
    },
  }
}

async function openOn(
  clock: World['clock'],
  theCase: Case,
  { fault, replyTimeoutMs }: RunOptions,
): Promise<World> {
  const { target, startsAt } = theCase
  const storage = createMemoryStorage(flashBytes(theCase))
  if (target.embedded) return openEmbeddedWorld({ clock, storage, startsAt, fault, replyTimeoutMs })
  const http = createHttpUndici(
    replyTimeoutMs === undefined ? {} : { limits: { idleMsMax: replyTimeoutMs } },
  )
  const network = createOperator({ clock, startsAtMs: Date.parse(startsAt), accounts: [] })
  return { clock, http, storage, network, close: () => http.close() }
}
