/** Library API. One of the composition roots: it picks the adapters. */
import { readFile } from 'node:fs/promises'
import { rememberPages } from './adapters/remembered-pages.ts'
import { embeddedTarget } from './embedded.ts'
import type { FailOn } from './check/verdict.ts'
import { openBrowser, openHttp, openTargetNetwork, openVerbs, openWorld } from './open-world.ts'
import type { SlowTransfer } from './handset/slow-pace.ts'
import type { Fault } from './reference/fault.ts'
import { joinDoors, joinUaprofs, withBrowser } from './run/extend-world.ts'
import { isSelected } from './profile/profile.ts'
import type { Profile } from './profile/profile.ts'
import { createKeptBodies } from './run/kept-bodies.ts'
import { choosePhone, lookAtBare } from './run/look-at-link.ts'
import type { LinkLook } from './run/look-at-link.ts'
import { bothOf, createPatience } from './run/patience.ts'
import type { Patience } from './run/patience.ts'
import { isForBrowser, planCases, usualStart } from './run/plan.ts'
import { prepare } from './run/prepare.ts'
import type { Prepared } from './run/prepare.ts'
import type { CaseReport, RunReport } from './run/report-model.ts'
import { openTargetUaprofs } from './run/target-uaprof.ts'
import { runCases } from './run/run.ts'
import type { RunResult } from './run/run.ts'
import { readTargetFile } from './target/read-target-file.ts'
import { leadingTo, targetFromUrl } from './target/target.ts'
import type { Target } from './target/target.ts'
import type { Person } from './target/verbs/ports.ts'
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
  /** Glob over profile ids (`nokia-*`), or platform and id (`midp/*`); none: three Java phones and five native ones that are quick to play. */
  readonly profile?: string | undefined
  /** Path of a target file, or the URL of a descriptor; none: the embedded reference server. */
  readonly target?: string | undefined
  /** `browser`: pages are opened in a Chromium, as `discovery` of a target file says; `without-scripts`: none is. */
  readonly discovery?: Target['discovery'] | undefined
  /** Path of that Chromium; none: the one that OTA_CHROMIUM names, else one that is installed. */
  readonly chromium?: string | undefined
  /** A defect for the embedded server to have. */
  readonly fault?: Fault | undefined
  readonly seed?: number | undefined
  readonly clock?: 'virtual' | 'wall' | undefined
  readonly failOn?: FailOn | undefined
  /** ISO 8601 instant at which every case begins. */
  readonly startsAt?: string | undefined
  /** Milliseconds to wait for the first octet of an answer; targets over a network: 60,000. */
  readonly replyTimeoutMs?: number | undefined
  /** Told on the wall clock, when a transfer begins that is slow on purpose. */
  readonly onSlow?: ((caseId: string, transfer: SlowTransfer) => void) | undefined
  readonly onCase?: ((done: number, total: number, report: CaseReport) => void) | undefined
  /** Does what the target file asks of a person; none: nobody is there. */
  readonly person?: Person | undefined
  /** Milliseconds that requests may be kept waiting in vain, in all, before the run ends; 120,000. */
  readonly patienceMs?: number | undefined
  /** Ends the run early: the report then holds what was played until then. */
  readonly signal?: AbortSignal | undefined
  /** From `prepare()`, to be used by many runs; none: read anew. */
  readonly prepared?: Prepared | undefined
}

const defaultProfiles =
  '{midp2-plain,nokia-5310,nokia-6300,nokia-6600,nokia-n95,htc-wizard,hp-ipaq-510,plain-pocket-pc-2003}'
const defaultPatienceMs = 120_000

/**
 * Plays scenarios on profiles against a target and judges what happened.
 *
 * @throws UsageError for a glob that selects nothing, DataError for an unreadable data file
 * @example
 * const { report } = await run({ target: 'http://127.0.0.1:8080/demo.jad' })
 */
export function run(options: RunOptions = {}): Promise<RunResult> {
  return play(options, () => defaultProfiles)
}

