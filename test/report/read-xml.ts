/** A strict reader of the XML that reports are made of: elements, attributes, text; no doctype, comments or CDATA. */
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  /** Text directly in it, entities replaced. */
  readonly text: string
}

interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Element[]
  text: string
}

/** XML 1.0, production 2. */
const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const declaration = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/
const token = /<\/([\w-]+)>|<([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/** @throws Error for whatever is not well-formed */
export function readXml(xml: string): Element {
  if (illegal.test(xml)) throw new Error('a character that XML 1.0 does not have')
  const head = declaration.exec(xml)
  if (head === null) throw new Error('no XML declaration')
  const body = xml.slice(head[0].length)
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' }
  const stack: Open[] = [root]
  token.lastIndex = 0
  while (token.lastIndex < body.length) {
    const at = token.lastIndex
    const match = token.exec(body)
    if (match === null) throw new Error(`not well-formed: ${body.slice(at, at + 40)}`)
    take(match, stack)
  }
  const [only] = root.children
  if (stack.length !== 1 || only === undefined || root.children.length !== 1) {
    throw new Error('not exactly one closed root element')
  }
  return only
}

function take(match: RegExpExecArray, stack: Open[]): void {
  const [, closing, opening, attributes = '', empty, text] = match
  const parent = stack.at(-1)
  if (parent === undefined) throw new Error('closed too often')
  if (text !== undefined) parent.text += unescape(text)
  if (opening !== undefined) {
    const element = {
      name: opening,
      attributes: readAttributes(attributes),
      children: [],
      text: '',
    }
    parent.children.push(element)
    if (empty === '') stack.push(element)
  }
  if (closing !== undefined) {
    if (parent.name !== closing) throw new Error(`${closing} closes ${parent.name}`)
    stack.pop()
  }
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(/([\w-]+)="([^"]*)"/g)) {
    if (attributes.has(name)) throw new Error(`${name} twice`)
    attributes.set(name, unescape(value))
  }
  return attributes
}

function unescape(text: string): string {
  return text.replace(/&(\w*)(;?)/g, (_, name: string, end: string) => {
    const character = entities[name]
    if (character === undefined || end === '') throw new Error(`&${name} is no entity`)
    return character
  })
}
