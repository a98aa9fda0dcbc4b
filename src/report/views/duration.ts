const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const

/** `340 ms`, `2.1 s`, `3 min 20 s`, `14 d 3 h`: two units at most. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  const parts: string[] = []
  let rest = Math.round(ms / 1000) * 1000
  for (const [unit, size] of units) {
    const whole = Math.floor(rest / size)
    rest -= whole * size
    if (whole > 0) parts.push(`${whole} ${unit}`)
  }
  if (rest > 0) parts.push(`${Math.round(rest / 1000)} s`)
  return parts.slice(0, 2).join(' ')
}
