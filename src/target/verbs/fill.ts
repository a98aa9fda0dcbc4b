/** Placeholders in the texts of a target file. */
import type { VerbValues } from './verb.ts'

const placeholder = /\$\{([^}]*)\}/g

/** Names of all placeholders in a text, in order; one that does not end is none that is known. */
export function placeholdersOf(text: string): readonly string[] {
  const found = [...text.matchAll(placeholder)].map(([, name = '']) => name)
  const rest = text.replaceAll(placeholder, '')
  const open = rest.indexOf('${')
  return open === -1 ? found : [...found, `${rest.slice(open + 2, open + 42)}…`]
}

/** The schema lets through only names that have a value. */
export function fill(
  text: string,
  values: VerbValues,
  encode: (value: string) => string = (value) => value,
): string {
  return text.replaceAll(placeholder, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : encode(value)
  })
}
