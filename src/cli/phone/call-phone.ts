/** One call of the phone in a file: played, shown, kept as a trace, judged if wished. */
import { join } from 'node:path'
import { WallClock } from '../../adapters/clock-wall.ts'
import { createHttpUndici } from '../../adapters/http-undici.ts'
import { createTcpTalk } from '../../adapters/tcp-talk.ts'
import { playCall } from '../../run/call.ts'
import type { Errand } from '../../run/call.ts'
import { behaviourOf } from '../../handset/platform.ts'
import { wear } from '../../run/case.ts'
import { withholdProfile } from '../../run/case-uaprof.ts'
import { clientsOf } from '../../run/first-contact.ts'
import { tellProfile } from '../../run/tell-profile.ts'
import type { PlayedCase } from '../../run/case.ts'
import { whyUnreached } from '../../run/unreached.ts'
import type { Target } from '../../target/target.ts'
import type { CaseFacts, TraceEvent } from '../../trace/events.ts'
import { formatTrace } from '../../trace/jsonl.ts'
import { exitCodes } from '../exit-codes.ts'
import type { ExitCode } from '../exit-codes.ts'
import { writeReport } from '../report-wishes.ts'
import type { Terminal } from '../terminal.ts'
import type { Person } from './ask-user.ts'
import type { OwnPhone } from './own-phone.ts'
import { trustRoots } from './read-roots.ts'
import { tellEvent } from './tell-event.ts'

export interface CallPhone {
  readonly errand: Errand
  readonly person: Person
  readonly hasCredentials: boolean
  /** The server that clients of it connect to; none: it is not known. */
  readonly target: Target | undefined
  readonly patienceMs: number
  /** Folder for the trace; none: it is not kept. */
  readonly out: string | undefined
  /** Judges the trace; its verdict is then the exit code. */
  readonly judge: ((stored: StoredCall) => Promise<ExitCode>) | undefined
  readonly terminal: Terminal
}

export interface StoredCall {
  readonly file: string
  readonly trace: PlayedCase['trace']
}

/** Over the air as fast as the network is: what a call waits for is the server. */
export const networkSpeed = { latencyMs: 0, bytesPerSecond: Infinity }

/** The caller closes the phone. @throws what ended the call, if that was a defect or an error */
export async function callPhone(phone: OwnPhone, call: CallPhone): Promise<ExitCode> {
  const { storage, profile, quirks } = phone
  const { errand, person, terminal, out, target } = call
  const startsAt = new Date().toISOString()
  const name = `${startsAt.replaceAll(':', '-')}-${errand.kind}`
  storage.keep({ calls: storage.belongings.calls + 1 })
  const clock = new WallClock()
  const http = createHttpUndici({})
  const letGo = async () => {
    person.leave()
    clock.close()
    await http.close()
  }
  const played = await thenDo(letGo, () =>
    playCall(
      {
        errand,
        facts: factsOf(phone, { name, startsAt, call }),
        profile: { ...withholdProfile(profile), radio: networkSpeed },
        behaviour: wear(behaviourOf(profile), profile.quirks, quirks),
        roots: trustRoots(storage.belongings.roots),
        covered: storage.belongings.covered,
        clients: target && clientsOf({ target, profile }),
        user: (prompt) => person.answer(prompt),
        patienceMs: call.patienceMs,
        onEvent: createTeller(phone, terminal),
      },
      { clock, http, tcp: createTcpTalk(), storage, close: async () => {} },
    ),
  )
  // Where it is not kept, a report can only say that there should be one.
  const file = out === undefined ? 'TRACE' : join(out, `${name}.jsonl`)
  const stored = { file, trace: played.trace }
  if (out !== undefined) await writeReport(stored.file, formatTrace(stored.trace))
  if (played.fault !== undefined) throw played.fault
  if (isLeftAlone(phone, call)) terminal.err(`${withoutServer}\n`)
  return call.judge === undefined ? exitCodeOf(stored.trace, errand) : call.judge(stored)
}

