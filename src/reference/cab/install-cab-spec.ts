/** What an installation cabinet is made of. */
import type { CabinetSigning } from '../../test-authority/cabinet-signing.ts'

export interface InstallCabFile {
  /** Name under which it is installed. */
  readonly name: string
  readonly octets: Uint8Array
  /** Where it is installed, unless that is the folder of the application. */
  readonly folder?: string
}

export interface InstallCabSpec {
  readonly name: string
  readonly provider: string
  /** Target processor: 0 any, 2577 StrongARM, 2336 ARM920, 4000 MIPS. */
  readonly architecture: number
  /** Lowest and highest version of the system as they are written: `4.20`. */
  readonly versionMin?: string
  readonly versionMax?: string
  readonly buildMin?: number
  /** 0xE0000000 says that all kinds of screens are served. */
  readonly buildMax?: number
  /** `POCKETPC`, `Smartphone`, `HPC`. */
  readonly unsupportedPlatforms?: readonly string[]
  /** E.g. `%CE1%\\Demo`. */
  readonly installFolder: string
  readonly files: readonly InstallCabFile[]
  readonly setupDll?: Uint8Array
  /** Shortcuts to files: their names, and the number of `%CEn%` of their folder. */
  readonly links?: readonly { readonly name: string; readonly base: number; readonly to: string }[]
  readonly registry?: readonly RegistrySpec[]
  /** Without it a Smartphone cannot install the cabinet. */
  readonly withSetup: boolean
  /** Types of configuration service providers that `_setup.xml` addresses besides, e.g. `CertificateStore`. */
  readonly settings?: readonly string[]
  /** What `_setup.xml` says otherwise than the `.000` file. */
  readonly setupSays?: SetupDifferences
  readonly compression: 'stored' | 'mszip'
  readonly signing?: CabinetSigning
}

export interface SetupDifferences extends Partial<
  Pick<
    InstallCabSpec,
    'name' | 'provider' | 'architecture' | 'versionMin' | 'versionMax' | 'buildMin' | 'buildMax'
  >
> {
  readonly fileCount?: number
  /** Members that files are said to be, by the names of these. */
  readonly members?: Readonly<Record<string, string>>
}

export interface RegistrySpec {
  readonly root: 'HKCR' | 'HKCU' | 'HKLM' | 'HKU'
  readonly key: string
  readonly name: string
  readonly value: string | number
}

/** A file with the name it has in the cabinet and the digits that this one ends in. */
export interface NumberedFile extends InstallCabFile {
  readonly member: string
  readonly number: number
}
