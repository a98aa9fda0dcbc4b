import { assign, createActor, setup } from 'xstate'
import { expect, it } from 'vitest'
import { note } from '../../../src/handset/machines/note.ts'

interface Count {
  readonly sum: number
  readonly last: number | undefined
}

const none: Count = { sum: 0, last: undefined }
const added: { readonly type: 'added'; readonly by: number } = { type: 'added', by: 0 }

function add({ context }: { readonly context: Count }, by: number): Partial<Count> {
  return { sum: context.sum + by, last: by }
}

const { createMachine } = setup({
  types: { context: none, events: added },
  actions: {
    'note the number': note(add),
    'assign the number': assign(add),
    'forget the last': note(() => ({ last: undefined })),
  },
})

function play(action: 'note the number' | 'assign the number') {
  const machine = createMachine({
    context: none,
    initial: 'counting',
    states: {
      counting: {
        on: {
          added: [
            { guard: ({ event }) => event.by > 9, target: 'full', actions: 'forget the last' },
            { actions: { type: action, params: ({ event }) => event.by } },
          ],
        },
      },
      full: { type: 'final' },
    },
  })
  const actor = createActor(machine).start()
  return [2, 3, 10].map((by) => {
    actor.send({ type: 'added', by })
    const { context, value, status } = actor.getSnapshot()
    return { ...context, value, status }
  })
}

it('is kept in the context, through changes of state too, as with assign', () => {
  const kept = play('note the number')
  expect(kept).toEqual([
    { sum: 2, last: 2, value: 'counting', status: 'active' },
    { sum: 5, last: 3, value: 'counting', status: 'active' },
    { sum: 5, last: undefined, value: 'full', status: 'done' },
  ])
  expect(kept).toEqual(play('assign the number'))
})
