/** What a package asks of the device it is installed on. */
export interface OsVersion {
  readonly major: number
  /** A plain number: 4.2 is 4 and 2, which is lower than 4.20. */
  readonly minor: number
}

/** The `.000` file and `_setup.xml` say the same in two ways; which of them counts is up to the device. */
export interface InstallTerms {
  /** Target processor (dwProcessorType), 0 for any. */
  readonly architecture: number
  /** Absent where there is no bound. */
  readonly versionMin: OsVersion | undefined
  readonly versionMax: OsVersion | undefined
  /** As numbers of 32 bits without a sign, 0 for no bound; a maximum from 0xA0000000 on tells kinds of screens. */
  readonly buildMin: number
  readonly buildMax: number
}

/** A file that is installed: where to, and which member of the cabinet it is. */
export interface InstalledFile {
  /** Name of the member, as the 8.3 form has it; absent where no member has the number. */
  readonly member: string | undefined
  /** With its folder, which may begin with `%CE1%` to `%CE17%` or `%InstallDir%`. */
  readonly path: string
}

export interface InstalledLink {
  readonly path: string
  readonly target: string
}

export interface RegistryValue {
  readonly key: string
  /** Empty for the default value of the key. */
  readonly name: string
  readonly value: string | number | readonly string[] | Uint8Array
}
