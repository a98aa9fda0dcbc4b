/** Bounds of what one network keeps. */
export interface RouterLimits {
  /** Messages that wait, of all phones. */
  readonly waitingMax: number
  readonly waitingEachMax: number
  /** Messages that ended, kept for queries. */
  readonly endedMax: number
  /** Where a sender states no validity, or a longer one. */
  readonly validityMsMax: number
}

const dayMs = 86_400_000

export const routerLimits: RouterLimits = {
  waitingMax: 100_000,
  waitingEachMax: 1000,
  endedMax: 10_000,
  validityMsMax: 7 * dayMs,
}
