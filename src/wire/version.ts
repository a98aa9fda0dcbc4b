/** The value of `MIDlet-Version` (PKG21 "MIDlet-Version"). */
export interface MidletVersion {
  readonly major: number
  readonly minor: number
  readonly micro: number
}

/** Two or three parts of one or two digits; a missing micro part is 0, leading zeros mean nothing. */
export function parseVersion(text: string): MidletVersion | undefined {
  const match = /^([0-9]{1,2})\.([0-9]{1,2})(?:\.([0-9]{1,2}))?$/.exec(text)
  if (match === null) return undefined
  const [, major, minor, micro = '0'] = match
  return { major: Number(major), minor: Number(minor), micro: Number(micro) }
}

/** Largest number that a part can be where it is read into a Java `int`. */
const partMax = 2_147_483_647

/** One to three parts of any number of digits, as two implementations read it; missing parts are 0. */
export function parseVersionLoosely(text: string): MidletVersion | undefined {
  const match = /^([0-9]{1,10})(?:\.([0-9]{1,10}))?(?:\.([0-9]{1,10}))?$/.exec(text)
  if (match === null) return undefined
  const [, major, minor = '0', micro = '0'] = match
  const version = { major: Number(major), minor: Number(minor), micro: Number(micro) }
  return Object.values(version).every((part) => part <= partMax) ? version : undefined
}

/** Part by part, as numbers: 1.1 is later than 1.0.1, and 1.0 equals 1.0.0. */
export function compareVersions(a: MidletVersion, b: MidletVersion): -1 | 0 | 1 {
  return compare(a.major, b.major) || compare(a.minor, b.minor) || compare(a.micro, b.micro)
}

function compare(a: number, b: number): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** All three parts, without leading zeros. */
export function formatVersion({ major, minor, micro }: MidletVersion): string {
  return `${major}.${minor}.${micro}`
}
