/**
 * Told by a decoder what a run of octets means, in the order of the octets, while it reads them. What was told before a
 * decoder stops with a `WireError` still holds.
 */
export type Annotate = (start: number, end: number, meaning: string) => void
