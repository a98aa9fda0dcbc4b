/** Goes every way through a machine that its inputs, events and the outputs of its children open. */
import { getAdjacencyMap } from 'xstate/graph'
import type { AnyEventObject, AnyMachineSnapshot, AnyStateMachine } from 'xstate'
import type { Phone } from '../../../src/handset/phone.ts'

export interface Walk {
  /** None: the one of its name. */
  readonly machine?: string
  readonly inputs: (phone: Phone) => readonly object[]
  /** What its children may come back with, by their ids. */
  readonly outputs: Readonly<Record<string, readonly unknown[]>>
  readonly events: readonly object[]
}

export interface Place {
  readonly ids: readonly string[]
  readonly isEnd: boolean
  /** Ids of the states it may go on to, by step. */
  readonly next: readonly (readonly string[])[]
}

function outcomesOf(machine: AnyStateMachine, outputs: Walk['outputs']): readonly AnyEventObject[] {
  return machine.events.map(String).flatMap((type) => {
    const actor = /^xstate\.done\.actor\.(.*)$/.exec(type)?.[1]
    if (actor !== undefined) return (outputs[actor] ?? []).map((output) => ({ type, output }))
    return type.startsWith('xstate.after.') ? [{ type }] : []
  })
}

export function explore(
  machine: AnyStateMachine,
  { outputs, events }: Walk,
  input: object,
): readonly Place[] {
  const map = getAdjacencyMap(machine, {
    input,
    limit: 20_000,
    serializeState: ({ value, context }: AnyMachineSnapshot) =>
      `${JSON.stringify(value)} ${JSON.stringify(context, decidingFields)}`,
    events: [...events, ...outcomesOf(machine, outputs)],
  })
  const steps: readonly Walked[] = Object.values(map)
  return steps.map(({ state, transitions }): Place => ({
    ids: idsOf(state),
    isEnd: state.status === 'done',
    next: Object.values(transitions).map(({ state: next }) => idsOf(next)),
  }))
}

interface Walked {
  readonly state: AnyMachineSnapshot
  readonly transitions: Readonly<Record<string, { readonly state: AnyMachineSnapshot }>>
}

/** Of a context, what decides which steps are still possible. */
const decidingFields = [
  'transaction',
  'answer',
  'hops',
  'waits',
  'rounds',
  'retries',
  'repeats',
  'octetsSoFar',
  'due',
  'id',
  'agreed',
  'offers',
  'running',
  'looking',
  'question',
]

function idsOf(state: AnyMachineSnapshot): readonly string[] {
  return state._nodes.map(({ id }) => id)
}
