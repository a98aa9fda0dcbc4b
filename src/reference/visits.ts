/**
 * One visit is one retrieval of a descriptor. Its id stands in the package and notify URLs of that descriptor, which ties
 * a report to it without cookies (OTA2 "Changes", MIDP2-OTA-COOKIE-02).
 */
export interface Visit {
  /** `v1`, `v2`, … */
  readonly id: string
  /** The entry link the descriptor was fetched from. */
  readonly link: string
  /** Milliseconds by the reference's clock. */
  readonly openedAt: number
  /** `User-Agent` of the descriptor's request, as `userAgentOf` reads it. */
  readonly userAgent: string | undefined
}

export interface Visits {
  /** The id that the next visit will have. */
  readonly nextId: string
  open(visit: Omit<Visit, 'id'>): Visit
  find(id: string): Visit | undefined
  /** Was the same link opened again since? */
  isOvertaken(visit: Visit): boolean
}

/** The oldest visit is forgotten when one more comes; its reports are still answered. */
const visitsMax = 10_000

const userAgentCharactersMax = 1024

export function userAgentOf(request: Request): string | undefined {
  return request.headers.get('User-Agent')?.slice(0, userAgentCharactersMax)
}

export function openVisits(): Visits {
  const visits = new Map<string, Visit>()
  const lastOf = new Map<string, string>()
  let opened = 0
  return {
    get nextId() {
      return `v${opened + 1}`
    },
    open: (visit) => {
      opened += 1
      const whole: Visit = { id: `v${opened}`, ...visit }
      visits.set(whole.id, whole)
      lastOf.set(whole.link, whole.id)
      const [oldest] = visits.keys()
      if (visits.size > visitsMax && oldest !== undefined) visits.delete(oldest)
      return whole
    },
    find: (id) => visits.get(id),
    isOvertaken: ({ id, link }) => lastOf.get(link) !== id,
  }
}
