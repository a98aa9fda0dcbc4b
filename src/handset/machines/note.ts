/** A snapshot, as far as it matters here, and what XState gives to actions. */
interface WithContext<Context> {
  readonly context: Context
}

/**
 * An action that changes some of the context of a machine. XState's `assign` makes the whole snapshot anew for it, with the value of the
 * states and the means to spawn actors: with ten of them in an installation, more than the rules of that installation take.
 *
 * As `assign` it is one of the functions that XState does not call: it asks them for the next snapshot.
 *
 * @example 'note the link': note((_, url: string) => ({ url }))
 */
export function note<Context extends object, Params>(
  make: (of: WithContext<Context>, params: Params) => Partial<NoInfer<Context>>,
) {
  const action = (_of: WithContext<Context>, _params: Params): void => {
    throw new TypeError('XState asks for what comes of a note')
  }
  action.resolve = <Snapshot extends WithContext<Context>>(
    _scope: unknown,
    snapshot: Snapshot,
    of: WithContext<Context>,
    params: Params,
  ) => {
    const context = { ...snapshot.context, ...make(of, params) }
    return [{ ...snapshot, context }, undefined, undefined] as const
  }
  return action
}
