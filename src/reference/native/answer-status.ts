/** What the operator of this server sees of the installation that a link leads to: for those alone who sit at the machine. */
import { wrongFields } from '../desk-form.ts'
import type { Answered, Desk } from '../desk.ts'
import type { FaultContext } from '../fault.ts'
import { linksAt } from '../offers.ts'
import { say } from '../respond.ts'
import type { JobState } from './jobs.ts'

/** As the operator reads it. */
export const statusWords: Readonly<Record<JobState, string>> = {
  waiting: 'waiting for the download',
  downloaded: 'downloaded, waiting for the client',
  installed: 'installed',
}

export const statusDeskPath = '/admin/status'

/** By the name of the link: `?app=client`. */
export function answerStatus(desk: Desk, context: FaultContext): Answered {
  const app = new URL(context.request.url).searchParams.get('app') || 'client'
  const isLink = Object.hasOwn(linksAt(context.origin), app)
  const response = isLink ? say(200, statusWords[shownOf(desk, app)]) : say(400, wrongFields.app)
  return { response, context }
}

export function shownOf({ jobs, fault }: Desk, link: string): JobState {
  const state = jobs.stateOf(link)
  return fault?.status?.(state, jobs.seenOf(link)) ?? state
}
