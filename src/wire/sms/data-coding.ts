/** The data coding scheme octet of a TPDU (3GPP 23.038 section 4). */
export type Alphabet = 'gsm' | 'octets' | 'ucs2'
export type MessageClass = 0 | 1 | 2 | 3

export interface DataCoding {
  readonly group:
    | 'general'
    | 'automatic-deletion'
    | 'reserved'
    | 'waiting-discard'
    | 'waiting-store'
    | 'class'
  readonly alphabet: Alphabet
  /** Class 0 is shown at once and not stored, 1 is for the phone, 2 for the SIM card, 3 for attached equipment. */
  readonly messageClass: MessageClass | undefined
  readonly compressed: boolean
}

const alphabets = ['gsm', 'octets', 'ucs2', 'gsm'] as const
const classes = [0, 1, 2, 3] as const

/** Any octet has a meaning: codings that are reserved are read as the GSM 7-bit alphabet. */
export function readDataCoding(octet: number): DataCoding {
  const plain = { alphabet: 'gsm', messageClass: undefined, compressed: false } as const
  switch (octet >> 4) {
    case 0xc:
      return { ...plain, group: 'waiting-discard' }
    case 0xd:
      return { ...plain, group: 'waiting-store' }
    case 0xe:
      return { ...plain, group: 'waiting-store', alphabet: 'ucs2' }
    case 0xf:
      return {
        ...plain,
        group: 'class',
        alphabet: (octet & 0x04) === 0 ? 'gsm' : 'octets',
        messageClass: classOf(octet),
      }
    default:
      if ((octet & 0x80) !== 0) return { ...plain, group: 'reserved' }
      return {
        group: (octet & 0x40) === 0 ? 'general' : 'automatic-deletion',
        alphabet: alphabets[(octet >> 2) & 3] ?? 'gsm',
        messageClass: (octet & 0x10) === 0 ? undefined : classOf(octet),
        compressed: (octet & 0x20) !== 0,
      }
  }
}

/** The octet of the general group for an alphabet, with a class or without. */
export function writeDataCoding(alphabet: Alphabet, messageClass?: MessageClass): number {
  const base = alphabets.indexOf(alphabet) << 2
  return messageClass === undefined ? base : base | 0x10 | messageClass
}

function classOf(octet: number): MessageClass | undefined {
  return classes[octet & 3]
}
