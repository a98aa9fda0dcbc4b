/** What is looked after: told the time now and then, until it is let go. */
export interface Watched {
  checkTime(): void
}

/**
 * One timer for all exchanges. Its time stands still while this process does something else, so that a target is not
 * blamed for octets that arrived meanwhile and were not looked at.
 */
export class Watch {
  readonly tickMs: number
  readonly #watched: ReadonlySet<Watched>
  #now = 0
  #tickedAt = 0
  #timer: NodeJS.Timeout | undefined

  /** @param shortestMs the shortest time that anybody wants to measure; it comes out up to a quarter longer */
  constructor(watched: ReadonlySet<Watched>, shortestMs: number) {
    this.#watched = watched
    this.tickMs = Math.max(2, Math.min(250, shortestMs / 8))
  }

  /** Milliseconds of attention since the beginning, as of the last tick. */
  get now(): number {
    return this.#now
  }

  /** Ticks until nobody is left to watch. */
  wake(): void {
    if (this.#timer !== undefined) return
    this.#tickedAt = performance.now()
    this.#arm()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #arm(): void {
    this.#timer = setTimeout(() => {
      const at = performance.now()
      this.#now += Math.min(at - this.#tickedAt, 2 * this.tickMs)
      this.#tickedAt = at
      this.#timer = undefined
      for (const watched of this.#watched) watched.checkTime()
      if (this.#watched.size > 0) this.#arm()
    }, this.tickMs)
  }
}
