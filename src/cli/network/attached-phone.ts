/** A phone on the network: it is in the network's hand while messages come to it, and free for other processes between. */
import { WallClock } from '../../adapters/clock-wall.ts'
import { createHttpUndici } from '../../adapters/http-undici.ts'
import type { Storage } from '../../handset/flash.ts'
import type { PhoneCatalogue } from '../../handset/phone-catalogue.ts'
import type { DeliveredMessage, Inbox } from '../../handset/ports.ts'
import type { TrustedRoot } from '../../handset/trust.ts'
import type { Profile } from '../../profile/profile.ts'
import { playCall } from '../../run/call.ts'
import { behaviourOf } from '../../handset/platform.ts'
import { wear } from '../../run/case.ts'
import { withholdProfile } from '../../run/case-uaprof.ts'
import { tellProfile } from '../../run/tell-profile.ts'
import type { PlayedCase } from '../../run/case.ts'
import type { CaseFacts, TraceEvent, TraceFact } from '../../trace/events.ts'
import { networkSpeed } from '../phone/call-phone.ts'
import type { Person } from '../phone/ask-user.ts'

/** A phone in the hand. */
export interface HeldPhone {
  readonly profile: Profile
  readonly storage: Storage
  readonly roots: readonly TrustedRoot[]
  /** That it may contact. */
  readonly hosts: readonly string[]
  readonly letGo: () => void
}

/** Why a phone takes nothing now. */
export type Absence = 'off' | 'uncovered' | 'in use'

export interface Visit {
  readonly number: string
  readonly startsAt: string
  readonly trace: PlayedCase['trace']
  readonly fault: PlayedCase['fault']
}

export interface AttachedParts {
  readonly number: string
  readonly pickUp: () => HeldPhone | Absence
  readonly quirks: PhoneCatalogue['quirks']
  readonly person: Pick<Person, 'answer'>
  /** The user opens each link that the phone shows. */
  readonly opensLinks: boolean
  readonly patienceMs: number
  readonly onAbsent: (why: Absence) => void
  /** @param codeOf status code of a report, by its id */
  readonly onEvent: (event: TraceEvent, codeOf: (reportId: string) => number | undefined) => void
  /** The phone is put aside. */
  readonly onVisit: (visit: Visit) => Promise<void>
}

/** What the network did to a number between two visits and is kept for the next trace. */
const overheardMax = 10_000

export class AttachedPhone implements Inbox {
  readonly #parts: AttachedParts
  readonly #overheard: TraceFact[] = []
  #visit: Promise<void> = Promise.resolve()
  #live: { readonly phone: Inbox; readonly note: (fact: TraceFact) => void } | undefined

  constructor(parts: AttachedParts) {
    this.#parts = parts
  }

  get number(): string {
    return this.#parts.number
  }

  take(message: DeliveredMessage): ReturnType<Inbox['take']> {
    if (this.#live === undefined) this.#begin()
    // It is set as soon as there is a phone.
    const live: { readonly phone: Inbox } | undefined = this.#live
    return live?.phone.take(message) ?? 'absent'
  }

  /** For the trace of this visit, or else of the next. */
  note(fact: TraceFact): void {
    if (this.#live !== undefined) this.#live.note(fact)
    else if (this.#overheard.length < overheardMax) this.#overheard.push(fact)
  }

  /** Resolves when the phone does nothing any more. */
  settled(): Promise<void> {
    return this.#visit
  }

  #begin(): void {
    const held = this.#parts.pickUp()
    if (typeof held === 'string') this.#parts.onAbsent(held)
    else this.#visit = this.#play(held)
  }

  async #play({ profile, storage, roots, hosts, letGo }: HeldPhone): Promise<void> {
    const { number, quirks, person, opensLinks, patienceMs, onEvent, onVisit } = this.#parts
    const startsAt = new Date().toISOString()
    const codes = new Map(storage.read().reports.map(({ id, code }) => [id, code]))
    const clock = new WallClock()
    const http = createHttpUndici({})
    const { trace, fault } = await playCall(
      {
        errand: {
          kind: 'receive',
          opensLinks,
          hold: (receiver) => {
            this.#live = receiver
            for (const fact of this.#overheard.splice(0)) receiver.note(fact)
          },
        },
        facts: factsOf({ number, startsAt, profile, hosts }),
        profile: { ...withholdProfile(profile), radio: networkSpeed },
        behaviour: wear(behaviourOf(profile), profile.quirks, quirks),
        roots,
        covered: true,
        user: (prompt) => person.answer(prompt),
        patienceMs,
        onEvent(event) {
          if (event.type === 'report.queued') codes.set(event.id, event.code)
          onEvent(event, (id) => codes.get(id))
        },
      },
      { clock, http, storage, close: async () => {} },
    )
    this.#live = undefined
    letGo()
    clock.close()
    await onVisit({ number, startsAt, trace, fault })
    await http.close()
  }
}

function factsOf({
  number,
  startsAt,
  profile,
  hosts,
}: Pick<Visit, 'number' | 'startsAt'> & Pick<HeldPhone, 'profile' | 'hosts'>): CaseFacts {
  return {
    scenario: `network/${startsAt.replaceAll(':', '-')}-${number}`,
    title: `Messages come to ${number}`,
    seed: 0,
    startsAt,
    profile: tellProfile(profile),
    target: {
      name: 'what pushed to the phone',
      hosts,
      clock: false,
      link: '',
      hasCredentials: false,
    },
    expect: {},
  }
}
