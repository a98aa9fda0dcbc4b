/**
 * Replaces comments, and if asked the inside of literals, by blanks, so that a rule about code does not stumble over prose.
 * Lines and columns stay. Knows strings, templates, regular expressions and comments; no more of TypeScript.
 */
export function blankOut(text: string, options: { readonly strings: boolean }): string {
  let out = ''
  let at = 0
  for (const { kind, start, end } of spans(text)) {
    if (kind === 'literal' && !options.strings) continue
    out += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ')
    at = end
  }
  return out + text.slice(at)
}

interface Span {
  readonly kind: 'comment' | 'literal'
  readonly start: number
  readonly end: number
}

const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*|[`{}/]/g
const templateText = /(?:\\[\s\S]|\$(?!\{)|[^`\\$])*/y

function* spans(text: string): Generator<Span> {
  /** Number of open braces in each `${` that is open, the innermost last. */
  const holes: number[] = []
  let from = 0
  for (;;) {
    token.lastIndex = from
    const found = token.exec(text)
    if (found === null) return
    const [word] = found
    const start = found.index
    from = start + word.length

    if (word === '`' || (word === '}' && holes.at(-1) === 0)) {
      if (word === '}') holes.pop()
      const end = endOfTemplateText(text, from)
      const opensHole = text[end] === '$'
      yield { kind: 'literal', start: from, end }
      if (opensHole) holes.push(0)
      from = end + (opensHole ? 2 : 1)
    } else if (word === '{' || word === '}') {
      holes.push(...holes.splice(-1).map((open) => open + (word === '{' ? 1 : -1)))
    } else if (/^\/[/*]/.test(word)) {
      yield { kind: 'comment', start, end: from }
    } else if (word.startsWith('/') && !startsRegExp(text, start)) {
      from = start + 1
    } else {
      yield { kind: 'literal', start: start + 1, end: from - 1 }
    }
  }
}

function endOfTemplateText(text: string, from: number): number {
  templateText.lastIndex = from
  return from + (templateText.exec(text)?.[0].length ?? 0)
}

/** A slash divides after a value and starts a regular expression after anything else. */
function startsRegExp(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at)
  return /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|yield|await))\s*$/.test(before)
}
