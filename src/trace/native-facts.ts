/** What traces say of phones, and of those that install native packages, beside how it ends. */

/** What such phones ask. */
export const nativePrompts = [
  'download',
  'untrusted',
  'developer',
  'details',
  'incompatible',
  'missing-component',
  'replace',
  'language',
  'choices',
  'place',
  'capabilities',
  'text',
] as const

export type NativePrompt = (typeof nativePrompts)[number]

/** What a check has to know of a Symbian phone. */
export interface SymbianFacts {
  readonly edition: string
  readonly osVersion: string
  /** `0x101F7961` */
  readonly productUids: readonly string[]
  readonly machineUid?: string | undefined
}

/** What a check has to know of a Windows Mobile phone. */
export interface WindowsMobileFacts {
  readonly release: string
  /** Of Windows CE. */
  readonly osVersion: string
  readonly processor: number
}

/** What a check has to know of any phone. */
export interface ProfileFacts {
  readonly id: string
  readonly name: string
  readonly platform: string
  readonly personality: string
  readonly userAgent: string
  readonly midpProfiles: readonly string[]
  readonly configurations: readonly string[]
  /** Optional APIs it has; absent where that is not known. */
  readonly apis?: readonly string[] | undefined
  /** Octets of the largest page that its browser holds; absent where that is not known. */
  readonly pageBytesMax?: number | undefined
  /** Octets of the largest document that its push client takes; absent where that is not known. */
  readonly pushBytesMax?: number | undefined
  /** Of a Symbian phone. */
  readonly symbian?: SymbianFacts | undefined
  /** Of a Windows Mobile phone. */
  readonly windowsMobile?: WindowsMobileFacts | undefined
}
