/** What a page comes to on a phone: the links that a user can go on by, or the reason why there is none. */
import { WireError } from '../../errors.ts'
import { parseUrl, resolveUrl } from '../../wire/http-url.ts'
import type { Page, PageKind } from '../../wire/page/page.ts'
import type { Header } from '../../trace/events.ts'
import { readPage } from '../../wire/page/read-page.ts'
import type { BrowserHabits } from '../browser-habits.ts'
import type { RenderOutcome } from '../ports.ts'

/** A link of a page, resolved. */
export interface PageWay {
  readonly url: string
  readonly text: string
  /** Its address looks like something that the phone installs. */
  readonly installs: boolean
}

export interface PageFind {
  readonly kind: 'page'
  readonly url: string
  readonly page: PageKind
  readonly bytes: number
  readonly title: string | undefined
  readonly ways: readonly PageWay[]
  /** It goes on by itself. */
  readonly refresh: { readonly url: string; readonly ms: number } | undefined
}

export type BrowsedPage = PageFind | PageEnd

export interface PageEnd {
  readonly kind: 'dead end'
  readonly reason: string
}

/** A page that a browser is still to run the scripts of. */
export interface RawPage {
  readonly kind: 'raw page'
  readonly url: string
  readonly page: PageKind
  readonly headers: readonly Header[]
  readonly octets: Uint8Array
  /** Name of the character set that its text is read in. */
  readonly charset: string
}

/** Links that a user looks at on the small screen of a phone before giving up (assumed). */
const waysMax = 200

interface ReceivedPage {
  readonly url: string
  readonly octets: Uint8Array
  readonly page: PageKind
  readonly charset: string | undefined
  readonly pageBytesMax: number | undefined
}

export function browsePage(habits: BrowserHabits, received: ReceivedPage): BrowsedPage {
  const { url, octets, page: kind } = received
  const page = readWhole(received)
  if (page.kind === 'dead end') return page
  const ways = waysOf(page, url, habits)
  const refresh = habits.goesOn ? refreshOf(page, url) : undefined
  if (ways.length === 0 && refresh === undefined) return deadEnd(whyNowhere(page))
  return { kind: 'page', url, page: kind, bytes: octets.length, title: page.title, ways, refresh }
}

/** The same page before its scripts have run; decks have none. */
export function takeRaw(
  habits: BrowserHabits,
  received: ReceivedPage & { readonly headers: readonly Header[] },
): BrowsedPage | RawPage {
  const { url, page: kind, headers, octets } = received
  if (kind !== 'html' && kind !== 'xhtml') return browsePage(habits, received)
  const page = readWhole(received)
  if (page.kind === 'dead end') return page
  return { kind: 'raw page', url, page: kind, headers, octets, charset: page.charset }
}

/** What a user sees of it in a browser that runs scripts. */
export function browseRendered(
  habits: BrowserHabits,
  { url, page: kind, octets, charset }: RawPage,
  outcome: RenderOutcome,
): BrowsedPage {
  if (outcome.kind === 'not rendered') return deadEnd(outcome.reason)
  const { title, links, wentTo, asksPassword } = outcome.page
  const read = readWhole({ url, octets, page: kind, charset, pageBytesMax: undefined })
  if (read.kind === 'dead end') return read
  const here = { ...read, base: undefined }
  const shown = links.map(({ href, text }) => ({ href, text, method: 'get' as const }))
  const ways = waysOf({ ...here, links: shown }, url, habits)
  const going = wentTo === undefined || !habits.goesOn ? undefined : addressOf(wentTo, here, url)
  // One that loads itself again leads nowhere.
  const to = going === url ? undefined : going
  const written = refreshOf(read, url)
  const ms = written?.url === to ? (written?.ms ?? 0) : 0
  const refresh = to === undefined ? undefined : { url: to, ms }
  if (ways.length === 0 && refresh === undefined) {
    return deadEnd(
      asksPassword ? 'the page asks for a name and a password' : 'the page shows no link',
    )
  }
  return { kind: 'page', url, page: kind, bytes: octets.length, title, ways, refresh }
}

function deadEnd(reason: string): PageEnd {
  return { kind: 'dead end', reason }
}

function readWhole({ octets, page: kind, charset, pageBytesMax }: ReceivedPage): Page | PageEnd {
  if (pageBytesMax !== undefined && octets.length > pageBytesMax) {
    return deadEnd(
      `the page of ${octets.length} octets is too large for the phone, which holds ${pageBytesMax}`,
    )
  }
  const page = read(octets, kind, charset)
  return page instanceof WireError ? deadEnd(`the page cannot be read: ${page.message}`) : page
}

function read(octets: Uint8Array, kind: PageKind, charset: string | undefined): Page | WireError {
  try {
    return readPage(octets, kind, charset)
  } catch (error) {
    if (error instanceof WireError) return error
    throw error
  }
}

function whyNowhere({ asksPassword, scripts }: Page): string {
  if (asksPassword) return 'the page asks for a name and a password'
  if (scripts > 0) return 'the page has no link without its script, which the phone does not run'
  return 'the page has no link'
}

/** Links that a GET follows, in the order of the page, each once. */
function waysOf(page: Page, url: string, habits: BrowserHabits): readonly PageWay[] {
  const ways = new Map<string, PageWay>()
  for (const { href, text, method } of page.links) {
    if (ways.size >= waysMax) break
    const to = method === 'get' ? addressOf(href, page, url) : undefined
    if (to === undefined || ways.has(to)) continue
    ways.set(to, { url: to, text, installs: habits.installs(to) })
  }
  return [...ways.values()]
}

function refreshOf(page: Page, url: string): PageFind['refresh'] {
  const { refresh } = page
  if (refresh === undefined) return undefined
  const to = addressOf(refresh.href, page, url)
  return to === undefined ? undefined : { url: to, ms: refresh.seconds * 1000 }
}

/** Without its fragment; a place on the same page leads nowhere. */
function addressOf(href: string, { base }: Page, url: string): string | undefined {
  if (href === '' || href.startsWith('#')) return undefined
  const from = base === undefined ? url : (resolveUrl(url, base) ?? url)
  const resolved = parseUrl(resolveUrl(from, href.replaceAll(' ', '%20')) ?? '')
  if (resolved === undefined) return undefined
  resolved.hash = ''
  return resolved.href
}
