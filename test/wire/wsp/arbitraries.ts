import fc from 'fast-check'
import type { WspValue } from '../../../src/wire/wsp/values.ts'

/** A text that can begin a value: at least one character, none a NUL, the first no control. */
export const shortText = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 20 })
  .filter((text) => text >= ' ' && !text.includes('\0'))

export const wspValue: fc.Arbitrary<WspValue> = fc.oneof(
  fc.record({ kind: fc.constant('short' as const), value: fc.nat(127) }),
  fc.record({ kind: fc.constant('text' as const), text: shortText }),
  fc.record({ kind: fc.constant('octets' as const), octets: fc.uint8Array({ maxLength: 200 }) }),
)
