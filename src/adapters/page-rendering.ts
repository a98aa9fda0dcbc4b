/** One page in a Chromium: given to it, left to its scripts for a while, looked at. */
import type { BrowserContext, CDPSession, Page, Request, Route } from 'playwright-core'
import type { PagePart, RenderOutcome, ScriptedPage } from '../handset/ports.ts'
import type { BrowserLimits } from './browser-limits.ts'
import { inTime } from './in-time.ts'
import { readView, viewExpression } from './rendered-view.ts'

/** What a page may take for itself of a phone; nothing that would open a way of its own. */
const withoutWays = 'delete globalThis.RTCPeerConnection; delete globalThis.webkitRTCPeerConnection'

export class PageRendering {
  readonly #context: BrowserContext
  readonly #source: ScriptedPage
  readonly #limits: BrowserLimits
  readonly #unasked: string[] = []
  /** There is nothing more to wait for: it went on elsewhere, or asks without end. */
  readonly #enough = Promise.withResolvers<undefined>()
  #wentTo: string | undefined
  #isGiven = false
  #isLoaded = false
  #requests = 0

  constructor(context: BrowserContext, source: ScriptedPage, limits: BrowserLimits) {
    this.#context = context
    this.#source = source
    this.#limits = limits
  }

  async run(): Promise<RenderOutcome> {
    const context = this.#context
    await context.addInitScript(withoutWays)
    await context.clock.setSystemTime(this.#source.now)
    const page = await context.newPage()
    await context.route('**/*', (route, request) => this.#answer(route, request, page))
    await context.routeWebSocket(/./, (socket) => {
      this.#note(socket.url())
      void socket.close()
    })
    await this.#load(page)
    const session = await context.newCDPSession(page)
    await this.#letTimersRun(session)
    const view = readView(await askInOwnWorld(session))
    const screenshot = await this.#photograph(session)
    return {
      kind: 'rendered',
      page: { ...view, wentTo: this.#wentTo, unasked: this.#unasked, screenshot },
    }
  }

  /** None where it is too large or not drawn in time; a page that leaves while it loads never is. */
  async #photograph(session: CDPSession): Promise<Uint8Array | undefined> {
    if (!this.#isLoaded) return undefined
    // So that it is drawn.
    await session.send('Emulation.setVirtualTimePolicy', { policy: 'advance' })
    const capturing = session.send('Page.captureScreenshot', { format: 'png' })
    const captured = await inTime(capturing, this.#limits.screenshotMsMax)
    const octets = captured && new Uint8Array(Buffer.from(captured.data, 'base64'))
    return octets && octets.length <= this.#limits.screenshotBytesMax ? octets : undefined
  }

  async #load(page: Page): Promise<void> {
    const { url } = this.#source
    const loading = page.goto(url, { waitUntil: 'load', timeout: this.#limits.renderMsMax })
    const isLoaded = () => (this.#isLoaded = true)
    await Promise.race([loading.then(isLoaded), this.#enough.promise])
    // A page that goes on elsewhere while it loads is never whole.
    loading.catch(() => undefined)
  }

  /** Virtual time: ten seconds of the page take as long as its scripts do. */
  async #letTimersRun(session: CDPSession): Promise<void> {
    const over = new Promise((resolve) =>
      session.once('Emulation.virtualTimeBudgetExpired', resolve),
    )
    await session.send('Emulation.setVirtualTimePolicy', {
      policy: 'pauseIfNetworkFetchesPending',
      budget: this.#limits.pageTimersMs,
    })
    await Promise.race([over, this.#enough.promise])
  }

  async #answer(route: Route, request: Request, page: Page): Promise<void> {
    try {
      if (isFor(page, request)) await this.#navigate(route, request)
      else {
        const part = await this.#ask(request)
        if (part === undefined) await route.abort('blockedbyclient')
        else await route.fulfill(responseOf(part))
      }
    } catch {
      // The page is gone, or what came is nothing that a browser takes.
      await route.abort('failed').catch(() => undefined)
    }
  }

  /** The first is for the page itself; after that it goes on, which is for the user to see. */
  async #navigate(route: Route, request: Request): Promise<void> {
    if (!this.#isGiven) {
      this.#isGiven = true
      await route.fulfill(documentOf(this.#source))
      return
    }
    this.#wentTo ??= request.url()
    this.#enough.resolve(undefined)
    await route.abort('aborted')
  }

  async #ask(request: Request): Promise<PagePart | undefined> {
    const url = withoutFragment(request.url())
    const method = methods.find((one) => one === request.method())
    this.#requests += 1
    const isTooMuch = this.#requests > this.#limits.requestsMax
    if (isTooMuch) this.#enough.resolve(undefined)
    if (isTooMuch || method === undefined || !/^https?:/.test(url) || isOfWindow(request)) {
      this.#note(url)
      return undefined
    }
    const octets = request.postDataBuffer()
    const contentType = request.headers()['content-type']
    return this.#source.ask({
      method,
      url,
      ...(octets === null ? {} : { body: { contentType, octets: new Uint8Array(octets) } }),
    })
  }

  #note(url: string): void {
    if (this.#unasked.length < this.#limits.unaskedMax) this.#unasked.push(url.slice(0, 1000))
  }
}

/** Is it what the window of the page is to show? */
function isFor(page: Page, request: Request): boolean {
  return (
    !isOfWindow(request) && request.isNavigationRequest() && request.frame() === page.mainFrame()
  )
}

/** A window that the page opens is asked for before there is one. */
function isOfWindow(request: Request): boolean {
  try {
    request.frame()
    return false
  } catch {
    return true
  }
}

const methods = ['GET', 'HEAD', 'POST'] as const

/** Values of what is to be seen, as JSON. */
async function askInOwnWorld(session: CDPSession): Promise<unknown> {
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  })
  const { result } = await session.send('Runtime.evaluate', {
    contextId,
    expression: viewExpression,
    returnByValue: true,
  })
  return result.value
}

/** XHTML is read as HTML is, as phones do; whatever its label is, no browser of today would show it otherwise. */
function documentOf({ headers, octets, charset }: ScriptedPage) {
  return {
    status: 200,
    headers: { ...carriedFields(headers), 'content-type': `text/html; charset=${charset}` },
    body: Buffer.from(octets),
  }
}

function responseOf({ status, headers, body }: PagePart) {
  return { status, headers: carriedFields(headers), body: Buffer.from(body) }
}

/** Fields of the way between server and phone, and those of a memory that a phone's browser does not have. */
const left = /^(?:connection|content-length|keep-alive|set-cookie|te|trailer|transfer-encoding)$/

function carriedFields(headers: PagePart['headers']): Record<string, string> {
  return Object.fromEntries(
    headers
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => !left.test(name)),
  )
}

function withoutFragment(url: string): string {
  const [address = ''] = url.split('#', 1)
  return address
}