/** @param choose which phones play where nobody said, of those that usually do, by what the only link that is known leads to */
async function play(
  options: RunOptions,
  choose: (look: LinkLook | undefined, usual: readonly Profile[]) => string,
): Promise<RunResult> {
  const seed = options.seed ?? 1
  const startsAt = options.startsAt ?? usualStart
  const [{ scenarios, profiles, checks, quirks }, named, version] = await Promise.all([
    options.prepared ?? prepare(),
    readTarget(options),
    readVersion(),
  ])
  const patience = named.embedded
    ? undefined
    : bothOf(createPatience(options.patienceMs ?? defaultPatienceMs), createKeptBodies())
  const usual = profiles.filter((profile) => isSelected(profile, defaultProfiles))
  const look = await lookAround(named, options, { profiles, usual, patience })
  const target = look === undefined ? named : leadingTo(named, look.kind)
  const planned = planCases({
    scenarios,
    profiles,
    target,
    clock: options.clock,
    seed,
    startsAt,
    scenarioGlobs: options.scenarios ?? [],
    profileGlob: options.profile ?? choose(look, usual),
  })
  const { browser, cases } = await openBrowser(planned, options.chromium)
  const pages = rememberPages(browser)
  const relay = await openTargetNetwork(target)
  const agent = openVerbs(target, options.person)
  const uaprofs = target.embedded ? undefined : await openTargetUaprofs(target, cases)
  try {
    return await runCases({
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
      patience,
      signal: options.signal,
      openWorld: async (theCase) =>
        withBrowser(
          joinUaprofs(joinDoors(await openWorld(theCase, options, agent?.verbs), relay), uaprofs),
          isForBrowser(theCase) ? pages : undefined,
        ),
      onCase: (done, report) => options.onCase?.(done, cases.length, report),
    })
  } finally {
    await Promise.all([browser.close(), agent?.close(), relay?.close(), uaprofs?.close()])
  }
}

export interface CheckOptions extends Omit<RunOptions, 'target' | 'fault' | 'profile'> {
  /** Link of a descriptor, a package or a page. */
  readonly url: string
  /** Id of the phone; none: one that the link is for, the plain one where that is any. */
  readonly profile?: string | undefined
  /** Told which phone was chosen where none was given and the link is not for any with Java, and what it leads to. */
  readonly onPhone?: ((id: string, what: string) => void) | undefined
}

/** Everything that one link lets one phone see. @throws UsageError when the URL is none */
export async function check({ url, onPhone, ...rest }: CheckOptions): Promise<RunResult> {
  const [target = url] = targetFromUrl(url).links.values()
  return play({ ...rest, target }, (look, usual) => {
    const id = choosePhone(look, usual)?.id ?? defaultProfiles
    if (look?.audience !== undefined) onPhone?.(id, look.audience.what)
    return id
  })
}

interface LookParts {
  readonly profiles: readonly Profile[]
  readonly usual: readonly Profile[]
  readonly patience: Patience | undefined
}

async function lookAround(
  target: Target,
  { profile: glob, signal, replyTimeoutMs }: RunOptions,
  { patience, ...phones }: LookParts,
): Promise<LinkLook | undefined> {
  const http = openHttp(replyTimeoutMs)
  const abort = () => void http.close()
  signal?.addEventListener('abort', abort)
  try {
    return await lookAtBare(target, { http: patience?.over(http) ?? http, glob, ...phones })
  } finally {
    signal?.removeEventListener('abort', abort)
    await http.close()
  }
}

async function readTarget({ target: place, discovery }: RunOptions): Promise<Target> {
  const target = await findTarget(place)
  return discovery === undefined ? target : { ...target, discovery }
}

async function findTarget(place: string | undefined): Promise<Target> {
  if (place === undefined) return embeddedTarget
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(place)) return targetFromUrl(place)
  return readTargetFile(place)
}

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8')
  const parsed: { readonly version?: unknown } = JSON.parse(text)
  return String(parsed.version)
}
