import { getAdjacencyMap } from 'xstate/graph'
import type { AnyStateMachine } from 'xstate'
import { describe, expect, it } from 'vitest'
import { createMemoryStorage } from '../../../src/adapters/storage-memory.ts'
import type { Received } from '../../../src/handset/behaviour.ts'
import type { InstalledSuite, QueuedReport } from '../../../src/handset/flash.ts'
import { strict } from '../../../src/handset/personalities/strict.ts'
import type { Phone } from '../../../src/handset/phone.ts'
import { formatJad } from '../../../src/wire/jad.ts'
import { machines } from '../../machines.ts'
import { plainProfile } from '../plain-profile.ts'

const url = 'http://reference.test/demo.jad'

const descriptor = formatJad([
  ['MIDlet-Name', 'Demo'],
  ['MIDlet-Version', '1.0.0'],
  ['MIDlet-Vendor', 'Acme'],
  ['MIDlet-Jar-URL', 'http://reference.test/demo.jar'],
  ['MIDlet-Jar-Size', '4'],
])

function makePhone(covered: boolean): Phone {
  const storage = createMemoryStorage(100_000)
  storage.commit({ kind: 'report queued', report: { ...report, kind: 'delete', id: 'report.0' } })
  return {
    profile: plainProfile,
    behaviour: {
      ...strict,
      retrySchedule: (attempts) => (attempts < 2 ? 1000 : undefined),
      verify: ({ octets }) =>
        octets.length === 4
          ? {
              kind: 'install',
              subject,
              installNotify: undefined,
              deleteNotify: undefined,
              deleteConfirm: undefined,
            }
          : { kind: 'refuse', refusal: { code: 904, reason: 'size' }, installNotify: undefined },
    },
    storage,
    radio: {
      covered,
      interferences: { arm: () => undefined, strike: () => undefined },
      setCoverage: () => undefined,
      carry: () => new Promise<Received>(() => undefined),
    },
  }
}

const subject = { vendor: 'Acme', name: 'Demo', version: '1.0.0' }

const report: QueuedReport = {
  id: 'report.1',
  kind: 'install',
  url: 'http://reference.test/n/1',
  code: 900,
  attempts: 0,
  suiteId: undefined,
}

const suite: InstalledSuite = {
  id: 'suite.1',
  subject,
  bytes: 4,
  descriptorUrl: url,
  packageUrl: url,
  deleteNotify: undefined,
  deleteConfirm: undefined,
}

const find = { kind: 'descriptor', url, octets: descriptor, charset: undefined } as const

function response(status: number, headers: readonly (readonly [string, string])[] = []): Received {
  return { kind: 'response', url, status, headers, body: new Uint8Array(4) }
}

const answers: readonly Received[] = [
  response(200, [['Content-Type', 'application/java-archive']]),
  response(404),
  response(302, [['Location', 'http://reference.test/other.jad']]),
  response(503, [['Retry-After', '5']]),
  response(401, [['WWW-Authenticate', 'Basic realm="x"']]),
  response(206, [['Content-Range', 'bytes 0-3/8']]),
]

const users = [
  { type: 'user.answered', prompt: 'install', answer: 'accept' },
  { type: 'user.answered', prompt: 'install', answer: 'refuse' },
  {
    type: 'user.answered',
    prompt: 'credentials',
    answer: 'accept',
    typed: { kind: 'right', user: 'a', password: 'b' },
  },
  { type: 'user.cancelled' },
]

interface Walk {
  readonly input: (phone: Phone) => object
  readonly outputs: readonly unknown[]
  readonly events: readonly object[]
}

const result = {
  outcome: 'installed',
  code: 900,
  reason: '',
  subject,
  installNotify: undefined,
  deleteNotify: undefined,
  suiteId: undefined,
}

