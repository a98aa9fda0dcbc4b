import { reservedNames } from './attribute-names.table.ts'

const placeholders: readonly (readonly [string, string])[] = [
  ['<n>', '[1-9][0-9]*'],
  ['<m>', '[1-9][0-9]*'],
  ['<locale>', '[A-Za-z]{2,3}(?:[-_][0-9A-Za-z]{2,8})*'],
  ['<suffix>', '[0-9A-Za-z]+'],
]

/** Names without a placeholder, as they are written and by their letters in lower case. */
const plain = new Set<string>()
const plainByLower = new Map<string, string>()
const numbered: RegExp[] = []
for (const [pattern] of reservedNames) {
  const expression = placeholders.reduce<string>(
    (text, [mark, set]) => text.replace(mark, set),
    pattern,
  )
  if (expression === pattern) {
    plain.add(pattern)
    plainByLower.set(pattern.toLowerCase(), pattern)
  } else {
    numbered.push(new RegExp(`^${expression}$`))
  }
}

/** Begins with `MIDlet-` or `MicroEdition-`, which authors must not use for names of their own (PKG21). */
export function isReservedName(name: string): boolean {
  return name.startsWith('MIDlet-') || name.startsWith('MicroEdition-')
}

/** A reserved name that a specification or a documented device defines. */
export function isDefinedName(name: string): boolean {
  return plain.has(name) || numbered.some((pattern) => pattern.test(name))
}

/**
 * The defined name that this one differs from only in the case of its letters; none when it is right or unknown.
 *
 * @example spellingOf('Midlet-name') // 'MIDlet-Name'
 */
export function spellingOf(name: string): string | undefined {
  if (plain.has(name)) return undefined
  const lower = name.toLowerCase()
  if (!lower.startsWith('mi')) return undefined
  const defined = plainByLower.get(lower) ?? respell(lower, name)
  return defined === name ? undefined : defined
}

/** Numbered names: only their prefixes have letters that matter. */
function respell(lower: string, name: string): string | undefined {
  const prefix = ['MIDlet-Push-', 'MIDlet-', 'MicroEdition-Handler-'].find(
    (known) =>
      lower.startsWith(known.toLowerCase()) && /^[1-9][0-9]*$/.test(name.slice(known.length)),
  )
  return prefix === undefined ? undefined : prefix + name.slice(prefix.length)
}
