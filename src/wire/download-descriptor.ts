/**
 * Download descriptors (OMA Download OTA 1.0): XML that says what an object is before it is fetched, and where to report.
 * Elements of other namespaces are extensions of vendors; what a phone makes of a deviation is the phone's affair.
 */
import { WireError } from '../errors.ts'
import { attributeOf, formatMarkup, parseMarkup, textOfElement } from './markup.ts'
import type { MarkupElement, ReadElement } from './markup.ts'

export const ddNamespace = 'http://www.openmobilealliance.org/xmlns/dd'

export interface DownloadDescriptor {
  /** Media types of the object and of what it contains; all have to be supported. */
  readonly types: readonly string[]
  /** Octets of the object; none where it is missing or no number above 0. */
  readonly size?: number | undefined
  readonly objectUri?: string | undefined
  readonly installNotifyUri?: string | undefined
  readonly nextUrl?: string | undefined
  /** DDVersion; 1.0 is meant without one. */
  readonly version?: string | undefined
  readonly name?: string | undefined
  readonly description?: string | undefined
  readonly vendor?: string | undefined
  readonly infoUrl?: string | undefined
  readonly iconUri?: string | undefined
  readonly installParam?: string | undefined
}

export type DdRule =
  | 'namespace'
  | 'missing-type'
  | 'missing-size'
  | 'invalid-size'
  | 'missing-object-uri'
  | 'duplicate-element'
  | 'unexpected-element'
  | 'unexpected-content'

/** Where a descriptor departs from its document type. */
export interface DdDeviation {
  readonly rule: DdRule
  /** Octet at which it begins. */
  readonly offset: number
  readonly found: string
}

export interface ReadDownloadDescriptor {
  readonly descriptor: DownloadDescriptor
  readonly deviations: readonly DdDeviation[]
}

type TextField = Exclude<keyof DownloadDescriptor, 'types' | 'size'>

const textFields: ReadonlyMap<string, TextField> = new Map([
  ['objectURI', 'objectUri'],
  ['installNotifyURI', 'installNotifyUri'],
  ['nextURL', 'nextUrl'],
  ['DDVersion', 'version'],
  ['name', 'name'],
  ['description', 'description'],
  ['vendor', 'vendor'],
  ['infoURL', 'infoUrl'],
  ['iconURI', 'iconUri'],
  ['installParam', 'installParam'],
])

export const ddLimits = {
  /** Deviations listed of one descriptor. */
  ddDeviationsMax: 100,
  /** Characters of an excerpt. */
  ddFoundMax: 80,
} as const

interface Draft {
  readonly types: string[]
  readonly texts: Map<TextField, string>
  size: string | undefined
  readonly deviations: DdDeviation[]
}

/**
 * @param charset of the Content-Type field
 * @throws WireError `wire/markup-…` for what is no well-formed XML, `wire/dd-root` for another document
 */
export function readDownloadDescriptor(
  octets: Uint8Array,
  charset?: string,
): ReadDownloadDescriptor {
  const { root } = parseMarkup(octets, charset)
  const { prefix, local } = splitName(root.name)
  if (local !== 'media') {
    const message = `Unexpected element ${root.name.slice(0, ddLimits.ddFoundMax)}, expected media`
    throw new WireError('wire/dd-root', message, root.offset)
  }
  const draft: Draft = { types: [], texts: new Map(), size: undefined, deviations: [] }
  const namespace = namespaceOf(root, prefix)
  if (namespace !== ddNamespace) {
    deviate(draft, 'namespace', root, namespace ?? 'no namespace')
  }
  for (const node of root.content) {
    if (typeof node === 'string') {
      if (node.trim() !== '') deviate(draft, 'unexpected-content', root, node)
    } else {
      readChild(draft, root, node)
    }
  }
  return { descriptor: finish(draft, root), deviations: draft.deviations }
}

function readChild(draft: Draft, root: ReadElement, child: ReadElement): void {
  const { prefix, local } = splitName(child.name)
  if (namespaceOf(child, prefix, root) !== namespaceOf(root, splitName(root.name).prefix)) return
  const text = textOfElement(child).trim()
  const field = textFields.get(local)
  if (child.content.some((node) => typeof node !== 'string')) {
    deviate(draft, 'unexpected-content', child, `an element in ${child.name}`)
  }
  if (local === 'type') draft.types.push(text)
  else if (local === 'size') keepOnce(draft, child, draft.size, () => (draft.size = text))
  else if (field === undefined) deviate(draft, 'unexpected-element', child, child.name)
  else keepOnce(draft, child, draft.texts.get(field), () => draft.texts.set(field, text))
}

function keepOnce(
  draft: Draft,
  child: ReadElement,
  before: string | undefined,
  keep: () => void,
): void {
  if (before === undefined) keep()
  else deviate(draft, 'duplicate-element', child, child.name)
}

const wholeNumber = /^\d{1,15}$/

function finish(draft: Draft, root: ReadElement): DownloadDescriptor {
  const { types, texts, size: written } = draft
  const size = written !== undefined && wholeNumber.test(written) ? Number(written) : 0
  if (!types.some((type) => type !== '')) deviate(draft, 'missing-type', root, 'media')
  if (written === undefined) deviate(draft, 'missing-size', root, 'media')
  else if (size === 0) deviate(draft, 'invalid-size', root, written)
  if (!texts.get('objectUri')) deviate(draft, 'missing-object-uri', root, 'media')
  return { types, ...(size > 0 ? { size } : {}), ...Object.fromEntries(texts) }
}

function splitName(name: string): { readonly prefix: string; readonly local: string } {
  const colon = name.indexOf(':')
  return colon === -1
    ? { prefix: '', local: name }
    : { prefix: name.slice(0, colon), local: name.slice(colon + 1) }
}

/** Of the element itself, then of the one it stands in (Namespaces in XML 1.0 section 6). */
function namespaceOf(
  element: ReadElement,
  prefix: string,
  outer?: ReadElement,
): string | undefined {
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  return attributeOf(element, name) ?? (outer === undefined ? undefined : attributeOf(outer, name))
}

function deviate(draft: Draft, rule: DdRule, { offset }: ReadElement, found: string): void {
  if (draft.deviations.length >= ddLimits.ddDeviationsMax) return
  draft.deviations.push({ rule, offset, found: found.trim().slice(0, ddLimits.ddFoundMax) })
}

/** The descriptor as a server writes it, in UTF-8. */
export function writeDownloadDescriptor(descriptor: DownloadDescriptor): Uint8Array {
  const { types, size } = descriptor
  const element = (name: string, text: string): MarkupElement => ({
    name,
    attributes: [],
    content: [text],
  })
  const content = [
    ...types.map((type) => element('type', type)),
    ...(size === undefined ? [] : [element('size', String(size))]),
    ...[...textFields].flatMap(([name, field]) => {
      const text = descriptor[field]
      return text === undefined ? [] : [element(name, text)]
    }),
  ]
  const attributes = [{ name: 'xmlns', value: ddNamespace }]
  return new TextEncoder().encode(formatMarkup({ name: 'media', attributes, content }))
}
