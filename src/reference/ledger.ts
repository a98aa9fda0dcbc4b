/** Which status reports came in. A report that comes again changes nothing but its `repeats` (REP-13, REP-16). */
export type ReportKind = 'install' | 'delete' | 'download'

export interface LedgerEntry {
  readonly visit: string
  readonly kind: ReportKind
  /** First three digits of the body. */
  readonly code: number
  /** Milliseconds by the reference's clock. */
  readonly firstAt: number
  /** How often the same report came after the first time. */
  readonly repeats: number
}

export interface Ledger {
  readonly entries: readonly LedgerEntry[]
  of(visit: string): readonly LedgerEntry[]
  /** Reports of this code, each counted once. */
  count(code: number): number
}

export interface LedgerBook extends Ledger {
  record(report: Omit<LedgerEntry, 'firstAt' | 'repeats'>, at: number): LedgerEntry
}

/** The oldest entry goes when one more comes. */
const ledgerEntriesMax = 20_000

export function openLedger(): LedgerBook {
  const entries = new Map<string, LedgerEntry>()
  return {
    get entries() {
      return [...entries.values()]
    },
    of: (visit) => [...entries.values()].filter((entry) => entry.visit === visit),
    count: (code) => [...entries.values()].filter((entry) => entry.code === code).length,
    record: (report, at) => {
      const key = `${report.kind} ${report.code} ${report.visit}`
      const known = entries.get(key)
      const entry: LedgerEntry =
        known === undefined
          ? { ...report, firstAt: at, repeats: 0 }
          : { ...known, repeats: known.repeats + 1 }
      entries.set(key, entry)
      if (entries.size > ledgerEntriesMax) dropOldest(entries)
      return entry
    },
  }
}

function dropOldest(entries: Map<string, LedgerEntry>): void {
  const [oldest] = entries.keys()
  if (oldest !== undefined) entries.delete(oldest)
}
