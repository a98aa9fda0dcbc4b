import { buildLegacySis } from '../../../src/reference/sis/legacy-sis-writer.ts'
import { u16, u32 } from '../../../src/test-authority/sisx-field-writer.ts'
import { legacyDemo } from './samples.ts'

/** A package of one language, whose records and what they point to are put behind the head. */
export function withRecords(count: number, records: Uint8Array, changes: Head = {}): Uint8Array {
  const plain = buildLegacySis({ ...legacyDemo, languages: [1], requisites: [], files: [] })
  const octets = Uint8Array.from([...plain, ...records])
  octets.set(u16(count), 0x14)
  octets.set(u32(plain.length), 0x34)
  for (const [at, field] of changes.fields ?? []) octets.set(field, at)
  return octets
}

interface Head {
  readonly fields?: readonly (readonly [at: number, field: Uint8Array])[]
}

export const plainBytes = buildLegacySis({
  ...legacyDemo,
  languages: [1],
  requisites: [],
  files: [],
}).length

export function numbers(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [...u32(value)]))
}
