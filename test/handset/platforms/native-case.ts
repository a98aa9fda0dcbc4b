/** A package laid before a phone: what it asks, what it is told, and how it ends. */
import { behaviourOf } from '../../../src/handset/platform.ts'
import { loadPhones } from '../../../src/handset/phone-catalogue.ts'
import type { InstalledSuite } from '../../../src/handset/flash.ts'
import type { Trust } from '../../../src/handset/trust.ts'
import type { Profile } from '../../../src/profile/profile.ts'
import type { Subject } from '../../../src/trace/suite-events.ts'
import { testRoots } from '../../../src/test-authority/authority.ts'
import { parseCertificate } from '../../../src/wire/certificate.ts'
import { noNeighbours, plainSuite } from '../plain-suite.ts'

const { profiles } = await loadPhones()

/** Phones know the test authority. */
export const trust: Trust = {
  roots: testRoots().map(({ domain, octets }) => ({
    domain,
    certificate: parseCertificate(octets),
  })),
  now: () => 0,
}

export function phone(id: string): Profile {
  const found = profiles.find((profile) => profile.id === id)
  if (found === undefined) throw new TypeError(`no profile ${id}`)
  return found
}

export interface NativeCase {
  readonly profile: Profile
  readonly octets: Uint8Array
  readonly freeBytes?: number
  /** What is on the phone already. */
  readonly installed?: readonly InstalledSuite[]
  /** Prompts to which the user says no. */
  readonly refused?: readonly string[]
  /** What the calendar of the phone shows; none: a day on which certificates of the test authority are good. */
  readonly date?: string
}

const questionsMax = 50

/** `install? untrusted? installed`, `install? refused: …` */
export function playNative({ profile, octets, ...rest }: NativeCase): string {
  const {
    installed = [],
    refused = [],
    freeBytes = 10_000_000,
    date = '2008-06-01T00:00:00Z',
  } = rest
  const behaviour = behaviourOf(profile)
  const find = ({ vendor, name, uid }: Pick<Subject, 'vendor' | 'name' | 'uid'>) =>
    installed.find(({ subject }) =>
      uid === undefined ? subject.vendor === vendor && subject.name === name : subject.uid === uid,
    )
  const answers = new Map<string, boolean>()
  const told: string[] = []
  for (let asked = 0; asked < questionsMax; asked += 1) {
    const answer = behaviour.examine(
      {
        octets,
        packageUrl: 'http://ota.test/client',
        profile,
        freeBytes,
        neighbours: { ...noNeighbours, find },
        trust: { ...trust, now: () => Date.parse(date) },
        plan: undefined,
        answers,
      },
      behaviour,
    )
    if (answer.kind === 'install') return [...told, 'installed'].join(' ')
    if (answer.kind === 'refuse') return [...told, answer.refusal.native].join(' ')
    const { id, prompt, refusal } = answer.question
    const agrees = !refused.includes(prompt)
    told.push(agrees ? `${prompt}?` : `${prompt}!`)
    if (!agrees && refusal !== undefined) return [...told, refusal.native].join(' ')
    answers.set(id, agrees)
  }
  return 'asked without end'
}

export function suiteOf(subject: Subject, more: Partial<InstalledSuite> = {}): InstalledSuite {
  return { ...plainSuite, subject, ...more }
}
