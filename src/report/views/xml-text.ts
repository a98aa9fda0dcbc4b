import { printable } from './printable.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** One line of text for XML 1.0, in an element or an attribute; what XML cannot hold is named instead. */
export function xmlText(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
