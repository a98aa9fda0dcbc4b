/** What a target turned out not to offer, so that a scenario that needs it does not count against it. */
import { attributeValue } from '../wire/attributes.ts'
import { parseJad } from '../wire/jad.ts'
import type { Trace } from '../trace/trace.ts'

const attributeOf = {
  'install-notify': 'MIDlet-Install-Notify',
  'delete-notify': 'MIDlet-Delete-Notify',
} as const

/** The reason why the scenario says nothing of this target, if descriptors came and none has what it needs. */
export function gatherEvidenceOfAbsence(
  trace: Trace,
  needs: readonly string[],
): string | undefined {
  const descriptors = trace.events.flatMap((event) =>
    event.type === 'http.exchanged' &&
    event.purpose === 'descriptor' &&
    event.response?.status === 200
      ? [parseJad(event.response.body).attributes]
      : [],
  )
  if (descriptors.length === 0) return undefined
  for (const need of ['install-notify', 'delete-notify'] as const) {
    const name = attributeOf[need]
    const isOffered = descriptors.some(
      (attributes) => attributeValue(attributes, name) !== undefined,
    )
    if (needs.includes(need) && !isOffered) return `the descriptor has no ${name}`
  }
  return undefined
}
