/**
 * What there is to be seen of a page, asked within the page but in a world of its own, where the page's scripts cannot reach. What comes
 * back is still the page's: it is read with care.
 */

export interface RenderedView {
  readonly title: string
  readonly text: string
  readonly links: readonly { readonly href: string; readonly text: string }[]
  readonly asksPassword: boolean
}

export const viewLimits = {
  titleCharactersMax: 200,
  textCharactersMax: 2_000,
  linksMax: 2_000,
  linkTextMax: 200,
  hrefCharactersMax: 8_192,
} as const

/** An expression whose value is a JSON text. Methods are taken from prototypes: a form may have a field of their names. */
export const viewExpression = `(() => {
  const limits = ${JSON.stringify(viewLimits)}
  const all = (selector) => [...Document.prototype.querySelectorAll.call(document, selector)]
  const cut = (value, length) => String(value ?? '').replace(/\\s+/g, ' ').trim().slice(0, length)
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true })
  const links = []
  for (const link of all('a[href], area[href]')) {
    if (links.length >= limits.linksMax) break
    if (typeof link.href !== 'string' || (link.localName === 'a' && !isSeen(link))) continue
    const picture = link.querySelector('img[alt]')
    const text = link.innerText || link.alt || picture?.alt || link.title
    links.push({ href: link.href.slice(0, limits.hrefCharactersMax), text: cut(text, limits.linkTextMax) })
  }
  const [body] = all('body')
  const [title] = all('title')
  return JSON.stringify({
    title: cut(title?.textContent, limits.titleCharactersMax),
    text: cut(body?.innerText, limits.textCharactersMax),
    links,
    asksPassword: all('input[type=password]').some(isSeen),
  })
})()`

const nothing: RenderedView = { title: '', text: '', links: [], asksPassword: false }

/** Whatever a page made of it: what is not as it should be is left out. */
export function readView(answer: unknown): RenderedView {
  const value = parse(answer)
  const { title, text, links, asksPassword } = value
  return {
    title: cut(title, viewLimits.titleCharactersMax),
    text: cut(text, viewLimits.textCharactersMax),
    links: (Array.isArray(links) ? links : nothing.links)
      .slice(0, viewLimits.linksMax)
      .flatMap((link) => readLink(link)),
    asksPassword: asksPassword === true,
  }
}

function parse(answer: unknown): Readonly<Record<string, unknown>> {
  if (typeof answer !== 'string') return {}
  try {
    const value: unknown = JSON.parse(answer)
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

function readLink(link: unknown): RenderedView['links'] {
  if (!isRecord(link) || typeof link['href'] !== 'string') return []
  return [
    {
      href: link['href'].slice(0, viewLimits.hrefCharactersMax),
      text: cut(link['text'], viewLimits.linkTextMax),
    },
  ]
}

function cut(value: unknown, length: number): string {
  return typeof value === 'string' ? value.slice(0, length) : ''
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
