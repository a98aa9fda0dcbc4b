/** What ranges of package UIDs are for (Symbian Signed, UIDs). A protected one needs a signature that leads to a phone's root. */
export interface UidRange {
  readonly first: number
  readonly last: number
  readonly use: string
  readonly protected: boolean
}

/** In order, and without gaps. */
export const uidRanges = [
  { first: 0x00000000, last: 0x0fffffff, use: 'of no stated use', protected: true },
  { first: 0x10000000, last: 0x1fffffff, use: 'given out before Symbian OS 9', protected: true },
  { first: 0x20000000, last: 0x2fffffff, use: 'for signed applications', protected: true },
  { first: 0x30000000, last: 0x7fffffff, use: 'of no stated use', protected: true },
  { first: 0x80000000, last: 0x9fffffff, use: 'of no stated use', protected: false },
  { first: 0xa0000000, last: 0xafffffff, use: 'for self-signed applications', protected: false },
  { first: 0xb0000000, last: 0xdfffffff, use: 'of no stated use', protected: false },
  { first: 0xe0000000, last: 0xefffffff, use: 'for development and tests', protected: false },
  { first: 0xf0000000, last: 0xffffffff, use: 'for old UIDs moved here', protected: false },
] as const satisfies readonly UidRange[]

export function rangeOf(uid: number): UidRange {
  return uidRanges.find(({ last }) => uid <= last) ?? uidRanges[0]
}
