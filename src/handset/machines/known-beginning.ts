import type { AnyActorScope, ExecutableActionObject, MachineContext } from 'xstate'

/** What every actor of a machine begins with, but for its context. */
interface Beginning<Begun> {
  readonly snapshot: Begun
  readonly actions: readonly ExecutableActionObject[]
}

/**
 * For a machine that at first enters the same states and does the same whatever its input. XState goes there anew for each actor and
 * makes four snapshots on the way, the most of what a short life costs; so the first actor goes, and the others begin where it began,
 * each with its own context.
 *
 * @param makeContext as in the machine
 * @throws TypeError for the first actor of a machine that does more at first than plain actions
 * @example beginAtOnce(retrievalMachine, begin)
 */
export function beginAtOnce<
  Begun extends { readonly context: MachineContext; readonly status: string },
  Input,
>(
  machine: { getInitialSnapshot(scope: AnyActorScope, input?: Input): Begun },
  makeContext: (input: Input) => Begun['context'],
): void {
  const { getInitialSnapshot } = machine
  let known: Beginning<Begun> | undefined
  machine.getInitialSnapshot = (scope, input) => {
    if (known === undefined || input === undefined) {
      const { snapshot, actions } = goThere((one) => getInitialSnapshot(one, input), scope)
      const isGood = input !== undefined && snapshot.status === 'active'
      if (isGood) known = { snapshot, actions: actions.map(assertPlain) }
      return snapshot
    }
    const { self, system } = scope
    const context = makeContext(input)
    const event = { type: 'xstate.init', input }
    for (const action of known.actions) {
      scope.actionExecutor({ ...action, info: { context, event, self, system } })
    }
    return { ...known.snapshot, context }
  }
}

function goThere<Begun>(
  begin: (scope: AnyActorScope) => Begun,
  scope: AnyActorScope,
): Beginning<Begun> {
  const actions: ExecutableActionObject[] = []
  const snapshot = begin({
    ...scope,
    actionExecutor(action) {
      actions.push(action)
      scope.actionExecutor(action)
    },
  })
  return { snapshot, actions }
}

function assertPlain(action: ExecutableActionObject): ExecutableActionObject {
  const { type, params } = action
  if (params === undefined && !type.startsWith('xstate.')) return action
  throw new TypeError(`${type} is not the same for every actor`)
}
