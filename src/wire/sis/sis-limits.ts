/** Bounds that keep a hostile package from costing more than tens of megabytes and a fraction of a second. */
export interface SisLimits {
  /** Length of the whole package. */
  readonly sisBytesMax: number
  /** Uncompressed length of the controller of a SISX package. */
  readonly controllerBytesMax: number
  /** Fields of a SISX package, and of its controller; records, names and conditions of a legacy one. */
  readonly fieldsMax: number
  /** Packages within packages within a package. */
  readonly embeddedDepthMax: number
  /** Conditions within conditions. */
  readonly conditionDepthMax: number
  /** Octets of all texts of a legacy package together, which may lie one on another. */
  readonly textBytesMax: number
  /** Uncompressed length of one file. */
  readonly fileBytesMax: number
  /** Uncompressed lengths of all files together. */
  readonly totalBytesMax: number
}

export const sisLimits: SisLimits = {
  sisBytesMax: 32 * 1024 * 1024,
  controllerBytesMax: 4 * 1024 * 1024,
  fieldsMax: 100_000,
  // Symbian's installer itself goes no deeper (sisinstallerrors.h, -10145).
  embeddedDepthMax: 8,
  conditionDepthMax: 32,
  textBytesMax: 1024 * 1024,
  fileBytesMax: 16 * 1024 * 1024,
  totalBytesMax: 64 * 1024 * 1024,
}
