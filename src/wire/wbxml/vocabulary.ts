/** The tokens of a document type. Both kinds of code page start at 0; a token is one octet without its flags. */
export interface WbxmlVocabulary {
  readonly name: string
  /** Number of the document type in a WBXML header. */
  readonly publicId: number
  readonly documentType: { readonly publicId: string; readonly systemId: string }
  readonly root: string
  readonly tags: readonly TagToken[]
  readonly attributes: readonly AttributeToken[]
  readonly values: readonly ValueToken[]
  /** Whether a value token can stand for a part of a value (URLs), or only for all of it. */
  readonly valueTokens: 'anywhere' | 'whole'
  /** Attributes that are dates, as packed decimal digits. */
  readonly dates: readonly string[]
  /** Extension tokens that stand for a variable, and the escaping they ask for; none where extensions mean nothing. */
  readonly variables?: ReadonlyMap<number, string>
}

export interface TagToken {
  readonly page: number
  readonly token: number
  readonly name: string
}

export interface AttributeToken {
  readonly page: number
  readonly token: number
  readonly name: string
  /** What the value begins with, or the whole of it. */
  readonly prefix?: string
}

export interface ValueToken {
  readonly page: number
  readonly token: number
  readonly text: string
}

/** Value tokens that SI, SL and CO have alike. */
export const domainValues = [
  { page: 0, token: 0x85, text: '.com/' },
  { page: 0, token: 0x86, text: '.edu/' },
  { page: 0, token: 0x87, text: '.net/' },
  { page: 0, token: 0x88, text: '.org/' },
] as const satisfies readonly ValueToken[]
