import { expect } from 'vitest'
import { attempt } from './attempt.ts'

/** Whatever the octets are, reading them ends in a value or in a WireError with a place within them. */
export function expectValueOrPlace(octets: Uint8Array, read: (octets: Uint8Array) => void): void {
  const outcome = attempt(() => read(octets))
  const offset = outcome.kind === 'refused' ? outcome.offset : 0
  expect(Number.isSafeInteger(offset) && offset >= 0 && offset <= octets.length).toBe(true)
}
