/** A page for whoever runs this server. */
import { formatMarkup } from '../wire/markup.ts'
import type { MarkupElement } from '../wire/markup.ts'
import { cacheControl, respond } from './respond.ts'

type Content = readonly (MarkupElement | string)[]

export function showPage(title: string, content: Content): Response {
  const page = element(
    'html',
    [
      element('head', [element('title', [title])]),
      element('body', [element('h1', [title]), ...content]),
    ],
    { xmlns: 'http://www.w3.org/1999/xhtml' },
  )
  const octets = new TextEncoder().encode(formatMarkup(page))
  return respond(200, [['Content-Type', 'application/xhtml+xml'], cacheControl], octets)
}

export function element(
  name: string,
  content: Content,
  attributes: Readonly<Record<string, string>> = {},
): MarkupElement {
  const given = Object.entries(attributes)
  return { name, attributes: given.map(([key, value]) => ({ name: key, value })), content }
}
