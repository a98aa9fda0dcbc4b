/**
 * Pages with their scripts, in a Chromium that Playwright drives. It is started for the first page or beforehand, serves all further
 * ones, and has no way to the net: no name and no address leads anywhere, and each request is answered by whoever gave the page, or not at all.
 */
import type { Browser as Chromium } from 'playwright-core'
import type { Browser, RenderOutcome, ScriptedPage } from '../handset/ports.ts'
import { browserLimits } from './browser-limits.ts'
import type { BrowserLimits } from './browser-limits.ts'
import type { FoundChromium } from './find-chromium.ts'
import { inTime } from './in-time.ts'
import { PageRendering } from './page-rendering.ts'

export interface BrowserOptions {
  readonly find: () => Promise<FoundChromium>
  readonly limits?: Partial<BrowserLimits>
}

export interface RunningBrowser extends Browser {
  /** Why none can be started, and what helps; none: there is one. Starts nothing. */
  whyNone(): Promise<string | undefined>
  /** Begins to start it, for a page that comes later; what becomes of it the first page learns. */
  start(): void
  close(): Promise<void>
}

export function createBrowser(options: BrowserOptions): RunningBrowser {
  return new PlaywrightBrowser(options)
}

/** Each is there for a reason: no net of its own, nothing asked at the start, no graphics card. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
]

type Missing = Extract<RenderOutcome, { kind: 'not rendered' }>

class PlaywrightBrowser implements RunningBrowser {
  readonly #find: BrowserOptions['find']
  readonly #limits: BrowserLimits
  #found: Promise<FoundChromium> | undefined
  #chromium: Promise<Chromium | Missing> | undefined
  #closed = false

  constructor({ find, limits }: BrowserOptions) {
    this.#find = find
    this.#limits = { ...browserLimits, ...limits }
  }

  async render(page: ScriptedPage): Promise<RenderOutcome> {
    if (this.#closed) return brokenOff('the browser is closed')
    const chromium = await this.#started()
    if ('kind' in chromium) return chromium
    const { renderMsMax } = this.#limits
    const working = renderIn(chromium, page, this.#limits)
    try {
      const reason = `the page did not come to an end within renderMsMax = ${renderMsMax} ms`
      return (await inTime(working.outcome, renderMsMax)) ?? brokenOff(reason)
    } finally {
      await working.close()
    }
  }

  async whyNone(): Promise<string | undefined> {
    const found = await this.#look()
    return found.kind === 'missing' ? `${found.reason}. ${found.hint}` : undefined
  }

  start(): void {
    void this.#started()
  }

  async close(): Promise<void> {
    this.#closed = true
    const chromium = await this.#chromium
    if (chromium !== undefined && !('kind' in chromium)) await chromium.close()
  }

  #started(): Promise<Chromium | Missing> {
    this.#chromium ??= this.#launch()
    return this.#chromium
  }

  #look(): Promise<FoundChromium> {
    this.#found ??= this.#find()
    return this.#found
  }

  async #launch(): Promise<Chromium | Missing> {
    const found = await this.#look()
    if (found.kind === 'missing') {
      return { kind: 'not rendered', why: 'no-browser', reason: `${found.reason}. ${found.hint}` }
    }
    const { executable: executablePath } = found
    try {
      const { chromium } = await import('playwright-core')
      return await chromium.launch({
        executablePath,
        headless: true,
        args,
        timeout: this.#limits.launchMsMax,
        // Signals are for the program to answer.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      })
    } catch (error) {
      const reason = `${executablePath} does not start: ${firstLine(error)}`
      return { kind: 'not rendered', why: 'no-browser', reason }
    }
  }
}

function renderIn(
  chromium: Chromium,
  page: ScriptedPage,
  limits: BrowserLimits,
): { readonly outcome: Promise<RenderOutcome>; close(): Promise<void> } {
  const opening = chromium.newContext({
    userAgent: page.userAgent,
    locale: localeOf(page.language),
    timezoneId: 'UTC',
    viewport: page.screen,
    screen: page.screen,
    serviceWorkers: 'block',
    acceptDownloads: false,
  })
  const render = async (): Promise<RenderOutcome> => {
    try {
      return await new PageRendering(await opening, page, limits).run()
    } catch (error) {
      return brokenOff(`the browser gave up: ${firstLine(error)}`)
    }
  }
  return {
    outcome: render(),
    async close() {
      try {
        await (await opening).close()
      } catch {
        // The browser went first.
      }
    },
  }
}

/** The first tag of Accept-Language; English where it is none that the browser would take. */
function localeOf(language: string): string {
  return /^[a-z]{2,3}(?:-[A-Za-z]{2})?(?=[,;\s]|$)/.exec(language)?.[0] ?? 'en'
}

function brokenOff(reason: string): Missing {
  return { kind: 'not rendered', why: 'broken-off', reason }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const [line = ''] = text.split('\n', 1)
  return line.slice(0, 200)
}
