/** Counts effects that are on their way, so that the driver moves time only when nothing is. */
export interface InFlight {
  readonly count: number
  track<T>(effect: Promise<T>): Promise<T>
  /** Resolves when the count next falls to zero; at once when it is zero. */
  idle(): Promise<void>
  /**
   * One of those on their way waits for time to pass.
   *
   * @returns it goes on
   */
  pause(): () => void
}

export function createInFlight(): InFlight {
  return new EffectsInFlight()
}

class EffectsInFlight implements InFlight {
  count = 0
  #waiting: (() => void)[] = []

  track<T>(effect: Promise<T>): Promise<T> {
    this.count += 1
    // Not `finally`: its promise settles two turns later, and a rejection would have two owners.
    effect.then(this.#settle, this.#settle)
    return effect
  }

  idle(): Promise<void> {
    return this.count === 0
      ? Promise.resolve()
      : new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  pause(): () => void {
    this.#settle()
    return () => {
      this.count += 1
    }
  }

  readonly #settle = (): void => {
    this.count -= 1
    if (this.count > 0) return
    const resume = this.#waiting
    this.#waiting = []
    for (const done of resume) done()
  }
}
