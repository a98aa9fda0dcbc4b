/** Target octets and text made printable: ASCII stays, everything else is named. For excerpts in findings and traces. */

/** Characters of an excerpt where the caller names no maximum. */
const excerptMax = 80

const ellipsis = '…'

/** What stays as it is. */
const printable = /^[ -[\]-~]*$/

/**
 * @param max characters of the result; a longer one ends in `…`
 * @example escapeOctets(new Uint8Array([0x4d, 0x0d, 0xef])) // 'M\\r\\xEF'
 */
export function escapeOctets(octets: Uint8Array, max: number = excerptMax): string {
  let escaped = ''
  for (const octet of octets) {
    const piece = escapeCode(octet)
    if (escaped.length + piece.length > max) return cut(escaped, max)
    escaped += piece
  }
  return escaped
}

/**
 * As {@link escapeOctets}, for text; characters beyond ASCII appear as `\u{1F4F1}`.
 *
 * @param max characters of the result; a longer one ends in `…`
 */
export function escapeText(text: string, max: number = excerptMax): string {
  if (text.length <= max && printable.test(text)) return text
  let escaped = ''
  for (const character of text) {
    const piece = escapeCode(character.codePointAt(0) ?? 0)
    if (escaped.length + piece.length > max) return cut(escaped, max)
    escaped += piece
  }
  return escaped
}

function escapeCode(code: number): string {
  if (code === 0x5c) return '\\\\'
  if (code >= 0x20 && code < 0x7f) return String.fromCharCode(code)
  if (code === 0x0d) return '\\r'
  if (code === 0x0a) return '\\n'
  if (code === 0x09) return '\\t'
  const hex = code.toString(16).toUpperCase()
  return code <= 0xff ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`
}

/** The escapes are whole pieces, so the cut may be shorter than `max` but never splits one. */
function cut(escaped: string, max: number): string {
  return escaped.length < max ? escaped + ellipsis : escaped.slice(0, max - 1) + ellipsis
}
