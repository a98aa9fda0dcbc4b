/**
 * One call of a phone that lasts: it wakes with what is in flash, does one errand, comes to rest and is put aside. Time
 * between calls passes on the clock on the wall, and within them on the clock of the world they are played in.
 */
import { HarnessFault } from '../errors.ts'
import type { OtaError } from '../errors.ts'
import type { Behaviour } from '../handset/behaviour.ts'
import type { InstalledSuite } from '../handset/flash.ts'
import { createHandset } from '../handset/handset.ts'
import type { Handset } from '../handset/handset.ts'
import { createInFlight } from '../handset/in-flight.ts'
import { createRecorder } from '../handset/recorder.ts'
import type { Trust } from '../handset/trust.ts'
import type { Profile } from '../profile/profile.ts'
import type { UserAnswer } from '../scenario/stage.ts'
import { standingPrompt } from '../scenario/standing-prompt.ts'
import { isAllowedBy } from '../target/target.ts'
import { TRACE_FORMAT } from '../trace/events.ts'
import type { CaseFacts, EventOf, TraceEvent } from '../trace/events.ts'
import { createDrive, describeAnswer, faultOf, guard, tellFault } from './case.ts'
import type { PlayedCase, World } from './case.ts'
import type { Drive } from './drive.ts'

export type Errand =
  /** It is taken in the hand: what was never sent goes out. */
  | { readonly kind: 'wake' }
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'launch' | 'remove'; readonly suite: InstalledSuite }

export interface Call {
  readonly errand: Errand
  readonly facts: CaseFacts
  readonly profile: Profile
  readonly behaviour: Behaviour
  readonly roots: Trust['roots']
  readonly covered: boolean
  /** Answers the questions of the phone; it waits for that as long as it takes. */
  readonly user: (prompt: EventOf<'prompt.shown'>) => Promise<UserAnswer>
  /** So long the user lets the phone do something, then stops it. */
  readonly patienceMs: number
  readonly onEvent: (event: TraceEvent) => void
}

/** Far more than a phone asks about one link. */
const questionsMax = 100

export async function playCall(
  call: Call,
  world: Omit<World, 'network' | 'push'>,
): Promise<PlayedCase> {
  const recorder = createRecorder(() => world.clock.now())
  recorder.onEvent(call.onEvent)
  recorder.record('run', { type: 'case.started', format: TRACE_FORMAT, facts: call.facts })
  const inFlight = createInFlight()
  let broken: { readonly cause: unknown } | undefined
  const { hosts } = call.facts.target
  const calendar = Date.parse(call.facts.startsAt)
  const handset = createHandset({
    ...world,
    profile: call.profile,
    behaviour: call.behaviour,
    trust: { roots: call.roots, now: () => calendar + world.clock.now() },
    recorder,
    inFlight,
    isAllowed: (url) => isAllowedBy(hosts, url),
    onFault: (cause) => (broken ??= { cause }),
  })
  let fault: OtaError | undefined
  try {
    const drive = guard(createDrive(world, inFlight, recorder), () => broken)
    await runErrand(call, { handset, drive, recorder })
  } catch (error) {
    fault = faultOf(error)
  }
  const virtualMs = world.clock.now()
  const error = fault === undefined ? {} : { error: tellFault(fault) }
  recorder.record('run', { type: 'case.ended', virtualMs, ...error })
  return { trace: recorder.trace, virtualMs, fault }
}

interface Parts {
  readonly handset: Handset
  readonly drive: Drive
  readonly recorder: ReturnType<typeof createRecorder>
}

async function runErrand(call: Call, parts: Parts): Promise<void> {
  const { handset } = parts
  const { errand, covered } = call
  if (!covered) handset.setCoverage(false)
  handset.powerOn()
  if (covered) handset.send({ type: 'coverage.regained' })
  await attend(call, parts)
  if (errand.kind !== 'wake') {
    begin(errand, handset)
    await attend(call, parts)
  }
  handset.powerOff()
}

function begin(errand: Exclude<Errand, { kind: 'wake' }>, handset: Handset): void {
  if (errand.kind === 'open') handset.send({ type: 'link.opened', url: errand.url })
  else {
    const purpose = errand.kind === 'launch' ? 'launch' : 'removal'
    handset.send({ type: 'suite.chosen', suite: errand.suite, for: purpose })
  }
}

/** Answers what the phone asks until it has nothing more to do; out of patience, stops it. */
async function attend({ user, patienceMs }: Call, { handset, drive, recorder }: Parts) {
  const { events } = recorder.trace
  const isQuiet = () => !handset.isBusy() && !handset.isReporting()
  for (let questions = 0; questions < questionsMax; questions += 1) {
    const isMyTurn = () => standingPrompt(events) !== undefined || isQuiet()
    if (!(await drive.until(isMyTurn, patienceMs))) {
      handset.send({ type: 'user.cancelled' })
      await drive.until(isQuiet, patienceMs)
      return
    }
    const prompt = standingPrompt(events)
    if (prompt === undefined) return
    const answer = await user(prompt)
    recorder.record('user', {
      type: 'prompt.answered',
      prompt: prompt.prompt,
      answer: describeAnswer(answer),
    })
    handset.send({ type: 'user.answered', prompt: prompt.prompt, ...answer })
  }
  throw new HarnessFault('run/questions', `the phone asked questionsMax = ${questionsMax} times`)
}
