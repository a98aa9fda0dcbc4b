import type { Page } from '../../report/reporter.ts'

/** What `ota decode` shows of one file. */
export interface Decoding {
  readonly lines: readonly string[]
  /** A careful phone would take it. */
  readonly sound: boolean
}

export type Decoder = (octets: Uint8Array, page: Pick<Page, 'columns' | 'paint'>) => Decoding
