import { didYouMean } from '../did-you-mean.ts'
import { UsageError } from '../errors.ts'
import type { Fault } from '../reference/fault.ts'
import { loadFaults } from '../reference/faults.ts'

/** The fault with this id. @throws UsageError with a suggestion */
export async function chooseFault(id: string): Promise<Fault> {
  const faults = await loadFaults()
  const found = faults.find((fault) => fault.id === id)
  if (found !== undefined) return found.value
  const ids = faults.map((fault) => fault.id)
  throw new UsageError('reference/no-fault', `there is no fault "${id}"`, {
    hint: didYouMean(id, ids) ?? 'See `ota list faults`.',
  })
}
