/** What a careless gateway does to download descriptors on their way. What is none, or cannot be read, stays as it was. */
import { WireError } from '../errors.ts'
import { formatMarkup, parseMarkup } from '../wire/markup.ts'
import type { MarkupElement } from '../wire/markup.ts'

/** Sets elements of the root (in place, or at the end), removes some; or cuts the document short. */
export interface DownloadChange {
  readonly set?: Readonly<Record<string, string>> | undefined
  readonly remove?: readonly string[] | undefined
  readonly cut?: true | undefined
}

export function alterDownload(octets: Uint8Array, change: DownloadChange): Uint8Array {
  if (change.cut === true) return octets.slice(0, octets.length >> 1)
  const root = rootOf(octets)
  return root === undefined ? octets : new TextEncoder().encode(formatMarkup(alter(root, change)))
}

function rootOf(octets: Uint8Array): MarkupElement | undefined {
  try {
    const { root } = parseMarkup(octets)
    return localName(root.name) === 'media' ? root : undefined
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}

function alter(root: MarkupElement, { set = {}, remove = [] }: DownloadChange): MarkupElement {
  const gone = new Set([...Object.keys(set), ...remove])
  const kept = root.content.filter(
    (node) => typeof node === 'string' || !gone.has(localName(node.name)),
  )
  const prefix = root.name.slice(0, root.name.length - localName(root.name).length)
  const added = Object.entries(set).map(([name, text]) => ({
    name: `${prefix}${name}`,
    attributes: [],
    content: [text],
  }))
  return { ...root, content: [...kept, ...added] }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
