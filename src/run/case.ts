/** One case: a handset, a stage, the steps; out comes a trace. */
import { HarnessFault, OtaError } from '../errors.ts'
import type { Behaviour, Quirk } from '../handset/behaviour.ts'
import { foldQuirks } from '../handset/behaviour.ts'
import type { Storage } from '../handset/flash.ts'
import { createHandset } from '../handset/handset.ts'
import type { Handset } from '../handset/handset.ts'
import { createInFlight } from '../handset/in-flight.ts'
import { behaviourOf } from '../handset/platform.ts'
import type { InFlight } from '../handset/in-flight.ts'
import type { Browser, Clock, Http, Tcp } from '../handset/ports.ts'
import { createRecorder } from '../handset/recorder.ts'
import type { SlowTransfer } from '../handset/slow-pace.ts'
import type { Recorder } from '../handset/recorder.ts'
import type { Operator } from '../network/operator.ts'
import { createPlayer } from '../scenario/player.ts'
import type { PushOrder, PushOutcome } from '../scenario/push-order.ts'
import type { CaseDoors } from '../network/relay.ts'
import type { Stage, UserAnswer } from '../scenario/stage.ts'
import { allowing } from '../target/hosts.ts'
import type { Verbs } from '../target/verbs/verbs.ts'
import { TRACE_FORMAT } from '../trace/events.ts'
import type { Trace } from '../trace/trace.ts'
import { cancelOrder } from './cancel-order.ts'
import { factsOf } from './case-facts.ts'
import { announceProfile } from './case-uaprof.ts'
import type { UaprofPlace } from './case-uaprof.ts'
import { joinNetwork, phoneNumber } from './case-network.ts'
import { clientsOf } from './first-contact.ts'
import { shakeHands } from './handshakes.ts'
import { createVirtualDrive, createWallDrive } from './drive.ts'
import type { Drive, SteppedClock } from './drive.ts'
import { fillFlash } from './initial-flash.ts'
import type { Case } from './plan.ts'
import { publish } from './publish.ts'
import { pushOrder } from './push.ts'
import { readStatus } from './status.ts'
import { careForTarget } from './target-care.ts'
import type { TargetCare } from './target-care.ts'

/** The adapters of one case, picked by the composition root. */
export interface World {
  readonly clock: SteppedClock | (Clock & { readonly pending: number })
  readonly http: Http
  /** By which clients connect without HTTP, and handshakes are begun; none: none does. */
  readonly tcp?: Tcp
  /** Day by which the certificates of the target are good, milliseconds since 1970; none: that of the case. */
  readonly today?: () => number
  readonly storage: Storage
  readonly network: Operator
  /** Runs the scripts of pages; none: they are not run. */
  readonly browser?: Browser | undefined
  /** Effects of server and network that are on their way; none: they are nobody's here. */
  readonly inFlight?: InFlight
  /** Has the target push; none: it cannot be asked to. */
  readonly push?: (order: PushOrder) => Promise<PushOutcome>
  /** By which servers elsewhere reach the network; none: they cannot. */
  readonly doors?: CaseDoors | undefined
  /** Where servers find the UAProf document of the phone; none: where its maker has it, if anywhere. */
  readonly uaprof?: UaprofPlace | undefined
  /** What the target can be asked to do; none: nothing. */
  readonly verbs?: Verbs | undefined
  /** The clock is that of the target too: it feels how fast a phone takes an answer. */
  readonly feelsPace?: boolean
  /** Told when a transfer begins that the target feels to be slow. */
  readonly onSlow?: (transfer: SlowTransfer) => void
  close(): Promise<void>
}

export interface PlayedCase {
  readonly trace: Trace
  readonly virtualMs: number
  /** A defect of ours that ended the case. */
  readonly fault: OtaError | undefined
}

/** A user waits so long for a phone to finish what it does before asking for the next thing. */
const busyMs = 10 * 60_000

/** What is still under way after the last step may take so long. */
const restMs = 10 * 60_000

export async function playCase(
  theCase: Case,
  world: World,
  quirks: ReadonlyMap<string, Quirk>,
): Promise<PlayedCase> {
  const { clock } = world
  const recorder = createRecorder(() => clock.now())
  recorder.record('run', {
    type: 'case.started',
    format: TRACE_FORMAT,
    facts: factsOf(theCase, clock),
  })
  let fault: OtaError | undefined
  try {
    await playOn(theCase, { world, recorder, quirks })
  } catch (error) {
    fault = faultOf(error)
  }
  const virtualMs = clock.now()
  recorder.record('run', {
    type: 'case.ended',
    virtualMs,
    ...(fault === undefined ? {} : { error: tellFault(fault) }),
  })
  return { trace: recorder.trace, virtualMs, fault }
}

interface Props {
  readonly world: World
  readonly recorder: Recorder
  readonly quirks: ReadonlyMap<string, Quirk>
}

