/** Plain text in columns. */

/** Lines of at most `width` columns, broken at blanks; a word that is longer stands alone on its line. */
export function wrap(text: string, width: number): readonly string[] {
  return fill(
    text.split(/\s+/).filter((word) => word !== ''),
    width,
  )
}

/** Names with commas between them, none of them broken in two. */
export function wrapList(names: readonly string[], width: number): readonly string[] {
  return fill(
    names.map((name, index) => (index === names.length - 1 ? name : `${name},`)),
    width,
  )
}

function fill(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** A label in the margin, and wrapped text beside it. */
export function labelled(
  label: string,
  text: string | readonly string[],
  margin: { readonly indent: number; readonly labelWidth: number; readonly columns: number },
): readonly string[] {
  const { indent, labelWidth, columns } = margin
  const before = ' '.repeat(indent)
  const width = columns - indent - labelWidth
  const lines = typeof text === 'string' ? wrap(text, width) : text
  return lines.map((line, index) =>
    `${before}${(index === 0 ? label : '').padEnd(labelWidth)}${line}`.trimEnd(),
  )
}

/** Rows of cells, each column as wide as its widest cell; the last one is left ragged. */
export function columnsOf(
  rows: readonly (readonly string[])[],
  options: { readonly indent?: number; readonly rightAligned?: readonly number[] } = {},
): readonly string[] {
  const before = ' '.repeat(options.indent ?? 0)
  const widths: number[] = []
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, cell.length)
    }
  }
  const pad = (cell: string, index: number): string => {
    const width = widths[index] ?? 0
    return options.rightAligned?.includes(index) === true
      ? cell.padStart(width)
      : cell.padEnd(width)
  }
  return rows.map((row) => `${before}${row.map(pad).join('  ')}`.trimEnd())
}

/** `1 case`, `2 cases`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`
}
