/** The GSM 7-bit default alphabet and its extension table (3GPP 23.038 section 6.2.1). */

/** Character of each septet; 0x1B is the escape to the extension table and stands for none. */
export const defaultAlphabet =
  '@£$¥èéùìòÇ\nØø\rÅå' +
  'Δ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ' +
  ' !"#¤%&\'()*+,-./' +
  '0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNO' +
  'PQRSTUVWXYZÄÖÑÜ§' +
  '¿abcdefghijklmno' +
  'pqrstuvwxyzäöñüà'

export interface ExtensionRow {
  readonly septet: number
  readonly character: string
}

/** Reached by 0x1B in front: each of these takes two septets (3GPP 23.038 section 6.2.1.1). */
export const extensionTable = [
  { septet: 0x0a, character: '\f' },
  { septet: 0x14, character: '^' },
  { septet: 0x28, character: '{' },
  { septet: 0x29, character: '}' },
  { septet: 0x2f, character: '\\' },
  { septet: 0x3c, character: '[' },
  { septet: 0x3d, character: '~' },
  { septet: 0x3e, character: ']' },
  { septet: 0x40, character: '|' },
  { septet: 0x65, character: '€' },
] as const satisfies readonly ExtensionRow[]
