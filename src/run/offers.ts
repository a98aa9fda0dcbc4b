/** What a target turned out not to offer, so that a scenario that needs it does not count against it. */
import { collectEvidence } from '../check/collect-evidence.ts'
import type { Trace } from '../trace/trace.ts'

const attributeOf = {
  'install-notify': 'MIDlet-Install-Notify',
  'delete-notify': 'MIDlet-Delete-Notify',
} as const

/** The reason why the scenario says nothing of this target: descriptors came and none has what it needs, or nobody asked for what is offered. */
export function gatherEvidenceOfAbsence(
  trace: Trace,
  needs: readonly string[],
): string | undefined {
  const isFetched = trace.events.some(({ type }) => type === 'uaprof.fetched')
  if (needs.includes('uaprof') && !isFetched) return 'the target asks for no UAProf document'
  const { descriptors } = collectEvidence(trace)
  if (descriptors.length === 0) return undefined
  for (const need of ['install-notify', 'delete-notify'] as const) {
    const name = attributeOf[need]
    const isOffered = descriptors.some((descriptor) => descriptor.value(name) !== undefined)
    if (needs.includes(need) && !isOffered) return `the descriptor has no ${name}`
  }
  return undefined
}
