import { createEmptyActor } from 'xstate'
import type { AnyStateMachine, AnyStateNode } from 'xstate'
import { describe, expect, it } from 'vitest'
import { writeDownloadDescriptor } from '../../../src/wire/download-descriptor.ts'
import { machines } from '../../machines.ts'
import { datagramOf } from '../pushes.ts'
import { answers, page, rendered, url, way } from './answers.ts'
import { good } from '../rules/package-maker.ts'
import {
  clients,
  coverages,
  descriptor,
  makePhone,
  subject,
  suite,
  uncovered,
} from './walked-phone.ts'
import { explore } from './walking.ts'
import type { Place, Walk } from './walking.ts'

const find = { kind: 'descriptor', url, octets: descriptor, charset: undefined } as const

const picture = writeDownloadDescriptor({ types: ['image/png'], size: 4, objectUri: url })

const arrivals = answers.map((received) => ({ type: 'answer.came', received }))

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

const reader = [
  { type: 'user.answered', prompt: 'page', answer: 'accept', chosen: way },
  { type: 'page.refreshed' },
]

/** A push that is shown once the phone is idle. */
const service = datagramOf({
  kind: 'si',
  indication: { href: url, text: 'Demo', info: [] },
})

const result = {
  outcome: 'installed',
  code: 900,
  reason: '',
  subject,
  installNotify: undefined,
  deleteNotify: undefined,
  suiteId: undefined,
}

const attempted = { linkUrl: url, credentials: undefined, handset: createEmptyActor() }

const walks: Readonly<Record<string, Walk>> = {
  handset: {
    inputs: (phone) => [{ phone }],
    outputs: {
      discovery: [...answers, page].map((received) => ({
        received,
        credentials: undefined,
        cancelled: false,
      })),
      installer: [result],
      'app-manager': [undefined],
      retrieval: [undefined],
    },
    events: [
      ...users,
      ...reader,
      { type: 'link.opened', url },
      { type: 'fetch.wanted', url, purpose: 'package' },
      { type: 'coverage.regained' },
      { type: 'suite.chosen', suite, for: 'launch' },
      { type: 'suite.chosen', suite, for: 'removal' },
      { type: 'reports.wanted', trigger: { kind: 'install begins' } },
      { type: 'message.arrived', message: service },
      { type: 'message.chosen', id: 'message.99' },
      ...arrivals,
      { type: 'page.came', outcome: rendered },
      { type: 'page.came', outcome: { ...rendered, page: { ...rendered.page, links: [] } } },
    ],
  },
  // Apart from all else that a handset does: together they would be more than can be walked.
  clients: {
    machine: 'handset',
    inputs: (phone) => [{ phone: { ...phone, clients } }],
    outputs: {},
    events: [
      { type: 'coverage.regained' },
      { type: 'suite.chosen', suite, for: 'launch' },
      ...[...answers, uncovered].map((received) => ({
        type: 'contact.ended',
        heard: { kind: 'http', received },
      })),
    ],
  },
  retrieval: {
    inputs: (phone) => [
      { phone, purpose: 'package', url, credentials: undefined, probe: undefined },
    ],
    outputs: {},
    events: [...users, ...arrivals],
  },
  installer: {
    inputs: (phone) => [
      { ...attempted, phone, find },
      { ...attempted, phone, find: { kind: 'package', url, octets: good } },
      { ...attempted, phone, find: { kind: 'package', url, octets: good, agreed: true } },
      { ...attempted, phone, find: { kind: 'download', url, octets: picture, charset: undefined } },
    ],
    outputs: {
      retrieval: [
        ...answers.map((received) => ({ received, credentials: undefined, cancelled: false })),
        { received: answers[4], credentials: undefined, cancelled: true },
      ],
    },
    events: [...users, { type: 'queue.drained' }],
  },
  'app-manager': {
    inputs: (phone) => [{ phone, suite }],
    outputs: {},
    events: users,
  },
}

/** Which states are reached, left and ended in, over every kind of coverage. */
function walk(machine: AnyStateMachine, plans: readonly Walk[]) {
  const places = plans.flatMap((plan) =>
    coverages
      .flatMap((coverage) => plan.inputs(makePhone(coverage)))
      .flatMap((input) => explore(machine, plan, input)),
  )
  const leaving = ({ ids, next }: Place) =>
    ids.filter((id) => next.some((following) => !following.includes(id)))
  return {
    visited: new Set(places.flatMap(({ ids }) => ids)),
    final: new Set(places.flatMap(({ ids, isEnd }) => (isEnd ? ids : []))),
    left: new Set(places.flatMap(leaving)),
  }
}

describe.each(machines)('the $name machine', ({ name, machine }) => {
  const ofIt = Object.entries(walks).filter(([of, plan]) => (plan.machine ?? of) === name)
  if (ofIt.length === 0) throw new TypeError(`no walk for ${name}`)
  const plans = ofIt.map(([, plan]) => plan)
  const { visited, left, final } = walk(machine, plans)
  const nodes = nodesBelow(machine.root)
  const atoms = nodes.filter(({ type }) => type === 'atomic')

  it('has no state that cannot be reached', () => {
    const lasting = atoms.filter(({ always }) => always === undefined || always.length === 0)
    expect(lasting.map(({ id }) => id).filter((id) => !visited.has(id))).toEqual([])
  })

  it('has no state but its ends that cannot be left', () => {
    const ends = final
    const stuck = atoms.filter(({ id }) => visited.has(id) && !left.has(id) && !ends.has(id))
    expect(stuck.map(({ id }) => id)).toEqual([])
  })
})

function nodesBelow(node: AnyStateNode): readonly AnyStateNode[] {
  return Object.values(node.states).flatMap((child) => [child, ...nodesBelow(child)])
}
