/** What a target turned out not to offer, or this machine to lack, so that a scenario that needs it does not count against the target. */
import { collectEvidence } from '../check/collect-evidence.ts'
import type { Trace } from '../trace/trace.ts'

const attributeOf = {
  'install-notify': 'MIDlet-Install-Notify',
  'delete-notify': 'MIDlet-Delete-Notify',
} as const

/** The reason why the scenario says nothing of this target: no browser, nobody who asked for what is offered, or descriptors without what it needs. */
export function gatherEvidenceOfAbsence(
  trace: Trace,
  needs: readonly string[],
): string | undefined {
  const evidence = collectEvidence(trace)
  const unrendered = evidence.all('page.unrendered').find(({ why }) => why === 'no-browser')
  if (unrendered !== undefined) return unrendered.reason
  const isFetched = trace.events.some(({ type }) => type === 'uaprof.fetched')
  if (needs.includes('uaprof') && !isFetched) return 'the target asks for no UAProf document'
  const [lacking] = evidence.all('step.failed').filter(({ absent }) => absent)
  if (lacking !== undefined) return lacking.reason
  const isNextOffered = evidence.downloads.some(
    ({ read }) => read?.descriptor.nextUrl !== undefined,
  )
  if (needs.includes('next-page') && evidence.downloads.length > 0 && !isNextOffered) {
    return 'the download descriptor has no nextURL'
  }
  const { descriptors } = evidence
  if (descriptors.length === 0) return undefined
  for (const need of ['install-notify', 'delete-notify'] as const) {
    const name = attributeOf[need]
    const isOffered = descriptors.some((descriptor) => descriptor.value(name) !== undefined)
    if (needs.includes(need) && !isOffered) return `the descriptor has no ${name}`
  }
  return undefined
}
