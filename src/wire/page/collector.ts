/** Takes a page apart, element by element, whatever form it came in. */
import { WireError } from '../../errors.ts'
import { pageLimits } from './page.ts'
import type { Page, PageLink, PageRefresh } from './page.ts'
import { parseRefresh } from './refresh.ts'

export type Attributes = Readonly<Record<string, string | undefined>>

/** A link whose text is still being read. */
interface OpenLink {
  readonly element: string
  href: string | undefined
  method: 'get' | 'post'
  text: string
}

type Collected = Omit<Page, 'kind' | 'charset' | 'notes'>

/** What one element says when it begins. */
type Reading = (collector: PageCollector, attributes: Attributes) => void

export class PageCollector {
  title: string | undefined
  base: string | undefined
  refresh: PageRefresh | undefined
  forms = 0
  asksPassword = false
  scripts = 0
  readonly links: PageLink[] = []
  readonly frames: string[] = []
  furtherLinks = 0
  /** Of the WML card or event handler that is being read. */
  timer: { href: string | undefined; tenths: number | undefined } = {
    href: undefined,
    tenths: undefined,
  }
  event: string | undefined
  private depth = 0
  private link: OpenLink | undefined
  private inTitle = false

  /** @throws WireError `wire/page-too-deep` */
  open(name: string, attributes: Attributes): void {
    this.depth += 1
    if (this.depth > pageLimits.pageDepthMax) {
      const message = `Unexpected element at depth ${this.depth}, expected at most ${pageLimits.pageDepthMax}`
      throw new WireError('wire/page-too-deep', `${message} (pageDepthMax)`, 0)
    }
    if (name === 'title') this.inTitle = this.title === undefined
    readings.get(name)?.(this, attributes)
  }

  text(text: string): void {
    if (this.inTitle) this.title = readPart(this.title ?? '', text)
    if (this.link !== undefined) this.link.text = readPart(this.link.text, text)
  }

  close(name: string): void {
    this.depth -= 1
    if (name === 'title') this.inTitle = false
    if (name === 'onevent') this.event = undefined
    if (name === this.link?.element) this.endLink()
  }

  beginLink(element: string, href: string | undefined, text: string): void {
    this.endLink()
    this.link = { element, href, method: 'get', text }
  }

  /** Where the link or event handler around it leads (WML's `go`). */
  go(href: string, method: 'get' | 'post'): void {
    if (this.event !== undefined) this.goOn(this.event, href)
    else if (this.link === undefined) this.keep({ href, text: '', method })
    else {
      this.link.href = href
      this.link.method = method
    }
  }

  goOn(event: string, href: string): void {
    if (event === 'onenterforward') this.refresh ??= { seconds: 0, href }
    if (event === 'ontimer') this.timer.href ??= href
    this.settleTimer()
  }

  settleTimer(): void {
    const { href, tenths } = this.timer
    if (href !== undefined && tenths !== undefined) {
      this.refresh ??= { seconds: tenths / 10, href }
    }
  }

  keep({ href, text, method }: PageLink): void {
    if (this.links.length >= pageLimits.pageLinksMax) this.furtherLinks += 1
    else this.links.push({ href: cutHref(href), text: shown(text), method })
  }

  collected(): Collected {
    this.endLink()
    const { title, base, links, furtherLinks, refresh, forms, asksPassword, scripts, frames } = this
    return {
      title: title === undefined ? undefined : shown(title),
      base,
      links,
      furtherLinks,
      refresh,
      forms,
      asksPassword,
      scripts,
      frames,
    }
  }

  private endLink(): void {
    const { link } = this
    this.link = undefined
    if (link?.href !== undefined) this.keep({ ...link, href: link.href })
  }
}

const readings: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['a', (collector, { href, title = '' }) => collector.beginLink('a', href, hint(href, title))],
  [
    'area',
    (collector, { href, alt = '' }) => {
      if (href !== undefined) collector.keep({ href, text: alt, method: 'get' })
    },
  ],
  ['img', (collector, { alt }) => collector.text(alt ?? '')],
  ['anchor', (collector) => collector.beginLink('anchor', undefined, '')],
  ['do', (collector, { label, type }) => collector.beginLink('do', undefined, label ?? type ?? '')],
  [
    'go',
    (collector, { href, method }) => {
      if (href !== undefined) collector.go(href, method === 'post' ? 'post' : 'get')
    },
  ],
  [
    'card',
    (collector, { title, ontimer, onenterforward }) => {
      collector.title ??= title
      if (ontimer !== undefined) collector.goOn('ontimer', ontimer)
      if (onenterforward !== undefined) collector.goOn('onenterforward', onenterforward)
    },
  ],
  [
    'onevent',
    (collector, { type }) => {
      collector.event = type ?? ''
    },
  ],
  [
    'timer',
    (collector, { value }) => {
      const tenths = Number(value)
      if (Number.isFinite(tenths) && tenths > 0) collector.timer.tenths ??= tenths
      collector.settleTimer()
    },
  ],
  ['base', (collector, { href }) => (collector.base ??= href)],
  [
    'meta',
    (collector, { content, 'http-equiv': field }) => {
      if (field?.trim().toLowerCase() !== 'refresh' || content === undefined) return
      collector.refresh ??= parseRefresh(content)
    },
  ],
  ['form', (collector) => (collector.forms += 1)],
  [
    'input',
    (collector, { type }) => {
      if (type?.trim().toLowerCase() === 'password') collector.asksPassword = true
    },
  ],
  ['script', (collector) => (collector.scripts += 1)],
  ['frame', keepFrame],
  ['iframe', keepFrame],
])

function keepFrame(collector: PageCollector, { src }: Attributes): void {
  if (src === undefined || collector.frames.length >= pageLimits.pageFramesMax) return
  collector.frames.push(cutHref(src))
}

/** WML's `title` of a link is the label of a key, and stands for its text where it has none. */
function hint(href: string | undefined, title: string): string {
  return href === undefined ? '' : `${title} `.trimStart()
}

/** A text so far, with what was read of it, as long as more of it can show. */
function readPart(text: string, part: string): string {
  const readMax = 8 * pageLimits.linkTextMax
  return text.length < readMax ? text + part.slice(0, readMax) : text
}

function shown(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, pageLimits.linkTextMax)
}

function cutHref(href: string): string {
  return href.trim().slice(0, pageLimits.hrefCharactersMax)
}
