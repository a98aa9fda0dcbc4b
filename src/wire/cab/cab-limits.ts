/** Bounds that keep a hostile cabinet from costing more than a few tens of megabytes and a fraction of a second. */
export interface CabLimits {
  /** Length of the whole file, with what follows the cabinet. */
  readonly cabinetBytesMax: number
  readonly foldersMax: number
  readonly filesMax: number
  /** Blocks of all folders together. */
  readonly blocksMax: number
  /** Uncompressed lengths of all folders together. */
  readonly totalBytesMax: number
}

/** An installer takes no more than 998 files (Microsoft KB839561); the largest one at hand has 2.4 MB. */
export const cabLimits: CabLimits = {
  cabinetBytesMax: 16 * 1024 * 1024,
  foldersMax: 1024,
  filesMax: 1024,
  blocksMax: 4096,
  totalBytesMax: 32 * 1024 * 1024,
}
