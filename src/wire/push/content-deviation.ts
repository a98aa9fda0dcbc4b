import type { ReadElement } from '../markup.ts'

/** Where a document of a push departs from its document type or says what no phone can follow. */
export interface ContentDeviation {
  readonly rule: ContentRule
  /** Octet at which it begins. */
  readonly offset: number
  readonly found: string
}

export type ContentRule =
  | 'unexpected-element'
  | 'unexpected-attribute'
  | 'unexpected-text'
  | 'duplicate-attribute'
  | 'missing-indication'
  | 'missing-href'
  | 'missing-uri'
  | 'missing-name'
  | 'missing-type'
  | 'missing-id'
  | 'empty-text'
  | 'unknown-action'
  | 'invalid-date'

const foundMax = 100

/** Attributes that are not among those named, or are there twice. */
export function checkAttributes(
  { attributes, name: element }: ReadElement,
  names: readonly string[],
  deviations: ContentDeviation[],
): void {
  const seen = new Set<string>()
  for (const { name, offset } of attributes) {
    const found = `${name} of ${element}`.slice(0, foundMax)
    if (!names.includes(name)) deviations.push({ rule: 'unexpected-attribute', offset, found })
    else if (seen.has(name)) deviations.push({ rule: 'duplicate-attribute', offset, found })
    seen.add(name)
  }
}

/** Elements that are not among those named, and text where there is none to be. */
export function checkContent(
  { content, name, offset }: ReadElement,
  expected: { readonly elements: readonly string[]; readonly text: boolean },
  deviations: ContentDeviation[],
): void {
  for (const node of content) {
    if (typeof node !== 'string') {
      if (expected.elements.includes(node.name)) continue
      const found = `${node.name} in ${name}`.slice(0, foundMax)
      deviations.push({ rule: 'unexpected-element', offset: node.offset, found })
    } else if (!expected.text && node.trim() !== '') {
      deviations.push({ rule: 'unexpected-text', offset, found: node.trim().slice(0, foundMax) })
    }
  }
}
