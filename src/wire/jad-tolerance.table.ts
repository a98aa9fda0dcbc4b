/**
 * How readers of descriptors treat what departs from the grammar (PKG21 "BNF for parsing application descriptors"), one
 * setting for each point on which implementations are known to differ.
 */
export type Charset =
  | 'us-ascii'
  | 'iso-8859-1'
  | 'utf-8'
  | 'utf-16be'
  | 'utf-16le'
  | 'utf-32be'
  | 'utf-32le'

export interface JadTolerance {
  /** Charsets it can read; text in another one is read as UTF-8 as far as that goes. */
  readonly charsets: readonly Charset[]
  readonly undecodableOctets: 'refuse' | 'replace'
  /** `keep`: U+FEFF becomes part of the first name. `skip-and-decode`: names the charset where none was given. */
  readonly byteOrderMark: 'keep' | 'skip' | 'skip-and-decode'
  readonly loneCr: 'refuse' | 'keep' | 'line-end' | 'drop'
  /** U+001A, which old editors put at the end of a file. */
  readonly endOfFileMark: 'keep' | 'drop'
  readonly mixedLineEnds: 'accept' | 'refuse'
  /** `accept-and-drop-name`: a last line that ends within its name is left out. */
  readonly noFinalLineEnd: 'accept' | 'accept-and-drop-name' | 'refuse'
  readonly blankLine: 'skip' | 'refuse'
  /** A line of nothing but blanks, which the grammar does not know. */
  readonly whiteLine: 'skip' | 'refuse'
  readonly lineWithoutColon: 'refuse' | 'skip' | 'join-to-next-name'
  readonly spaceBeforeColon: 'refuse' | 'trim'
  readonly noSpaceAfterColon: 'accept' | 'refuse'
  readonly emptyName: 'refuse' | 'skip'
  readonly emptyValue: 'accept' | 'refuse'
  /** `join-if-manifest`: only where the whole descriptor also reads as a manifest; elsewhere a line of its own. */
  readonly continuationLine: 'refuse' | 'join' | 'join-if-manifest'
  /** A line that begins with `#`; the grammar has no comments. */
  readonly hashLine: 'read' | 'skip'
  /** `trim`: outer control characters are cut off first. */
  readonly illegalName: 'refuse' | 'trim' | 'accept'
  /** `manifest`: letters, digits, `-` and `_` only. */
  readonly nameAlphabet: 'descriptor' | 'manifest'
  /** `trim`: outer control characters are cut off first. */
  readonly illegalValue: 'refuse' | 'trim' | 'accept'
  /** The last one wins wherever they are accepted. */
  readonly duplicateName: 'accept' | 'refuse'
  /** `any`: a known name in other letters is read as the known one. */
  readonly nameCase: 'exact' | 'any'
  /** Names that begin with `MIDlet-` or `MicroEdition-` and are not defined. */
  readonly unknownReservedName: 'accept' | 'refuse'
  readonly nameCharactersMax: number | undefined
  readonly valueCharactersMax: number | undefined
  /** Limits of single attributes. */
  readonly valueLimits: readonly (readonly [name: string, charactersMax: number])[]
  /** `go-on`: the lines after a refused one are read. `abandon`: no attribute at all survives. */
  readonly afterRefusal: 'go-on' | 'abandon'
}

/**
 * The letter of the grammar, with the readings of points it leaves open: a repeated name and a missing last line end are
 * accepted as everywhere, a byte order mark is what it is in the grammar, part of the first name.
 */
export const strictJad: JadTolerance = {
  charsets: ['utf-8', 'iso-8859-1', 'us-ascii'],
  undecodableOctets: 'refuse',
  byteOrderMark: 'keep',
  loneCr: 'refuse',
  endOfFileMark: 'keep',
  mixedLineEnds: 'accept',
  noFinalLineEnd: 'accept',
  blankLine: 'skip',
  whiteLine: 'refuse',
  lineWithoutColon: 'refuse',
  spaceBeforeColon: 'refuse',
  noSpaceAfterColon: 'accept',
  emptyName: 'refuse',
  emptyValue: 'accept',
  continuationLine: 'refuse',
  hashLine: 'read',
  illegalName: 'refuse',
  nameAlphabet: 'descriptor',
  illegalValue: 'refuse',
  duplicateName: 'accept',
  nameCase: 'exact',
  unknownReservedName: 'accept',
  nameCharactersMax: undefined,
  valueCharactersMax: undefined,
  valueLimits: [],
  afterRefusal: 'go-on',
}

/** phoneME, `JadProperties.java`: every CR and U+001A is dropped, the last error decides, everything else is read. */
export const phonemeJad: JadTolerance = {
  ...strictJad,
  undecodableOctets: 'replace',
  loneCr: 'drop',
  endOfFileMark: 'drop',
  illegalValue: 'trim',
}

/** Nokia Java Runtime, `JadReader.java` and `AttributeReader.java`. */
export const nokiaJrtJad: JadTolerance = {
  ...strictJad,
  charsets: ['utf-8', 'iso-8859-1', 'us-ascii', 'utf-16be', 'utf-16le', 'utf-32be', 'utf-32le'],
  undecodableOctets: 'replace',
  byteOrderMark: 'skip-and-decode',
  loneCr: 'line-end',
  noFinalLineEnd: 'accept-and-drop-name',
  whiteLine: 'skip',
  spaceBeforeColon: 'trim',
  continuationLine: 'join',
  nameCharactersMax: 512,
  valueCharactersMax: 65_536,
  afterRefusal: 'abandon',
}

/** BlackBerry OS browser installer, as observed: divides at LF, trims, joins what has no colon to the name after it. */
export const blackberryJad: JadTolerance = {
  ...strictJad,
  undecodableOctets: 'replace',
  loneCr: 'keep',
  whiteLine: 'skip',
  lineWithoutColon: 'join-to-next-name',
  spaceBeforeColon: 'trim',
  continuationLine: 'join',
  illegalValue: 'trim',
}

/** MicroEmulator, `JadProperties.java`: first the manifest parser of Java SE, then line by line what has a colon. */
export const microemulatorJad: JadTolerance = {
  ...strictJad,
  undecodableOctets: 'replace',
  loneCr: 'line-end',
  whiteLine: 'skip',
  lineWithoutColon: 'skip',
  spaceBeforeColon: 'trim',
  emptyName: 'skip',
  continuationLine: 'join-if-manifest',
  illegalName: 'trim',
  nameAlphabet: 'manifest',
  illegalValue: 'accept',
  nameCase: 'any',
  nameCharactersMax: 70,
  afterRefusal: 'abandon',
}
