/**
 * Character sets by their MIBenum, which WSP and WBXML name them by (WSP appendix A table 42; IANA character sets).
 * `label` is what the platform's decoder calls it; `wide` ones end a text with two NULs.
 */
export interface Charset {
  readonly mib: number
  readonly name: string
  readonly label: string
  readonly wide?: true
}

export const charsets = [
  { mib: 3, name: 'us-ascii', label: 'utf-8' },
  { mib: 4, name: 'iso-8859-1', label: 'latin1' },
  { mib: 5, name: 'iso-8859-2', label: 'iso-8859-2' },
  { mib: 8, name: 'iso-8859-5', label: 'iso-8859-5' },
  { mib: 17, name: 'shift_jis', label: 'shift_jis' },
  { mib: 106, name: 'utf-8', label: 'utf-8' },
  { mib: 1000, name: 'iso-10646-ucs-2', label: 'utf-16be', wide: true },
  { mib: 1015, name: 'utf-16', label: 'utf-16be', wide: true },
  { mib: 2026, name: 'big5', label: 'big5' },
] as const satisfies readonly Charset[]

export const utf8Mib = 106
