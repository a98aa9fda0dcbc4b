export interface TextLine {
  /** Counted from 1. */
  readonly number: number
  readonly start: number
  /** Index after the last character of the line, its line end not included. */
  readonly end: number
  readonly lineEnd: 'crlf' | 'lf' | 'cr' | 'none'
}

/**
 * Divides text into lines; the last has no line end unless the text ends in one, in which case there is no line after it.
 *
 * @param loneCr whether a CR without LF ends a line (manifest) or belongs to it (descriptor)
 * @param from index at which the first line begins
 */
export function splitLines(
  text: string,
  loneCr: 'line-end' | 'content',
  from = 0,
): readonly TextLine[] {
  const lines: TextLine[] = []
  let start = from
  let lf = text.indexOf('\n', from)
  let cr = loneCr === 'line-end' ? text.indexOf('\r', from) : -1
  while (start < text.length) {
    const number = lines.length + 1
    if (cr !== -1 && cr < start) cr = text.indexOf('\r', start)
    if (lf !== -1 && lf < start) lf = text.indexOf('\n', start)
    if (cr !== -1 && (lf === -1 || cr < lf - 1)) {
      lines.push({ number, start, end: cr, lineEnd: 'cr' })
      start = cr + 1
    } else if (lf === -1) {
      lines.push({ number, start, end: text.length, lineEnd: 'none' })
      start = text.length
    } else {
      const crlf = lf > start && text.charCodeAt(lf - 1) === 0x0d
      lines.push({ number, start, end: crlf ? lf - 1 : lf, lineEnd: crlf ? 'crlf' : 'lf' })
      start = lf + 1
    }
  }
  return lines
}
