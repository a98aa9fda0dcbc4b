/** The kind of phone that a case was played on. */
import type { Trace } from '../trace/trace.ts'
import type { ProfileFacts } from '../trace/native-facts.ts'
import type { PhoneFamily, PhoneReport } from './report-model.ts'

export function tellPhone({ events }: Trace): PhoneReport | undefined {
  const started = events.find((event) => event.type === 'case.started')
  if (started?.type !== 'case.started') return undefined
  const { profile } = started.facts
  const wore = events.flatMap((event) => (event.type === 'habit.worn' ? event.quirks : []))
  return {
    platform: profile.platform,
    family: familyOf(profile),
    ...(wore.length === 0 ? {} : { wore: [...new Set(wore)] }),
  }
}

/** Kinds of phones that servers treat alike, and documents speak of together. */
export function familyOf({
  personality,
  symbian,
  windowsMobile,
}: Pick<ProfileFacts, 'personality' | 'symbian' | 'windowsMobile'>): PhoneFamily {
  if (symbian !== undefined) {
    return Number.parseInt(symbian.osVersion, 10) < 9 ? 'symbian-8' : 'symbian-9'
  }
  if (windowsMobile === undefined) return 'java'
  if (personality === 'smartphone') return 'smartphone'
  return windowsMobile.release === '2003' ? 'pocket-pc-2003' : 'pocket-pc'
}
