/** Counts effects that are on their way, so that the driver moves time only when nothing is. */
export interface InFlight {
  readonly count: number
  track<T>(effect: Promise<T>): Promise<T>
  /** Resolves when the count next falls to zero; at once when it is zero. */
  idle(): Promise<void>
}

export function createInFlight(): InFlight {
  let count = 0
  let waiting: (() => void)[] = []
  const settle = () => {
    count -= 1
    if (count > 0) return
    const resume = waiting
    waiting = []
    for (const done of resume) done()
  }
  return {
    get count() {
      return count
    },
    track(effect) {
      count += 1
      // Not `finally`: its promise settles two turns later, and a rejection would have two owners.
      effect.then(settle, settle)
      return effect
    },
    idle: () =>
      count === 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve)),
  }
}
