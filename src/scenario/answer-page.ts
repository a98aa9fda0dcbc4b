/** What a user does at a page who only wants what it leads to. */
import type { TraceEvent } from '../trace/events.ts'
import type { UserAnswer } from './stage.ts'

/** What a download descriptor offered in the end is only looked at. */
export function answerPage(events: readonly TraceEvent[]): UserAnswer | undefined {
  const last = events.findLast((event) => event.type === 'http.exchanged')
  return last?.purpose === 'next-page' ? { answer: 'refuse' } : goOn(events)
}

/**
 * Goes on by the first link that looks like something to install, or by the only one there is. A page that goes on by itself is waited
 * for; where nothing leads on, the user leaves.
 */
function goOn(events: readonly TraceEvent[]): UserAnswer | undefined {
  const page = events.findLast((event) => event.type === 'page.shown')
  const links = page?.links ?? []
  const [only, ...others] = links
  const best = links.find(({ installs }) => installs) ?? (others.length === 0 ? only : undefined)
  if (best !== undefined) return { answer: 'accept', chosen: best.url }
  return page?.refresh === undefined ? { answer: 'refuse' } : undefined
}
