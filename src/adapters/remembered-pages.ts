/**
 * A browser that has seen a page before: a run opens the same page in hundreds of cases. What belongs to it is asked for again each
 * time, by the phone of the case; only where all of that came as it did before, nothing has to be drawn again.
 */
import { hash } from 'node:crypto'
import type {
  Browser,
  PagePart,
  PartRequest,
  RenderedPage,
  RenderOutcome,
  ScriptedPage,
} from '../handset/ports.ts'

/** Pages that are remembered; the oldest goes first. */
const pagesMax = 100

interface Asked {
  readonly request: PartRequest
  /** What came of it. */
  readonly digest: string
}

interface Remembered {
  readonly asked: readonly Asked[]
  readonly page: RenderedPage
}

export function rememberPages(browser: Browser): Browser {
  const seen = new Map<string, Remembered>()
  return {
    async render(page) {
      const key = keyOf(page)
      const known = seen.get(key)
      const parts = new Map<string, PagePart | undefined>()
      if (known !== undefined && (await isAsBefore(known, page, parts))) {
        return { kind: 'rendered', page: known.page }
      }
      const asked: Asked[] = []
      const outcome = await browser.render({ ...page, ask: (request) => ask(request, asked) })
      remember(key, outcome, asked)
      return outcome

      /** What was asked for to no avail is not asked for twice. */
      async function ask(request: PartRequest, log: Asked[]): Promise<PagePart | undefined> {
        const name = nameOf(request)
        const part = parts.has(name) ? parts.get(name) : await page.ask(request)
        parts.delete(name)
        log.push({ request, digest: digestOf(part) })
        return part
      }
    },
  }

  function remember(key: string, outcome: RenderOutcome, asked: readonly Asked[]): void {
    seen.delete(key)
    if (outcome.kind !== 'rendered') return
    const [oldest] = seen.keys()
    if (seen.size >= pagesMax && oldest !== undefined) seen.delete(oldest)
    seen.set(key, { asked, page: outcome.page })
  }
}

/** @param parts is told what came, by the name of its request */
async function isAsBefore(
  { asked }: Remembered,
  { ask }: ScriptedPage,
  parts: Map<string, PagePart | undefined>,
): Promise<boolean> {
  let isAsBefore = true
  for (const { request, digest } of asked) {
    const part = await ask(request)
    parts.set(nameOf(request), part)
    isAsBefore &&= digestOf(part) === digest
  }
  return isAsBefore
}

const dayMs = 86_400_000

/** All that a page may go by, but for the time of day. */
function keyOf({ ask: _ask, octets, now, ...rest }: ScriptedPage): string {
  return digest(JSON.stringify({ ...rest, day: Math.floor(now / dayMs) }), octets)
}

function nameOf({ method, url, body }: PartRequest): string {
  return digest(`${method} ${url} ${body?.contentType ?? ''}`, body?.octets)
}

/** Headers aside, which may hold the time of day; but for the type, by which a browser goes. */
function digestOf(part: PagePart | undefined): string {
  if (part === undefined) return ''
  const types = part.headers.filter(([name]) => name.toLowerCase() === 'content-type')
  return digest(JSON.stringify([part.status, types]), part.body)
}

const none = new Uint8Array(0)

function digest(text: string, octets: Uint8Array = none): string {
  return `${hash('sha256', text, 'base64')} ${hash('sha256', octets, 'base64')}`
}
