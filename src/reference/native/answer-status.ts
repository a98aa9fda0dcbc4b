/** What the operator of this server sees of the installation that a link leads to: for those alone who sit at the machine. */
import type { JobState } from './jobs.ts'

/** As the page of the operator says it. */
export const statusWords: Readonly<Record<JobState, string>> = {
  waiting: 'waiting for the download',
  downloaded: 'downloaded, waiting for the client',
  installed: 'installed',
}
