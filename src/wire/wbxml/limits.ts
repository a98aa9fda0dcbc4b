export const wbxmlLimits = {
  /** Octets of a document: more than 255 segments of an SMS can carry. */
  documentBytesMax: 65_535,
  elementDepthMax: 32,
  /** Characters of all texts together: two octets can refer to the whole string table, over and over. */
  textCharactersMax: 262_144,
} as const
