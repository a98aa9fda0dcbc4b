/** Downloads that broke off, in flash: what came of them, and by what the server is asked for the rest. */
import type { Header } from '../trace/events.ts'
import type { Flash } from './flash.ts'

export interface BrokenDownload {
  /** Where it goes on. */
  readonly url: string
  readonly octets: Uint8Array
  /** Of the answer that the octets came with. */
  readonly headers: readonly Header[]
}

export type BrokenDownloadChange =
  /** In place of an earlier one from there. */
  | { readonly kind: 'broken download kept'; readonly download: BrokenDownload }
  /** It came to an end, or to nothing. */
  | { readonly kind: 'broken download ended'; readonly url: string }

/** The oldest goes when one more is kept (assumed: no document of a model says how many its list holds). */
export const keptDownloadsMax = 10

export function applyBrokenDownloadChange(flash: Flash, change: BrokenDownloadChange): Flash {
  const url = change.kind === 'broken download kept' ? change.download.url : change.url
  const others = flash.brokenDownloads.filter((one) => one.url !== url)
  const brokenDownloads =
    change.kind === 'broken download kept' ? [...others, change.download] : others
  return { ...flash, brokenDownloads: brokenDownloads.slice(-keptDownloadsMax) }
}
