/** What of the self-test is wanted: all of it, or some faults, or the faults of some checks. */
import { didYouMean } from '../../did-you-mean.ts'
import { UsageError } from '../../errors.ts'
import type { NamedFault } from '../../run/kill-matrix.ts'

export interface ProofWish {
  /** Ids. */
  readonly fault: readonly string[]
  /** Ids of checks whose faults are meant. */
  readonly check: readonly string[]
}

export interface Proof<T> {
  readonly faults: readonly T[]
  /** Ids of the checks that are to be proven; none: all. */
  readonly only: readonly string[] | undefined
}

/** @throws UsageError for an id that nothing has, with a suggestion */
export function chooseProof<T extends NamedFault>(
  { fault, check }: ProofWish,
  faults: readonly T[],
  checks: readonly string[],
): Proof<T> {
  refuseUnknown(
    'fault',
    fault,
    faults.map(({ id }) => id),
  )
  refuseUnknown('check', check, checks)
  if (fault.length === 0 && check.length === 0) return { faults, only: undefined }
  const named = faults.filter(({ id }) => fault.includes(id))
  return {
    faults: faults.filter(
      (one) => named.includes(one) || one.value.breaks.some((id) => check.includes(id)),
    ),
    only: [...check, ...named.flatMap(({ value }) => value.breaks)],
  }
}

function refuseUnknown(
  kind: 'fault' | 'check',
  wanted: readonly string[],
  known: readonly string[],
): void {
  const unknown = wanted.find((id) => !known.includes(id))
  if (unknown === undefined) return
  throw new UsageError(`self-test/no-${kind}`, `there is no ${kind} "${unknown}"`, {
    hint: didYouMean(unknown, known) ?? `See \`ota list ${kind}s\`.`,
  })
}
