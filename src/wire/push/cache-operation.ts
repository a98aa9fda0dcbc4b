/** Cache Operation 1.0 (WAP-175): what a phone is to forget. */
import { WireError } from '../../errors.ts'
import { attributeOf } from '../markup.ts'
import type { MarkupElement, ReadElement } from '../markup.ts'
import { checkAttributes, checkContent } from './content-deviation.ts'
import type { ContentDeviation } from './content-deviation.ts'

export interface CacheOperation {
  /** `object`: one URI; `service`: all that begin with it. */
  readonly invalidates: readonly { readonly scope: 'object' | 'service'; readonly uri: string }[]
}

export interface ReadCacheOperation {
  readonly operation: CacheOperation
  readonly deviations: readonly ContentDeviation[]
}

const scopes: ReadonlyMap<string, 'object' | 'service'> = new Map([
  ['invalidate-object', 'object'],
  ['invalidate-service', 'service'],
])

/** @throws WireError `wire/co-root` for another document */
export function readCacheOperation(root: ReadElement): ReadCacheOperation {
  if (root.name !== 'co') {
    const message = `Unexpected element ${root.name}, expected co`
    throw new WireError('wire/co-root', message, root.offset)
  }
  const deviations: ContentDeviation[] = []
  checkAttributes(root, [], deviations)
  checkContent(root, { elements: [...scopes.keys()], text: false }, deviations)
  const invalidates: { scope: 'object' | 'service'; uri: string }[] = []
  for (const node of root.content) {
    const scope = typeof node === 'string' ? undefined : scopes.get(node.name)
    if (typeof node === 'string' || scope === undefined) continue
    checkAttributes(node, ['uri'], deviations)
    checkContent(node, { elements: [], text: false }, deviations)
    const uri = attributeOf(node, 'uri')
    if (uri === undefined || uri === '') {
      deviations.push({ rule: 'missing-uri', offset: node.offset, found: node.name })
    } else {
      invalidates.push({ scope, uri })
    }
  }
  return { operation: { invalidates }, deviations }
}

export function writeCacheOperation({ invalidates }: CacheOperation): MarkupElement {
  const content = invalidates.map(({ scope, uri }) => ({
    name: `invalidate-${scope}`,
    attributes: [{ name: 'uri', value: uri }],
    content: [],
  }))
  return { name: 'co', attributes: [], content }
}
