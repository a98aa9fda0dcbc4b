import { coVocabulary } from './co.table.ts'
import { cpVocabulary } from './cp.table.ts'
import { siVocabulary } from './si.table.ts'
import { slVocabulary } from './sl.table.ts'
import type { WbxmlVocabulary } from './vocabulary.ts'
import { wmlVocabularies } from './wml.table.ts'

const vocabularies: readonly WbxmlVocabulary[] = [
  siVocabulary,
  slVocabulary,
  coVocabulary,
  cpVocabulary,
  ...wmlVocabularies,
]

export function vocabularyNumbered(publicId: number): WbxmlVocabulary | undefined {
  return vocabularies.find((row) => row.publicId === publicId)
}

/** By its formal public identifier. */
export function vocabularyNamed(publicId: string): WbxmlVocabulary | undefined {
  return vocabularies.find((row) => row.documentType.publicId === publicId)
}
