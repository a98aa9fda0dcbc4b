import { type Attribute, numberedAttributes } from '../wire/attributes.ts'
import { escapeText } from '../wire/escape.ts'
import { fail, type Judgement } from './check.ts'
import type { CheckContext } from './check.ts'
import type { DescriptorEvidence, PackageEvidence } from './evidence.ts'
import { placeIn } from './legible-descriptors.ts'

/** A family of attributes that is numbered from 1 and ends at the first gap (PKG21). */
export interface NumberedEntries {
  /** Those a phone sees. */
  readonly seen: readonly Attribute[]
  /** Those behind a gap, and those whose number is not written as a phone looks for it. */
  readonly lost: readonly Attribute[]
}

/** @param prefix with its hyphen: `MIDlet-`, `MIDlet-Push-` */
export function findEntries(attributes: readonly Attribute[], prefix: string): NumberedEntries {
  const seen = numberedAttributes(attributes, prefix).map(({ attribute }) => attribute)
  const names = new Set(seen.map(({ name }) => name))
  const lost = attributes.filter(({ name }) => isNumbered(name, prefix) && !names.has(name))
  return { seen, lost }
}

function isNumbered(name: string, prefix: string): boolean {
  const first = name.charCodeAt(prefix.length)
  const isDigit = first >= 0x30 && first <= 0x39
  return isDigit && name.startsWith(prefix) && /^[0-9]+$/.test(name.slice(prefix.length))
}

export function* failLost(
  found: DescriptorEvidence,
  { seen, lost }: NumberedEntries,
): Iterable<Judgement> {
  for (const attribute of lost) {
    yield fail(found, {
      actual: `${escapeText(attribute.name, 60)} in ${placeIn(attribute)} after ${seen.length} in sequence`,
      expected: 'numbers from 1 without a gap',
    })
  }
}

/** The package that a descriptor led to in this trace. */
export function packageOf(
  { evidence }: CheckContext,
  found: DescriptorEvidence,
): PackageEvidence | undefined {
  return evidence.packages.find(({ descriptor }) => descriptor === found)
}
