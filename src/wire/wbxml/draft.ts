import type { Annotate } from '../annotate.ts'
import type { Charset } from '../charsets.table.ts'
import type { OctetReader } from '../octets.ts'
import type { WbxmlDeviation } from './deviation.ts'
import type { WbxmlVocabulary } from './vocabulary.ts'

export interface StringTable {
  readonly octets: Uint8Array
  /** Where in the document it begins. */
  readonly offset: number
}

/** What a decoder knows and has seen. */
export interface WbxmlDraft {
  readonly reader: OctetReader
  readonly vocabulary: WbxmlVocabulary
  readonly charset: Charset
  readonly strings: StringTable
  readonly annotate: Annotate | undefined
  readonly deviations: WbxmlDeviation[]
  tagPage: number
  attributePage: number
  characters: number
}
