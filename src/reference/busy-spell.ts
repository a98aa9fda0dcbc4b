/** A server that is too busy for a while after it was first asked, and again after a long quiet. */
export interface BusySpell {
  /** Whole seconds until the spell is over; 0 when it is. */
  secondsLeft(now: number): number
}

/** After this long without a visit the next one counts as the first. */
const quietMs = 300_000

export function openBusySpell(seconds: number): BusySpell {
  let endsAt: number | undefined
  let askedAt = 0
  return {
    secondsLeft: (now) => {
      const isQuiet = now - askedAt > quietMs
      // Whoever tests may set the clock to where it was before the spell began.
      const isEarlier = endsAt !== undefined && endsAt - now > seconds * 1000
      if (endsAt === undefined || isQuiet || isEarlier) endsAt = now + seconds * 1000
      askedAt = now
      return Math.max(0, Math.ceil((endsAt - now) / 1000))
    },
  }
}
