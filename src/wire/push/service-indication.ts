/** Service Indication 1.0 (WAP-167): a link and a text that a phone keeps, shows, replaces and deletes. */
import { WireError } from '../../errors.ts'
import { attributeOf, childrenNamed, textOfElement } from '../markup.ts'
import type { MarkupElement, ReadElement } from '../markup.ts'
import { parseDate } from '../wbxml/date.ts'
import { checkAttributes, checkContent } from './content-deviation.ts'
import type { ContentDeviation } from './content-deviation.ts'

export const siActions = [
  'signal-none',
  'signal-low',
  'signal-medium',
  'signal-high',
  'delete',
] as const

export interface ServiceIndication {
  readonly href?: string
  readonly siId?: string
  /** `YYYY-MM-DDThh:mm:ssZ`, as {@link parseDate} reads it. */
  readonly created?: string
  readonly expires?: string
  /** One of {@link siActions}, or whatever was sent; without one `signal-medium` is meant. */
  readonly action?: string
  readonly text: string
  /** Extension data that the user never sees. */
  readonly info: readonly { readonly class: string | undefined; readonly text: string }[]
}

export interface ReadServiceIndication {
  readonly indication: ServiceIndication
  readonly deviations: readonly ContentDeviation[]
}

const attributeNames = ['href', 'si-id', 'created', 'si-expires', 'action']

/** @throws WireError `wire/si-root` for another document */
export function readServiceIndication(root: ReadElement): ReadServiceIndication {
  if (root.name !== 'si') {
    const message = `Unexpected element ${root.name}, expected si`
    throw new WireError('wire/si-root', message, root.offset)
  }
  const deviations: ContentDeviation[] = []
  checkAttributes(root, [], deviations)
  checkContent(root, { elements: ['indication', 'info'], text: false }, deviations)
  const [element, ...others] = childrenNamed(root, 'indication')
  for (const { offset } of others) {
    deviations.push({ rule: 'unexpected-element', offset, found: 'another indication' })
  }
  const info = childrenNamed(root, 'info').flatMap((list) =>
    childrenNamed(list, 'item').map((item) => ({
      class: attributeOf(item, 'class'),
      text: textOfElement(item),
    })),
  )
  if (element === undefined) {
    deviations.push({ rule: 'missing-indication', offset: root.offset, found: 'si' })
    return { indication: { text: '', info }, deviations }
  }
  checkAttributes(element, attributeNames, deviations)
  checkContent(element, { elements: [], text: true }, deviations)
  const indication = readIndication(element, info)
  return { indication, deviations: [...deviations, ...flawsOf(element, indication)] }
}

function readIndication(element: ReadElement, info: ServiceIndication['info']): ServiceIndication {
  const href = attributeOf(element, 'href')
  const siId = attributeOf(element, 'si-id')
  const created = attributeOf(element, 'created')
  const expires = attributeOf(element, 'si-expires')
  const action = attributeOf(element, 'action')
  return {
    ...(href === undefined ? {} : { href }),
    ...(siId === undefined ? {} : { siId }),
    ...(created === undefined ? {} : { created }),
    ...(expires === undefined ? {} : { expires }),
    ...(action === undefined ? {} : { action }),
    text: textOfElement(element),
    info,
  }
}

function* flawsOf(
  { attributes, offset }: ReadElement,
  { href, siId, action, text }: ServiceIndication,
): Generator<ContentDeviation> {
  for (const { name, value, offset: at } of attributes) {
    const isDate = name === 'created' || name === 'si-expires'
    if (isDate && parseDate(value) === undefined) {
      yield { rule: 'invalid-date', offset: at, found: `${name} ${value}` }
    }
    if (name === 'action' && !siActions.some((known) => known === value)) {
      yield { rule: 'unknown-action', offset: at, found: value }
    }
  }
  if (action === 'delete') {
    if (siId === undefined) yield { rule: 'missing-id', offset, found: 'delete without si-id' }
    return
  }
  if (href === undefined || href === '') yield { rule: 'missing-href', offset, found: 'indication' }
  if (text.trim() === '') yield { rule: 'empty-text', offset, found: 'indication' }
}

/** The document, with the attributes in the order of the example in WAP-167. */
export function writeServiceIndication(indication: ServiceIndication): MarkupElement {
  const { href, siId, created, expires, action, text, info } = indication
  const attributes = [
    { name: 'href', value: href },
    { name: 'si-id', value: siId },
    { name: 'created', value: created },
    { name: 'si-expires', value: expires },
    { name: 'action', value: action },
  ].flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]))
  const items = info.map((item) => ({
    name: 'item',
    attributes: item.class === undefined ? [] : [{ name: 'class', value: item.class }],
    content: item.text === '' ? [] : [item.text],
  }))
  const list = items.length === 0 ? [] : [{ name: 'info', attributes: [], content: items }]
  const element = { name: 'indication', attributes, content: text === '' ? [] : [text] }
  return { name: 'si', attributes: [], content: [element, ...list] }
}
