/** The name of an attribute in a descriptor: `1*<any Unicode char except CTLs or separators>` (PKG21). */
import { report } from './jad-draft.ts'
import type { Draft } from './jad-draft.ts'
import { isDefinedName, isReservedName, spellingOf } from './reserved-names.ts'
import type { TextLine } from './text-lines.ts'
import { trimBlanks, trimControls } from './trim.ts'

const separators = `()<>@,;:'"/[]?={} \t`

/** By ASCII code: may stand in a name. */
const legal: readonly boolean[] = Array.from(
  { length: 128 },
  (_, code) => code >= 0x20 && code !== 0x7f && !separators.includes(String.fromCharCode(code)),
)

/**
 * The name before the colon, freed of what the tolerance forgives; none when the line is refused for it.
 *
 * @param before octet text between the beginning of the line and the colon
 */
export function readName(draft: Draft, line: TextLine, before: string): string | undefined {
  const { tolerance, decoded, pendingName } = draft
  if (pendingName !== '') {
    draft.pendingName = ''
    return decoded.decode(pendingName + before)
  }
  if (before === '') {
    return report(draft, 'empty-name', { line, tolerated: tolerance.emptyName === 'skip' })
  }
  const trimmed = readTrimmed(draft, line, before)
  if (trimmed === undefined) return undefined
  if (trimmed === '') return report(draft, 'empty-name', { line, tolerated: false })
  const illegal = findIllegal(trimmed, tolerance.nameAlphabet)
  if (illegal !== -1) {
    const tolerated = tolerance.illegalName === 'accept'
    report(draft, 'illegal-name', { line, index: before.indexOf(trimmed) + illegal, tolerated })
    if (!tolerated) return undefined
  }
  return decoded.ascii ? trimmed : decoded.decode(trimmed)
}

function readTrimmed(draft: Draft, line: TextLine, before: string): string | undefined {
  const { spaceBeforeColon, illegalName } = draft.tolerance
  const name = trimBlanks(before)
  if (name !== before && !/^[ \t]/.test(before)) {
    const tolerated = spaceBeforeColon === 'trim'
    report(draft, 'space-before-colon', { line, index: name.length, tolerated })
    if (!tolerated) return undefined
  }
  if (illegalName !== 'trim') return name
  const trimmed = trimControls(name)
  if (trimmed !== name) report(draft, 'illegal-name', { line, tolerated: true })
  return trimmed
}

function findIllegal(name: string, alphabet: 'descriptor' | 'manifest'): number {
  if (alphabet === 'manifest') return name.search(/[^0-9A-Za-z_-]/)
  for (let index = 0; index < name.length; index += 1) {
    if (legal[name.charCodeAt(index)] === false) return index
  }
  return -1
}

/** Looks at the name as a whole; answers how it is spelled in the result. */
export function checkName(draft: Draft, line: TextLine, name: string): string {
  const { tolerance, names } = draft
  const spelled = isReservedName(name) && isDefinedName(name) ? name : respell(draft, line, name)
  if (names.has(spelled)) {
    report(draft, 'duplicate-name', { line, tolerated: tolerance.duplicateName === 'accept' })
  }
  names.add(spelled)
  return spelled
}

function respell(draft: Draft, line: TextLine, name: string): string {
  const { nameCase, unknownReservedName } = draft.tolerance
  const spelling = spellingOf(name)
  if (spelling !== undefined) {
    report(draft, 'name-case', { line, tolerated: true })
    return nameCase === 'any' ? spelling : name
  }
  if (isReservedName(name)) {
    const tolerated = unknownReservedName === 'accept'
    report(draft, 'unknown-reserved-name', { line, tolerated })
  }
  return name
}
