/** The end of a log, bounded. */
export const logLinesMax = 200
const lineCharactersMax = 500

export interface LastLines {
  readonly lines: readonly string[]
  /** Lines before them, or the ends of long ones, were left out. */
  readonly cut: boolean
}

export function lastLines(text: string): LastLines {
  const all = text.split(/\r?\n/)
  if (all.at(-1) === '') all.pop()
  const last = all.slice(-logLinesMax)
  return {
    lines: last.map((line) => line.slice(0, lineCharactersMax)),
    cut: last.length < all.length || last.some((line) => line.length > lineCharactersMax),
  }
}
