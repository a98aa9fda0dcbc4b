/** Counts by key, of a bounded number of keys; the key that was first seen longest ago goes first. */
export interface Tally {
  of(key: string): number
  /** @returns the count including this one */
  add(key: string): number
}

const tallyKeysMax = 10_000

export function openTally(): Tally {
  const counts = new Map<string, number>()
  return {
    of: (key) => counts.get(key) ?? 0,
    add: (key) => {
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      const [oldest] = counts.keys()
      if (counts.size > tallyKeysMax && oldest !== undefined) counts.delete(oldest)
      return count
    },
  }
}
