/** Global tokens: the same in every code page and document type (WAP-192 section 7.1). */
export const globalTokens = {
  switchPage: 0x00,
  end: 0x01,
  entity: 0x02,
  inlineString: 0x03,
  literal: 0x04,
  pi: 0x43,
  tableString: 0x83,
  opaque: 0xc3,
} as const

/** A tag whose name is in the string table, with the flags of a tag. */
export const literalTokens: ReadonlySet<number> = new Set([0x04, 0x44, 0x84, 0xc4])

/** Extensions, which SI, SL, CO and provisioning documents give no meaning: what follows the token. */
export const extensionTokens: ReadonlyMap<number, 'string' | 'integer' | 'nothing'> = new Map([
  [0x40, 'string'],
  [0x41, 'string'],
  [0x42, 'string'],
  [0x80, 'integer'],
  [0x81, 'integer'],
  [0x82, 'integer'],
  [0xc0, 'nothing'],
  [0xc1, 'nothing'],
  [0xc2, 'nothing'],
])