async function playOn(theCase: Case, { world, recorder, quirks }: Props): Promise<void> {
  const { profile, scenario, target } = theCase
  const care = tend(theCase, world, recorder)
  if (!(await care.begin())) return
  fillFlash(theCase, world.storage, recorder)
  const { inFlight = createInFlight() } = world
  const calendar = Date.parse(scenario.phone.date ?? theCase.startsAt)
  const base = wear(behaviourOf(profile), profile.quirks, quirks)
  let broken: { readonly cause: unknown } | undefined
  const handset = createHandset({
    ...world,
    http: care.http,
    profile: announceProfile(profile, world.uaprof, recorder),
    clients: clientsOf(theCase),
    trust: { roots: target.roots, now: () => calendar + world.clock.now() },
    recorder,
    inFlight,
    behaviour: wear(base, scenario.wears, quirks),
    isAllowed: allowing(target.hosts),
    wapLeadsOut: scenario.phone.wapAccessPoint === 'open',
    onFault: (cause) => (broken ??= { cause }),
  })
  const drive = guard(createDrive(world, inFlight, recorder), () => broken)
  const stage = createStage(theCase, {
    world,
    handset,
    drive,
    recorder,
    care,
    wearOn: (ids) => wear(base, ids, quirks),
  })
  const player = createPlayer(scenario, {
    stage,
    record: (fact) => recorder.record('scenario', fact),
    after: (ms, act) => world.clock.setTimeout(act, ms),
  })
  recorder.onEvent((event) => player.hear(event))
  joinNetwork(world, handset, recorder)
  if (scenario.wears.length > 0)
    recorder.record('scenario', { type: 'habit.worn', quirks: scenario.wears })
  handset.powerOn()
  await player.play()
  await drive.rest(restMs)
  await world.doors?.settled()
  handset.powerOff()
  await care.keepLog()
}

function tend({ startsAt }: Case, { verbs, http, clock }: World, recorder: Recorder): TargetCare {
  return careForTarget({
    verbs,
    http,
    recorder,
    now: () => clock.now(),
    startsAtMs: Date.parse(startsAt),
    wall: !('step' in clock),
  })
}

export function createDrive(
  { clock }: Pick<World, 'clock'>,
  inFlight: ReturnType<typeof createInFlight>,
  recorder: Recorder,
): Drive {
  return 'step' in clock
    ? createVirtualDrive(clock, inFlight)
    : createWallDrive(clock, inFlight, (listener) => recorder.onEvent(listener))
}

/** A machine that threw ends the case as soon as the driver has a turn. */
export function guard(drive: Drive, broken: () => { readonly cause: unknown } | undefined): Drive {
  const check = () => {
    const found = broken()
    if (found !== undefined) throw found.cause
    return false
  }
  return {
    until: (test, withinMs) => drive.until(() => check() || test(), withinMs),
    advance: async (ms) => void (await drive.until(check, ms)),
    async rest(withinMs) {
      check()
      await drive.rest(withinMs)
      check()
    },
  }
}

function createStage(
  { target, startsAt }: Case,
  parts: {
    readonly world: World
    readonly handset: Handset
    readonly drive: Drive
    readonly recorder: Recorder
    readonly care: TargetCare
    readonly wearOn: (ids: readonly string[]) => Behaviour
  },
): Stage {
  const { handset, drive, recorder, care, world } = parts
  const { clock, network, doors } = world
  const startsAtMs = Date.parse(startsAt)
  return {
    handset,
    flash: () => handset.phone.storage.read(),
    number: phoneNumber,
    today: () => startsAtMs + clock.now(),
    push: (order) => pushOrder(order, { target, world, care }),
    publish: (app) => publish(app, { target, care }),
    cancelOrder: (order) => cancelOrder(order, { target, verbs: world.verbs, care }),
    async readStatus(app) {
      const shown = await readStatus(app, { target, verbs: world.verbs, care })
      if (shown !== undefined) recorder.record('target', shown)
    },
    async shakeHands() {
      const { tcp, today } = world
      if (tcp !== undefined) await shakeHands({ target, tcp, recorder, today })
    },
    haveProfileHost: (act) => world.uaprof?.host?.act(act),
    disturbNetwork: (disturbance) => network.script.arm(disturbance),
    haveCentre: async (act) => {
      network.haveCentre(act)
      await doors?.haveCentre(act)
      await drive.until(() => true, 0)
    },
    links: target.links,
    ticketLifetimeMs: target.ticketLifetimeMs,
    credentials: target.credentials,
    events: recorder.trace.events,
    cursor: 0,
    note: (fact) => void recorder.record('scenario', fact),
    wear(ids) {
      handset.setBehaviour(parts.wearOn(ids))
      recorder.record('scenario', { type: 'habit.worn', quirks: ids })
    },
    answer(prompt, answer) {
      recorder.record('user', { type: 'prompt.answered', prompt, answer: describeAnswer(answer) })
      handset.send({ type: 'user.answered', prompt, ...answer })
    },
    until: (test, withinMs) => drive.until(test, withinMs),
    rest: () => drive.until(() => !handset.isBusy(), busyMs),
    async advance(ms) {
      await drive.advance(ms)
      await care.catchUp()
    },
  }
}

export function describeAnswer({ answer, typed, chosen }: UserAnswer): string {
  if (chosen !== undefined) return `chose ${chosen}`
  return typed === undefined ? answer : `${typed.kind} credentials`
}

export function wear(
  base: Behaviour,
  ids: readonly string[],
  quirks: ReadonlyMap<string, Quirk>,
): Behaviour {
  return foldQuirks(
    base,
    ids.map((id) => {
      const quirk = quirks.get(id)
      if (quirk === undefined) throw new HarnessFault('run/quirk', `there is no quirk ${id}`)
      return quirk
    }),
  )
}

export function tellFault({ code, message, hint }: OtaError) {
  return { code, message, ...(hint === undefined ? {} : { hint }) }
}

export function faultOf(error: unknown): OtaError {
  if (error instanceof OtaError) return error
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return new HarnessFault('run/machine', `the handset failed: ${text}`, { cause: error })
}
