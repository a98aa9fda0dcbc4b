/** data_coding (SMPP 3.4 section 5.2.19) and the data coding scheme of the air that stands for it. */
export type SmppCharset = 'default' | 'ascii' | 'latin1' | 'octets' | 'ucs2' | 'other'

export interface SmppCoding {
  readonly charset: SmppCharset
  /** For a TPDU; texts in ASCII and Latin-1 are written in the GSM alphabet or in UCS-2. */
  readonly airCoding: number
}

const rows: ReadonlyMap<number, SmppCoding> = new Map([
  [0x00, { charset: 'default', airCoding: 0x00 }],
  [0x01, { charset: 'ascii', airCoding: 0x00 }],
  [0x02, { charset: 'octets', airCoding: 0x04 }],
  [0x03, { charset: 'latin1', airCoding: 0x00 }],
  [0x04, { charset: 'octets', airCoding: 0x04 }],
  [0x08, { charset: 'ucs2', airCoding: 0x08 }],
])

/** Values that SMPP leaves to GSM (0xC0 and up) go to the air as they are, and so do 0x10 to 0x1F, which gateways use. */
export function readSmppCoding(octet: number): SmppCoding {
  const row = rows.get(octet)
  if (row !== undefined) return row
  if (octet >= 0xf0) return { charset: (octet & 4) === 0 ? 'default' : 'octets', airCoding: octet }
  if (octet >= 0xc0) return { charset: octet >= 0xe0 ? 'ucs2' : 'default', airCoding: octet }
  if (octet >= 0x10 && octet <= 0x1f) {
    const charsets = ['default', 'octets', 'ucs2', 'default'] as const
    return { charset: charsets[(octet >> 2) & 3] ?? 'default', airCoding: octet }
  }
  return { charset: 'other', airCoding: 0x04 }
}
