/** Bounds that keep a hostile package from costing more than a few tens of megabytes and a fraction of a second. */
export interface JarLimits {
  /** Length of the whole package. */
  readonly jarBytesMax: number
  readonly entriesMax: number
  /** Uncompressed length of one entry. */
  readonly entryBytesMax: number
  /** Uncompressed lengths of all entries together. */
  readonly totalBytesMax: number
  /** Uncompressed octets per compressed octet, for entries longer than `ratioFreeBytes`. */
  readonly ratioMax: number
  /** Entries up to this uncompressed length may have any ratio: DEFLATE packs blank bitmaps up to 1032 to 1. */
  readonly ratioFreeBytes: number
}

export const jarLimits: JarLimits = {
  jarBytesMax: 16 * 1024 * 1024,
  entriesMax: 4096,
  entryBytesMax: 4 * 1024 * 1024,
  totalBytesMax: 16 * 1024 * 1024,
  ratioMax: 200,
  ratioFreeBytes: 64 * 1024,
}
