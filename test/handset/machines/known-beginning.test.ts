import { createActor, raise, setup } from 'xstate'
import { describe, expect, it } from 'vitest'
import { beginAtOnce } from '../../../src/handset/machines/known-beginning.ts'

interface Visit {
  readonly name: string
}

/** Of the types that setups are given. */
const nobody: Visit = { name: '' }
const left: { readonly type: 'left' } = { type: 'left' }

/** A machine that greets at first and then waits; `provide` gives a new one of the same chart. */
function makeMachine(greeted: string[]) {
  return setup({
    types: { context: nobody, input: nobody, events: left },
    actions: { greet: ({ context, self }) => void greeted.push(`${self.id} ${context.name}`) },
  }).createMachine({
    context: ({ input }) => input,
    initial: 'here',
    states: { here: { entry: 'greet', on: { left: 'gone' } }, gone: { type: 'final' } },
  })
}

describe('a machine that begins at once', () => {
  it('does for each actor what its chart does at first, each with its own context', () => {
    const greeted: string[] = []
    const machine = makeMachine(greeted)
    beginAtOnce(machine, (input: Visit) => input)
    const actors = ['Ann', 'Bob', 'Cid'].map((name, index) =>
      createActor(machine, { id: `actor.${index}`, input: { name } }).start(),
    )
    expect(greeted).toEqual(['actor.0 Ann', 'actor.1 Bob', 'actor.2 Cid'])
    expect(actors.map((actor) => actor.getSnapshot().context.name)).toEqual(['Ann', 'Bob', 'Cid'])
  })

  it('begins every actor as the chart alone would', () => {
    const machine = makeMachine([])
    const chart = machine.provide({})
    beginAtOnce(machine, (input: Visit) => input)
    for (const name of ['Ann', 'Bob']) {
      const { machine: itself, ...begun } = createActor(machine, { input: { name } }).getSnapshot()
      const { machine: alone, ...walked } = createActor(chart, { input: { name } }).getSnapshot()
      expect(itself.id).toBe(alone.id)
      expect(begun).toEqual({ ...walked, _nodes: begun._nodes })
      expect(begun._nodes.map(({ id }) => id)).toEqual(walked._nodes.map(({ id }) => id))
    }
  })

  it('goes on from there, one actor without the others', () => {
    const machine = makeMachine([])
    beginAtOnce(machine, (input: Visit) => input)
    const actors = ['Ann', 'Bob', 'Cid'].map((name) =>
      createActor(machine, { input: { name } }).start(),
    )
    actors[1]?.send({ type: 'left' })
    expect(actors.map((actor) => actor.getSnapshot().value)).toEqual(['here', 'gone', 'here'])
    expect(actors.map((actor) => actor.getSnapshot().status)).toEqual(['active', 'done', 'active'])
  })

  it('is not one whose first step has more than plain actions', () => {
    const machine = setup({
      types: { context: nobody, input: nobody },
      actions: { again: raise({ type: 'again' }) },
    }).createMachine({ context: ({ input }) => input, entry: 'again' })
    beginAtOnce(machine, (input: Visit) => input)
    const actor = createActor(machine, { input: { name: 'Ann' } })
    expect(actor.getSnapshot().error).toEqual(
      new TypeError('xstate.raise is not the same for every actor'),
    )
  })

  it('learns nothing from an actor that could not begin', () => {
    const machine = setup({ types: { context: nobody, input: nobody } }).createMachine({
      context({ input }) {
        if (input.name === '') throw new TypeError('nobody')
        return input
      },
    })
    beginAtOnce(machine, (input: Visit) => input)
    const statuses = ['', 'Ann', 'Bob'].map(
      (name) => createActor(machine, { input: { name } }).getSnapshot().status,
    )
    expect(statuses).toEqual(['error', 'active', 'active'])
  })
})
