/** What the operator of this server sees of the installation that a link leads to: for those alone who sit at the machine. */
import { isAtTheMachine } from '../answer-ticket-desk.ts'
import type { Answered, Desk } from '../desk.ts'
import type { FaultContext } from '../fault.ts'
import { say } from '../respond.ts'
import type { JobState } from './jobs.ts'

/** As the operator reads it. */
export const statusWords: Readonly<Record<JobState, string>> = {
  waiting: 'waiting for the download',
  downloaded: 'downloaded, waiting for the client',
  installed: 'installed',
}

export const statusPath = '/admin/status'

export function isStatusDesk(url: URL): boolean {
  return url.pathname === statusPath && isAtTheMachine(url)
}

/** By the name of the link: `?app=client`. */
export function answerStatus(desk: Desk, context: FaultContext): Answered {
  const app = new URL(context.request.url).searchParams.get('app') ?? 'client'
  return { response: say(200, statusWords[shownOf(desk, app)]), context }
}

export function shownOf({ jobs, fault }: Desk, link: string): JobState {
  const state = jobs.stateOf(link)
  return fault?.status?.(state, jobs.seenOf(link)) ?? state
}