const withoutServer =
  'no server is known that it could connect to: --target names the file with its first-contact'

/** A client was started whose server nobody named. A suite of Java reports itself. */
function isLeftAlone({ profile }: OwnPhone, { errand, target }: CallPhone): boolean {
  const isClient = errand.kind === 'launch' && profile.platform !== 'midp'
  return isClient && target?.firstContact === undefined
}

/** Also when it throws. */
async function thenDo<T>(last: () => Promise<void>, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } finally {
    await last()
  }
}

function createTeller({ storage }: OwnPhone, terminal: Terminal): (event: TraceEvent) => void {
  const codes = new Map(storage.read().reports.map(({ id, code }) => [id, code]))
  return (event) => {
    if (event.type === 'report.queued') codes.set(event.id, event.code)
    const { out, err } = tellEvent(event, (id) => codes.get(id))
    if (err !== undefined) terminal.err(`${err}\n`)
    if (out !== undefined) terminal.out(`${out}\n`)
  }
}

function exitCodeOf(trace: PlayedCase['trace'], errand: Errand): ExitCode {
  const came = (type: TraceEvent['type']) => trace.events.some((event) => event.type === type)
  switch (errand.kind) {
    case 'wake':
      return exitCodes.conforms
    case 'receive':
      return exitCodes.conforms
    case 'open':
    case 'follow': {
      const settled = trace.events.findLast((event) => event.type === 'install.settled')
      if (settled?.outcome === 'installed') return exitCodes.conforms
      return whyUnreached(trace) === undefined ? exitCodes.doesNotConform : exitCodes.unreachable
    }
    case 'launch':
      return came('suite.launched') ? contactCode(trace) : exitCodes.doesNotConform
    case 'remove':
      return came('suite.removed') ? exitCodes.conforms : exitCodes.doesNotConform
    default:
      return errand satisfies never
  }
}

/** Of a client that was started: whether its server welcomed it, where it was to connect. */
function contactCode({ events }: PlayedCase['trace']): ExitCode {
  const contact = events.findLast(({ type }) => type === 'client.contacted')
  if (contact?.type !== 'client.contacted') return exitCodes.conforms
  const { outcome } = contact
  if (outcome === 'failed') return exitCodes.unreachable
  return outcome === 'refused' ? exitCodes.doesNotConform : exitCodes.conforms
}

function factsOf(
  { profile, storage }: OwnPhone,
  {
    name,
    startsAt,
    call: { errand, hasCredentials, target },
  }: { readonly name: string; readonly startsAt: string; readonly call: CallPhone },
): CaseFacts {
  return {
    scenario: `phone/${name}`,
    title: titleOf(errand),
    seed: 0,
    startsAt,
    clock: 'wall',
    profile: tellProfile(profile),
    target: {
      name: target?.name ?? 'what the phone was led to',
      hosts: storage.belongings.hosts,
      clock: false,
      link: linkOf(errand),
      ...(target === undefined ? {} : { links: [...target.links] }),
      hasCredentials,
    },
    expect: {},
  }
}

function titleOf(errand: Errand): string {
  switch (errand.kind) {
    case 'wake':
      return 'The phone is taken in the hand'
    case 'receive':
      return 'Messages come to the phone'
    case 'open':
      return `The user opens ${errand.url}`
    case 'follow':
      return `The user opens a message of ${errand.message.from}`
    case 'launch':
    case 'remove':
      return `The user wants to ${errand.kind} ${errand.suite.subject.name}`
    default:
      return errand satisfies never
  }
}

function linkOf(errand: Errand): string {
  if (errand.kind === 'wake' || errand.kind === 'receive') return ''
  if (errand.kind === 'open') return errand.url
  if (errand.kind === 'follow') return errand.message.url ?? ''
  return errand.suite.descriptorUrl ?? errand.suite.packageUrl
}
