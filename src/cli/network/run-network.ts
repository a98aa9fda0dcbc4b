/** An operator's network on loopback, with phones on it, until somebody or a time ends it. */
import { join } from 'node:path'
import { WallClock } from '../../adapters/clock-wall.ts'
import { createMemoryStorage } from '../../adapters/storage-memory.ts'
import { DataError } from '../../errors.ts'
import { loadPhones } from '../../handset/phone-catalogue.ts'
import type { PhoneCatalogue } from '../../handset/phone-catalogue.ts'
import { loadBearers } from '../../network/bearer.ts'
import { openDoors } from '../../network/doors.ts'
import type { Doors } from '../../network/doors.ts'
import { normalMsisdn } from '../../network/msisdn.ts'
import { createRouter } from '../../network/router.ts'
import type { Router, Subscriber } from '../../network/router.ts'
import { messageFact } from '../../run/case-network.ts'
import { formatTrace } from '../../trace/jsonl.ts'
import { createPerson } from '../phone/ask-user.ts'
import { findProfile, takeKnownPhone, takeOrMakePhone } from '../phone/own-phone.ts'
import { trustRoots } from '../phone/read-roots.ts'
import { writeReport } from '../report-wishes.ts'
import type { Terminal } from '../terminal.ts'
import { AttachedPhone } from './attached-phone.ts'
import type { Absence, HeldPhone, Visit } from './attached-phone.ts'
import { doorsOf, phonesOf } from './network-options.ts'
import type { NetworkOptions, PhoneWish } from './network-options.ts'
import { createTeller } from './tell-network.ts'
import type { Teller } from './tell-network.ts'

export interface RunningNetwork {
  readonly doors: Doors['open']
  readonly phones: readonly { readonly number: string; readonly name: string }[]
  /** Lets what the phones do come to its end. */
  close(): Promise<void>
}

/** So long a network waits before it asks again a phone that was not there. */
const askAgainMs = 1000
const patienceMs = 300_000

/** @throws UsageError and DataError for phones and ports that there cannot be */
export async function openNetwork(
  options: NetworkOptions,
  terminal: Terminal,
): Promise<RunningNetwork> {
  const [catalogue, bearers] = await Promise.all([loadPhones(), loadBearers()])
  const wishes = doorsOf(options, bearers)
  const phones = await Promise.all(
    phonesOf(options).map((wish) => findPhone(wish, { catalogue, options })),
  )
  const clock = new WallClock()
  const startsAtMs = Date.now()
  const teller = createTeller(terminal)
  const attached = new Map<string, AttachedPhone>()
  const noteFor = (number: string) => attached.get(normalMsisdn(number))
  const network = {
    clock,
    startsAtMs,
    accounts: [{ name: options.systemId, password: options.password }],
    router: createRouter({ clock, startsAtMs, log: hearFact }),
  }
  const { router } = network
  function hearFact(fact: Parameters<Teller['tellFact']>[0]): void {
    teller.tellFact(fact)
    const { what, messageId } = fact
    const told = messageId === undefined ? undefined : messageFact(router, what, messageId)
    const to = messageId === undefined ? undefined : router.find(messageId)?.submission.to
    if (told !== undefined && to !== undefined) noteFor(to)?.note(told)
  }
  for (const phone of phones) attach({ phone, router, clock, options, catalogue, teller }, attached)
  const doors = await openDoors(
    {
      ...network,
      hearFact,
      // Where no trace is kept nobody reads it.
      hearOctets: (packet) => {
        if (options.out === undefined) return
        for (const phone of attached.values()) phone.note({ type: 'bearer.exchanged', ...packet })
      },
      ...(phones[0] === undefined ? {} : { datagramsFor: phones[0].number }),
    },
    wishes,
  ).catch((error: unknown) => {
    clock.close()
    throw error
  })
  return {
    doors: doors.open,
    phones: phones.map(({ number, name }) => ({ number, name })),
    async close() {
      await doors.close()
      clock.close()
      await Promise.all([...attached.values()].map((phone) => phone.settled()))
    },
  }
}

interface FoundPhone {
  readonly number: string
  readonly name: string
  readonly pickUp: () => HeldPhone | Absence
}

/** Made where there is none yet; then it lies there for whoever takes it. */
async function findPhone(
  { number, place }: PhoneWish,
  ways: { readonly catalogue: PhoneCatalogue; readonly options: NetworkOptions },
): Promise<FoundPhone> {
  const { catalogue, options } = ways
  if ('file' in place) {
    const { file } = place
    const own = await takeOrMakePhone(file, { profile: options.profile, roots: [] })
    own.storage.close()
    const pickUp = () => pickUpFile(file, ways)
    return { number, name: `${own.profile.name}, in ${file}`, pickUp }
  }
  const profile = findProfile(place.profile ?? 'midp2-plain', catalogue)
  const storage = createMemoryStorage(profile.limits.storageBytes)
  const held = { profile, storage, roots: [], hosts: options.allow, letGo: () => {} }
  return { number, name: profile.name, pickUp: () => held }
}

function pickUpFile(
  file: string,
  { catalogue: phones, options }: Parameters<typeof findPhone>[1],
): HeldPhone | Absence {
  try {
    const { storage, profile } = takeKnownPhone(file, { phones, lockWaitMs: 0 })
    const { on, covered, roots, hosts } = storage.belongings
    if (on && covered) {
      return {
        profile,
        storage,
        roots: trustRoots(roots),
        hosts: [...hosts, ...options.allow],
        letGo: () => storage.close(),
      }
    }
    storage.close()
    return on ? 'uncovered' : 'off'
  } catch (error) {
    if (error instanceof DataError && error.code === 'phone/in-use') return 'in use'
    throw error
  }
}

interface Attaching {
  readonly phone: FoundPhone
  readonly router: Router
  readonly clock: WallClock
  readonly options: NetworkOptions
  readonly catalogue: PhoneCatalogue
  readonly teller: Teller
}

function attach(
  { phone, router, clock, options, catalogue, teller }: Attaching,
  attached: Map<string, AttachedPhone>,
): void {
  const { number } = phone
  const isWaitedFor = () => router.waitingFor(number).length > 0
  let told: Absence | undefined
  const line: { subscriber?: Subscriber } = {}
  const askAgain = () => {
    if (isWaitedFor()) line.subscriber?.reachable()
  }
  const inbox = new AttachedPhone({
    number,
    pickUp: phone.pickUp,
    quirks: catalogue.quirks,
    person: createPerson(options.open === true ? 'accept' : 'refuse', undefined, {
      input: process.stdin,
      show: () => {},
    }),
    opensLinks: options.open === true,
    patienceMs,
    onAbsent(why) {
      if (why !== told) teller.tellAbsence(number, why)
      told = why
      clock.setTimeout(askAgain, askAgainMs)
    },
    onEvent: (event, codeOf) => teller.hearEvent(number, event, codeOf),
    async onVisit(visit) {
      told = undefined
      teller.tellVisit(visit)
      askAgain()
      await keepTrace(visit, options, teller)
    },
  })
  attached.set(number, inbox)
  line.subscriber = router.attach(number, inbox)
}

async function keepTrace(
  { trace, startsAt, number }: Visit,
  { out }: NetworkOptions,
  teller: Teller,
): Promise<void> {
  if (out === undefined) return
  const file = join(out, `${startsAt.replaceAll(':', '-')}-${number}.jsonl`)
  await writeReport(file, formatTrace(trace)).catch((error: unknown) => teller.tellError(error))
}
