/**
 * What the server knows of the installations it wants, a job for each link: no phone reports a native installation, so that
 * a job is done only when the client that was installed connects.
 */
export type JobState = 'waiting' | 'downloaded' | 'installed'

export interface Jobs {
  stateOf(link: string): JobState
  /** It was sent whole. */
  delivered(link: string, version: string): void
  /** A client connected. */
  contacted(version: string): void
}

const jobsMax = 1000

interface Job {
  readonly version: string
  readonly state: JobState
}

export function openJobs(): Jobs {
  const jobs = new Map<string, Job>()
  return {
    stateOf: (link) => jobs.get(link)?.state ?? 'waiting',
    delivered(link, version) {
      if (jobs.get(link)?.state === 'installed') return
      jobs.set(link, { version, state: 'downloaded' })
      const [oldest] = jobs.keys()
      if (jobs.size > jobsMax && oldest !== undefined) jobs.delete(oldest)
    },
    contacted(version) {
      for (const [link, job] of jobs) {
        if (job.version === version) jobs.set(link, { ...job, state: 'installed' })
      }
    },
  }
}
