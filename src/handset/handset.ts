/** A simulated handset: ports and a behaviour in, a trace out. */
import { createActor } from 'xstate'
import type { Actor, AnyActorRef } from 'xstate'
import type { Profile } from '../profile/profile.ts'
import type { TraceFact } from '../trace/events.ts'
import type { Behaviour, ReportTrigger } from './behaviour.ts'
import type { Storage } from './flash.ts'
import type { InFlight } from './in-flight.ts'
import type { Interference } from './interference.ts'
import { handsetMachine } from './machines/handset.machine.ts'
import type { Asker, HandsetEvent } from './machines/handset.setup.ts'
import type { Phone } from './phone.ts'
import type { Clock, Http } from './ports.ts'
import { createRadio } from './radio.ts'
import type { Recorder } from './recorder.ts'

export interface HandsetParts {
  readonly profile: Profile
  readonly behaviour: Behaviour
  readonly http: Http
  readonly clock: Clock
  readonly storage: Storage
  readonly recorder: Recorder
  readonly inFlight: InFlight
  /** Says whether the handset may contact the host of a URL. */
  readonly isAllowed: (url: string) => boolean
  /** Told once when a machine throws: a defect of ours. */
  readonly onFault: (cause: unknown) => void
}

export interface Handset {
  readonly phone: Phone
  readonly on: boolean
  send(event: HandsetEvent): void
  powerOn(): void
  /** Battery out: what is not in flash is lost. */
  powerOff(): void
  setCoverage(covered: boolean): void
  setBehaviour(behaviour: Behaviour): void
  interfere(interference: Interference): void
}

type Told =
  | TraceFact
  | { readonly type: 'deletions.wanted' }
  | { readonly type: 'queue.drained' }
  | { readonly type: 'reports.wanted'; readonly trigger: ReportTrigger }

export function createHandset(parts: HandsetParts): Handset {
  const { profile, clock, storage, recorder, onFault } = parts
  let behaviour = parts.behaviour
  let root: Actor<typeof handsetMachine> | undefined
  const send = (event: HandsetEvent) => root?.send(event)
  const radio = createRadio({
    ...parts,
    onCoverageLost: () => send({ type: 'coverage.lost' }),
  })
  const phone: Phone = {
    profile,
    storage: recordReports(storage, recorder),
    radio,
    get behaviour() {
      return behaviour
    },
  }

  const hear = createSwitchboard(recorder, send)

  return {
    phone,
    send,
    get on() {
      return root !== undefined
    },
    powerOn() {
      if (root !== undefined) return
      root = createActor(handsetMachine, {
        id: 'handset',
        clock,
        input: { phone },
        inspect: (inspected) => {
          if (inspected.type !== '@xstate.actor') return
          const { actorRef } = inspected
          if (isActor(actorRef)) actorRef.on('*', (told: Told) => hear(actorRef, told))
        },
      })
      root.subscribe({ error: onFault })
      root.start()
    },
    powerOff() {
      send({ type: 'power.failed' })
      root?.stop()
      root = undefined
    },
    setCoverage(covered) {
      radio.setCoverage(covered)
      send({ type: covered ? 'coverage.regained' : 'coverage.lost' })
    },
    setBehaviour(next) {
      behaviour = next
    },
    interfere: (interference) => radio.interferences.arm(interference),
  }
}

/** Facts go into the trace; what children want of each other goes to the root, which routes it. */
function createSwitchboard(recorder: Recorder, send: (event: HandsetEvent) => void) {
  return (actor: AnyActorRef, told: Told) => {
    switch (told.type) {
      case 'deletions.wanted':
      case 'queue.drained':
      case 'reports.wanted':
        send(told)
        return
      case 'prompt.shown':
        if (isAsker(actor.id)) send({ type: 'prompt.shown', asker: actor.id })
        recorder.record(actor.id, told)
        return
      default:
        recorder.record(actor.id, told)
    }
  }
}

/** What is queued in flash is told as it is queued, in the order in which it is. */
function recordReports(storage: Storage, recorder: Recorder): Storage {
  return {
    capacityBytes: storage.capacityBytes,
    read: () => storage.read(),
    commit(change) {
      storage.commit(change)
      const report = 'report' in change ? change.report : undefined
      if (report === undefined) return
      const { id, kind, url, code } = report
      recorder.record('flash', { type: 'report.queued', id, kind, url, code })
    },
  }
}

function isActor(ref: object): ref is AnyActorRef {
  return 'on' in ref
}

function isAsker(id: string): id is Asker {
  return id === 'discovery' || id === 'installer' || id === 'app-manager'
}
