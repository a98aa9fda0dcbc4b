/**
 * The page of a link in a browser that runs its scripts. The browser has no way of its own to the net: what a page asks for goes through
 * the radio of the phone, with the phone's headers and to the hosts of the target only. Its work is an effect in flight, during which no
 * virtual time passes; the time of what was carried passes afterwards.
 */
import { headerValue } from '../wire/http-fields.ts'
import { parseUrl, resolveUrl } from '../wire/http-url.ts'
import type { Profile } from '../profile/profile.ts'
import type { TraceFact } from '../trace/events.ts'
import type { AccessPoint } from './access-point.ts'
import type { CarryOrder } from './arrival.ts'
import type { Behaviour } from './behaviour.ts'
import type { InFlight } from './in-flight.ts'
import type { Browser, Clock, PagePart, PartRequest, RenderOutcome } from './ports.ts'
import type { Radio } from './radio.ts'
import type { Recorder } from './recorder.ts'
import type { RawPage } from './rules/browsing.ts'
import type { Credentials } from './rules/credentials.ts'
import type { Trust } from './trust.ts'

export interface RenderOrder {
  readonly page: RawPage
  readonly accessPoint: AccessPoint
  /** Those by which the phone got the page. */
  readonly credentials: Credentials | undefined
}

/** One page at a time: the next puts an end to the one before. */
export interface Renderer {
  render(order: RenderOrder, tell: (outcome: RenderOutcome) => void): void
  /** Nothing is told of the page any more. */
  stop(): void
}

export interface RendererParts {
  readonly browser: Browser
  readonly radio: Radio
  readonly profile: Profile
  readonly behaviour: () => Behaviour
  readonly trust: Trust
  readonly clock: Clock
  readonly recorder: Recorder
  readonly inFlight: InFlight
  /** Told when a port rejects: a defect of ours. */
  readonly onFault: (cause: unknown) => void
}

/** Requests of one page that are carried; beyond it, the page does without. */
const partsMax = 200
/** Octets that all of them may bring. */
const partsBytesMax = 8_388_608
/** Redirects of one of them. */
const partRedirectsMax = 5

export function createRenderer(parts: RendererParts): Renderer {
  let current: Rendering | undefined
  return {
    render(order, tell) {
      current?.stop()
      const rendering = new Rendering(order, parts)
      current = rendering
      void rendering.run().then((outcome) => {
        if (current === rendering) tell(outcome)
      }, parts.onFault)
    },
    stop() {
      current?.stop()
      current = undefined
    },
  }
}

/** One page in the browser. */
class Rendering {
  readonly #order: RenderOrder
  readonly #parts: RendererParts
  readonly #unasked: string[] = []
  readonly #carried: { readonly url: string; readonly fact: TraceFact }[] = []
  #asked = 0
  #bytes = 0
  #ms = 0
  #isWanted = true
  #endTravel: (() => void) | undefined

  constructor(order: RenderOrder, parts: RendererParts) {
    this.#order = order
    this.#parts = parts
  }

  async run(): Promise<RenderOutcome> {
    const { browser, inFlight, profile, trust } = this.#parts
    const { url, headers, octets, charset } = this.#order.page
    const outcome = await inFlight.track(
      browser.render({
        url,
        headers,
        octets,
        charset,
        userAgent: profile.userAgent,
        language: profile.acceptLanguage,
        screen: profile.screen ?? screenOfModules,
        now: trust.now(),
        ask: (request) => this.#ask(request),
      }),
    )
    this.#tellCarried()
    await this.#travel()
    if (this.#isWanted) this.#parts.recorder.record('browser', this.#factOf(outcome))
    return outcome
  }

  stop(): void {
    this.#isWanted = false
    this.#endTravel?.()
  }

  async #ask(request: PartRequest): Promise<PagePart | undefined> {
    let { url } = request
    for (let hops = 0; hops <= partRedirectsMax && this.#isWanted; hops += 1) {
      if (this.#asked >= partsMax || this.#bytes >= partsBytesMax) {
        this.#unasked.push(url)
        return undefined
      }
      this.#asked += 1
      const order = this.#orderOf({ ...request, url })
      const { received, ms, fact } = await this.#parts.radio.carryPart(order)
      this.#carried.push({ url, fact })
      this.#ms += ms
      if (received.kind === 'failure') return undefined
      this.#bytes += received.body.length
      const to = redirectOf(received, url)
      if (to === undefined) return received
      url = to
    }
    return undefined
  }

  #orderOf({ method, url, body }: PartRequest): CarryOrder {
    const { profile } = this.#parts
    const { page, accessPoint } = this.#order
    const behaviour = this.#parts.behaviour()
    const style = behaviour.requestStyle(behaviour.linkPurpose, profile)
    const credentials = isSameOrigin(url, page.url) ? this.#order.credentials : undefined
    const headers = [...style.headers]
    if (credentials !== undefined) headers.push(behaviour.authorization(credentials))
    if (body?.contentType !== undefined) headers.push(['Content-Type', body.contentType])
    return {
      purpose: 'page-part',
      expectedBytes: undefined,
      probe: undefined,
      credentials: credentials?.kind,
      accessPoint,
      request: {
        ...style,
        method,
        url,
        headers,
        framing: 'length',
        ...(body === undefined ? {} : { body: body.octets }),
      },
    }
  }

  /** By address: a browser asks for several things at a time, and no two times in the same order. */
  #tellCarried(): void {
    const inOrder = this.#carried.toSorted((one, other) => compare(one.url, other.url))
    for (const { fact } of inOrder) this.#parts.recorder.record('radio', fact)
  }

  /** Lets the virtual time of all that was carried pass, as if one thing came after the other. */
  #travel(): Promise<void> {
    const { clock } = this.#parts
    if (this.#ms === 0 || !this.#isWanted) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = clock.setTimeout(resolve, this.#ms)
      this.#endTravel = () => {
        clock.clearTimeout(timer)
        resolve()
      }
    })
  }

  #factOf(outcome: RenderOutcome): TraceFact {
    const { url } = this.#order.page
    if (outcome.kind === 'not rendered') {
      const { why, reason } = outcome
      return { type: 'page.unrendered', url, why, reason }
    }
    const { text, links, wentTo, unasked, screenshot } = outcome.page
    const ways = links.filter(({ href }) => parseUrl(href) !== undefined)
    return {
      type: 'page.rendered',
      url,
      text,
      ways: ways.length + (wentTo === undefined ? 0 : 1),
      asked: this.#asked,
      bytes: this.#bytes,
      unasked: [...unasked, ...this.#unasked],
      ...(screenshot === undefined ? {} : { screenshot }),
    }
  }
}

/** Something has to be there for a page to be laid out on; such a phone shows it to nobody. */
const screenOfModules = { width: 176, height: 208 }

function redirectOf({ status, headers }: PagePart, url: string): string | undefined {
  if (status < 300 || status > 399) return undefined
  const location = headerValue(headers, 'Location')
  return location === undefined ? undefined : resolveUrl(url, location)
}

function isSameOrigin(one: string, other: string): boolean {
  return URL.parse(one)?.origin === URL.parse(other)?.origin
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
