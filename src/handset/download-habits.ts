/** How a phone takes objects behind download descriptors (OMA Download OTA 1.0): decisions of its behaviour. */
import type { Profile } from '../profile/profile.ts'
import type { Received, Refusal } from './behaviour.ts'
import type { DownloadExamination } from './rules/download.ts'

export const downloadSucceeded = 900
export const deviceAborted = 952

/** What becomes of an object: it is installed as a package, read as the descriptor of a suite, or put into the gallery. */
export type ObjectUse = 'package' | 'suite descriptor' | 'content'

export interface DownloadHabits {
  /** Is a body of this type a download descriptor to it? */
  readonly takes: (contentType: string | undefined, profile: Profile) => boolean
  /** Does it take a descriptor and its object in one body of this type? */
  readonly takesTogether: (contentType: string | undefined, profile: Profile) => boolean
  /** What is looked at before the object is fetched; the first that objects decides. */
  readonly order: readonly DownloadExamination[]
  /** What it does with an object of this type; none: nothing. */
  readonly useOf: (essence: string) => ObjectUse | undefined
  /** What it means that the object did not come. */
  readonly refuseObject: (received: Received) => Refusal
  readonly reportAttemptsMax: number
  /** Is the same report sent again at once? */
  readonly repeatsReport: (received: Received, repeats: number) => boolean
  readonly isDelivered: (received: Received) => boolean
  /** May the object be used after its report came to this? */
  readonly releases: (received: Received) => boolean
}
