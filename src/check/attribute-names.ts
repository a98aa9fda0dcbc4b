import { specifiedNames, specifiedPatterns, vendorPatterns } from './attribute-names.table.ts'

const names: ReadonlySet<string> = new Set(specifiedNames)
const patterns = specifiedPatterns.map(toRegExp)
const vendors = vendorPatterns.map(toRegExp)
const byLowerCase: ReadonlyMap<string, string> = new Map(
  specifiedNames.map((name) => [name.toLowerCase(), name]),
)

/** `specified` by a document, taken by a `vendor`, `invented` below a reserved prefix, or `free` for anyone to use. */
export function classifyName(name: string): 'specified' | 'vendor' | 'invented' | 'free' {
  if (names.has(name) || patterns.some((pattern) => pattern.test(name))) return 'specified'
  if (!/^(?:MIDlet|MicroEdition)-/.test(name)) return 'free'
  return vendors.some((pattern) => pattern.test(name)) ? 'vendor' : 'invented'
}

/** The specified name that differs from this one in case only. */
export function rightCaseOf(name: string): string | undefined {
  const right = byLowerCase.get(name.toLowerCase()) ?? rightNumbered(name)
  return right === name ? undefined : right
}

/** Only the names that every suite uses; in the others a locale makes case uncertain. */
function rightNumbered(name: string): string | undefined {
  const [, word, number] = /^midlet-(push-)?([0-9]+)$/i.exec(name) ?? []
  if (number === undefined) return undefined
  return word === undefined ? `MIDlet-${number}` : `MIDlet-Push-${number}`
}

function toRegExp(pattern: string): RegExp {
  const source = pattern
    .replaceAll('<n>', '[0-9]+')
    .replaceAll('<l>', '[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*')
  return new RegExp(`^${source}$`)
}