const walks: Readonly<Record<string, Walk>> = {
  handset: {
    input: (phone) => ({ phone }),
    outputs: [
      { find, credentials: undefined },
      { find: { kind: 'dead end', reason: 'x', cancelled: false }, credentials: undefined },
      result,
    ],
    events: [
      ...users,
      { type: 'link.opened', url },
      { type: 'fetch.wanted', url, purpose: 'package' },
      { type: 'coverage.lost' },
      { type: 'coverage.regained' },
      { type: 'prompt.shown', asker: 'installer' },
      { type: 'power.failed' },
    ],
  },
  discovery: { input: (phone) => ({ phone, url }), outputs: answers, events: users },
  retrieval: {
    input: (phone) => ({
      phone,
      purpose: 'package',
      url,
      credentials: undefined,
      probe: undefined,
    }),
    outputs: answers,
    events: [],
  },
  installer: {
    input: (phone) => ({ phone, find, credentials: undefined }),
    outputs: answers,
    events: [...users, { type: 'queue.drained' }],
  },
  'app-manager': {
    input: (phone) => ({ phone }),
    outputs: [],
    events: [
      ...users,
      { type: 'suite.chosen', suite, for: 'launch' },
      { type: 'suite.chosen', suite, for: 'removal' },
    ],
  },
  'report-queue': {
    input: (phone) => ({ phone }),
    outputs: [{ delivered: true, attempts: 1 }],
    events: [
      { type: 'reports.due', trigger: { kind: 'install begins' } },
      { type: 'coverage.regained' },
    ],
  },
  'report-delivery': {
    input: (phone) => ({ phone, report }),
    outputs: answers,
    events: [],
  },
}

/** Every step of a machine, by the states it goes from and to. */
function walk(machine: AnyStateMachine, { input, outputs, events }: Walk) {
  const visited = new Set<string>()
  const left = new Set<string>()
  const final = new Set<string>()
  for (const covered of [true, false]) {
    const map = getAdjacencyMap(machine, {
      input: input(makePhone(covered)),
      limit: 20_000,
      serializeState: (state) => `${JSON.stringify(state.value)} ${contextKey(state.context)}`,
      events: [
        ...events,
        ...machine.events
          .filter((type) => /^xstate\.(done|after)\./.test(type))
          .flatMap((type) =>
            type.startsWith('xstate.done.')
              ? outputs.map((output) => ({ type, output }))
              : [{ type }],
          ),
      ],
    })
    for (const { state, transitions } of Object.values(map)) {
      const ids = state._nodes.map(({ id }: { readonly id: string }) => id)
      for (const id of ids) visited.add(id)
      if (state.status === 'done') for (const id of ids) final.add(id)
      for (const { state: next } of Object.values(transitions)) {
        const nextIds = new Set(next._nodes.map(({ id }: { readonly id: string }) => id))
        for (const id of ids) if (!nextIds.has(id)) left.add(id)
      }
    }
  }
  return { visited, left, final }
}

/** Counters that decide what is still possible. */
function contextKey(context: object): string {
  const counters = Object.entries(context).filter(([name]) =>
    ['hops', 'waits', 'rounds', 'attempts', 'octetsSoFar', 'asker'].includes(name),
  )
  const pending =
    'pending' in context && Array.isArray(context.pending) ? context.pending.length : 0
  return JSON.stringify([counters, pending])
}

describe.each(machines)('the $name machine', ({ name, machine }) => {
  const walkOfIt = walks[name]
  if (walkOfIt === undefined) throw new TypeError(`no walk for ${name}`)
  const { visited, left, final } = walk(machine, walkOfIt)
  const nodes = [...machine.idMap.values()]
  const isPassing = (id: string) => {
    const node = machine.idMap.get(id)
    return node?.always !== undefined && node.always.length > 0
  }

  it('has no state that cannot be reached', () => {
    const leaves = nodes.filter(({ type, id }) => type === 'atomic' && !isPassing(id))
    expect(leaves.map(({ id }) => id).filter((id) => !visited.has(id))).toEqual([])
  })

  it('has no state but its ends that cannot be left', () => {
    const ends = new Set([...final, 'handset.power.off'])
    const stuck = [...visited].filter((id) => {
      const node = machine.idMap.get(id)
      return node?.type === 'atomic' && !left.has(id) && !ends.has(id)
    })
    expect(stuck).toEqual([])
  })
})
