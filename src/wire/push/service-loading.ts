/** Service Loading 1.0 (WAP-168): a link that a phone is to fetch without asking. */
import { WireError } from '../../errors.ts'
import { attributeOf } from '../markup.ts'
import type { MarkupElement, ReadElement } from '../markup.ts'
import { checkAttributes, checkContent } from './content-deviation.ts'
import type { ContentDeviation } from './content-deviation.ts'

export const slActions = ['execute-low', 'execute-high', 'cache'] as const

export interface ServiceLoading {
  readonly href?: string
  /** One of {@link slActions}, or whatever was sent; without one `execute-low` is meant. */
  readonly action?: string
}

export interface ReadServiceLoading {
  readonly loading: ServiceLoading
  readonly deviations: readonly ContentDeviation[]
}

/** @throws WireError `wire/sl-root` for another document */
export function readServiceLoading(root: ReadElement): ReadServiceLoading {
  if (root.name !== 'sl') {
    const message = `Unexpected element ${root.name}, expected sl`
    throw new WireError('wire/sl-root', message, root.offset)
  }
  const deviations: ContentDeviation[] = []
  checkAttributes(root, ['href', 'action'], deviations)
  checkContent(root, { elements: [], text: false }, deviations)
  const href = attributeOf(root, 'href')
  const action = attributeOf(root, 'action')
  const { offset } = root
  if (href === undefined || href === '') {
    deviations.push({ rule: 'missing-href', offset, found: 'sl' })
  }
  if (action !== undefined && !slActions.some((known) => known === action)) {
    deviations.push({ rule: 'unknown-action', offset, found: action })
  }
  const loading = {
    ...(href === undefined ? {} : { href }),
    ...(action === undefined ? {} : { action }),
  }
  return { loading, deviations }
}

export function writeServiceLoading({ href, action }: ServiceLoading): MarkupElement {
  const attributes = [
    { name: 'href', value: href },
    { name: 'action', value: action },
  ].flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]))
  return { name: 'sl', attributes, content: [] }
}
