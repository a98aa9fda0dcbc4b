/**
 * One call of a phone that lasts: it wakes with what is in flash, does one errand, comes to rest and is put aside. Time
 * between calls passes on the clock on the wall, and within them on the clock of the world they are played in.
 */
import { HarnessFault } from '../errors.ts'
import type { OtaError } from '../errors.ts'
import type { Behaviour } from '../handset/behaviour.ts'
import type { Clients } from '../handset/contact.ts'
import type { InstalledSuite } from '../handset/flash.ts'
import type { InboxMessage } from '../handset/inbox.ts'
import { createHandset } from '../handset/handset.ts'
import type { Handset } from '../handset/handset.ts'
import type { Inbox } from '../handset/ports.ts'
import { createInFlight } from '../handset/in-flight.ts'
import { createRecorder } from '../handset/recorder.ts'
import type { Trust } from '../handset/trust.ts'
import type { Profile } from '../profile/profile.ts'
import { answerPage } from '../scenario/answer-page.ts'
import type { UserAnswer } from '../scenario/stage.ts'
import { standingPrompt } from '../scenario/standing-prompt.ts'
import { isAllowedBy } from '../target/hosts.ts'
import { TRACE_FORMAT } from '../trace/events.ts'
import type { CaseFacts, EventOf, TraceEvent, TraceFact } from '../trace/events.ts'
import { createDrive, describeAnswer, faultOf, guard, tellFault } from './case.ts'
import type { PlayedCase, World } from './case.ts'
import type { Drive } from './drive.ts'

export type Errand =
  /** It is taken in the hand: what was never sent goes out. */
  | { readonly kind: 'wake' }
  | { readonly kind: 'open'; readonly url: string }
  /** The user opens a message of the inbox. */
  | { readonly kind: 'follow'; readonly message: InboxMessage }
  /** It lies there and messages come. */
  | Reception
  | { readonly kind: 'launch' | 'remove'; readonly suite: InstalledSuite }

export interface Reception {
  readonly kind: 'receive'
  /** Told at once, before anything else happens; the phone takes messages until the call is over. */
  readonly hold: (receiver: {
    readonly phone: Inbox
    /** Keeps what the network did in the trace of the call. */
    readonly note: (fact: TraceFact) => void
  }) => void
  /** The user opens each link that the phone shows. */
  readonly opensLinks: boolean
}

export interface Call {
  readonly errand: Errand
  readonly facts: CaseFacts
  readonly profile: Profile
  readonly behaviour: Behaviour
  readonly roots: Trust['roots']
  readonly covered: boolean
  /** How clients connect that were installed; none: no server of theirs is known. */
  readonly clients?: Clients | undefined
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
    clients: call.clients,
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
  if (errand.kind === 'receive') await receive(errand, call, parts)
  else {
    if (covered) handset.send({ type: 'coverage.regained' })
    await attend(call, parts)
    if (errand.kind !== 'wake') {
      begin(errand, handset)
      await attend(call, parts)
    }
  }
  handset.powerOff()
}

function begin(errand: Exclude<Errand, { kind: 'wake' | 'receive' }>, handset: Handset): void {
  switch (errand.kind) {
    case 'open':
      handset.send({ type: 'link.opened', url: errand.url })
      return
    case 'follow':
      handset.send({ type: 'message.chosen', id: errand.message.id })
      return
    case 'launch':
      handset.send({ type: 'suite.chosen', suite: errand.suite, for: 'launch' })
      return
    case 'remove':
      handset.send({ type: 'suite.chosen', suite: errand.suite, for: 'removal' })
      return
    default:
      errand satisfies never
  }
}

async function receive({ hold, opensLinks }: Reception, call: Call, parts: Parts): Promise<void> {
  const { handset, recorder } = parts
  hold({ phone: handset, note: (fact) => void recorder.record('network', fact) })
  // The segments of a message come one behind the other in the same breath.
  await Promise.resolve()
  await attend(call, parts)
  if (!opensLinks) return
  const { events } = recorder.trace
  // Whatever comes meanwhile is among them.
  for (const event of events) {
    if (event.type !== 'link.offered' || event.signal === 'loads') continue
    const [first] = event.messages
    const { inbox } = handset.phone.storage.read()
    const message = inbox.findLast(({ messages }) => messages[0] === first)
    if (message === undefined) continue
    begin({ kind: 'follow', message }, handset)
    await attend(call, parts)
  }
}

/** Answers what the phone asks until it has nothing more to do; out of patience, stops it. */
async function attend({ user, patienceMs }: Call, { handset, drive, recorder }: Parts) {
  const { events } = recorder.trace
  const isQuiet = () => !handset.isBusy() && !handset.isReporting() && !handset.isConnecting()
  for (let questions = 0; questions < questionsMax; questions += 1) {
    const isMyTurn = () => standingPrompt(events) !== undefined || isQuiet()
    if (!(await drive.until(isMyTurn, patienceMs))) {
      handset.send({ type: 'user.cancelled' })
      await drive.until(isQuiet, patienceMs)
      return
    }
    const prompt = standingPrompt(events)
    if (prompt === undefined) return
    const wish = await user(prompt)
    const answer = prompt.prompt === 'page' ? goOnFrom(wish, events) : wish
    if (answer === undefined) {
      // The page goes on by itself.
      await drive.until(() => standingPrompt(events) !== prompt, patienceMs)
      continue
    }
    recorder.record('user', {
      type: 'prompt.answered',
      prompt: prompt.prompt,
      answer: describeAnswer(answer),
    })
    handset.send({ type: 'user.answered', prompt: prompt.prompt, ...answer })
  }
  throw new HarnessFault('run/questions', `the phone asked questionsMax = ${questionsMax} times`)
}

/** Who wants to go on from a page, and does not say by which link, goes on by the one that the phone installs from. */
function goOnFrom(wish: UserAnswer, events: readonly TraceEvent[]): UserAnswer | undefined {
  return wish.answer === 'accept' && wish.chosen === undefined ? answerPage(events) : wish
}
