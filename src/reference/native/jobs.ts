/**
 * What the server knows of the installations it wants, a job for each link: no phone reports a native installation, so that
 * a job is done only when the client that was installed connects.
 */
export type JobState = 'waiting' | 'downloaded' | 'installed'

/** What happened to a job, for a fault that takes one for another. */
export interface JobSightings {
  /** Requests for the client, whatever became of them. */
  readonly requests: number
  /** The client was sent whole. */
  readonly isSent: boolean
  /** It has connected since. */
  readonly isConfirmed: boolean
  /** Clients of other versions that connected since. */
  readonly contacts: number
}

export interface Jobs {
  stateOf(link: string): JobState
  seenOf(link: string): JobSightings
  /** Begun anew; done at once where the phone has shown that version. */
  ordered(link: string, order: { readonly version: string; readonly number: string }): void
  requested(link: string, version: string): void
  /** It was sent whole. */
  sent(link: string, version: string): void
  /** A client connected. */
  contacted(version: string, number: string): void
}

const jobsMax = 1000
const phonesMax = 1000

interface Job extends JobSightings {
  readonly version: string
  readonly state: JobState
}

const nothing: JobSightings = { requests: 0, isSent: false, isConfirmed: false, contacts: 0 }

export function openJobs(): Jobs {
  const jobs = new Map<string, Job>()
  /** By number, the version that its client said last. */
  const versions = new Map<string, string>()
  const change = (link: string, version: string, changed: Partial<Job>) => {
    const job = jobs.get(link) ?? { ...nothing, version, state: 'waiting' }
    jobs.set(link, { ...job, ...changed })
    forgetOldest(jobs, jobsMax)
  }
  return {
    stateOf: (link) => jobs.get(link)?.state ?? 'waiting',
    seenOf: (link) => jobs.get(link) ?? nothing,
    ordered(link, { version, number }) {
      const state = versions.get(number) === version ? 'installed' : 'waiting'
      change(link, version, { ...nothing, version, state })
    },
    requested(link, version) {
      const { requests } = jobs.get(link) ?? nothing
      change(link, version, { requests: requests + 1 })
    },
    sent(link, version) {
      const isInstalled = jobs.get(link)?.state === 'installed'
      const state = isInstalled ? 'installed' : 'downloaded'
      change(link, version, { version, state, isSent: true, isConfirmed: false, contacts: 0 })
    },
    contacted(version, number) {
      versions.set(number, version)
      forgetOldest(versions, phonesMax)
      for (const [link, job] of jobs) {
        const isIt = job.version === version && job.isSent
        const confirmed = { state: 'installed', isConfirmed: true } as const
        change(link, job.version, isIt ? confirmed : { contacts: job.contacts + 1 })
      }
    },
  }
}

function forgetOldest(map: Map<string, unknown>, max: number): void {
  const [oldest] = map.keys()
  if (map.size > max && oldest !== undefined) map.delete(oldest)
}
