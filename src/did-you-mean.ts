const distanceMax = 3
/** Fewer letters begin too many words. */
const beginningMin = 3
const beginningsToldMax = 3

/**
 * The candidate nearest to a mistyped word (edit distance with swaps, at most 3 and less than half the word). Of two that
 * are as near it is the one that begins as the word does for longer: more is typed right than wrong, from the left.
 */
export function closestTo(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase()
  const allowed = Math.min(distanceMax, Math.max(1, Math.floor(wanted.length / 2)))
  let best: string | undefined
  let bestDistance = allowed + 1
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance + 1)
    const isNearer =
      distance < bestDistance ||
      (best !== undefined &&
        distance === bestDistance &&
        commonLength(wanted, candidate) > commonLength(wanted, best))
    if (isNearer) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

function commonLength(wanted: string, candidate: string): number {
  const lower = candidate.toLowerCase()
  let length = 0
  while (length < wanted.length && wanted[length] === lower[length]) length += 1
  return length
}

/** `Did you mean "x"?`, or of what many names is the beginning, or nothing: a sentence of its own. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates]
  const closest = closestTo(word, all)
  if (closest !== undefined) return `Did you mean "${closest}"?`
  const begun = word.length < beginningMin ? [] : all.filter((one) => isBegun(one, word))
  const [first] = begun
  if (first === undefined) return undefined
  if (begun.length === 1) return `Did you mean "${first}"?`
  const more = begun.length - beginningsToldMax
  const told = begun.slice(0, beginningsToldMax)
  return more > 0
    ? `${begun.length} begin so: ${told.join(', ')} and ${more} more.`
    : `${begun.length} begin so: ${told.join(', ')}.`
}

function isBegun(candidate: string, word: string): boolean {
  return candidate.toLowerCase().startsWith(word.toLowerCase())
}

function editDistance(a: string, b: string, giveUpAt: number): number {
  if (Math.abs(a.length - b.length) >= giveUpAt) return giveUpAt
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (row > 1 && column > 1 && swapped) {
        cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1)
      }
      current.push(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.length] ?? giveUpAt
}
