/**
 * Text that may hold anything a target sent, safe to show: control characters (terminal escape sequences among them),
 * line separators, and characters that reorder or hide text are named instead. One line in, one line out.
 */
export function printable(text: string): string {
  return text.replace(dangerous, (character) => {
    const known = named[character]
    if (known !== undefined) return known
    const code = character.codePointAt(0) ?? 0
    const hex = code.toString(16).toUpperCase()
    return code <= 0xff ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`
  })
}

/** Controls, Cf (bidirectional, zero-width, BOM), line and paragraph separators, lone surrogates, U+FFFE and the like. */
const dangerous = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/gu

const named: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n', '\t': '\\t' }

/** {@link printable}, and no longer than `max` characters. */
export function excerpt(text: string, max: number): string {
  const shown = printable(text.length > max ? text.slice(0, max) : text)
  return shown.length > max || text.length > max ? `${shown.slice(0, max - 1)}…` : shown
}
