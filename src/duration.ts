const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** `500ms`, `60s`, `5m`, `2h`, `14d`. */
export const durationPattern = /^(\d{1,6})(ms|s|m|h|d)$/

/** Milliseconds of a duration that follows `durationPattern`. */
export function parseDuration(text: string): number {
  const [, count = '', unit = ''] = durationPattern.exec(text) ?? []
  if (!isUnit(unit)) throw new TypeError(`not a duration: ${text}`)
  return Number(count) * unitMs[unit]
}

function isUnit(text: string): text is keyof typeof unitMs {
  return Object.hasOwn(unitMs, text)
}
