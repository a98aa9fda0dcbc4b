/** How a user goes on from a page. */
import type { PromptFact, TraceFact } from '../../trace/events.ts'
import type { BrowserHabits } from '../browser-habits.ts'
import type { PageFind } from './browsing.ts'
import type { Find } from './find.ts'

/** The page was reached through so many others that the user gives up. */
export function isBeyond(
  { pages }: { readonly pages: number },
  { pagesMax }: BrowserHabits,
): boolean {
  return pages >= pagesMax
}

export function pageFact(find: Find | undefined): TraceFact {
  const { url, page, bytes, title, ways: links, refresh } = pageOf(find)
  return {
    type: 'page.shown',
    url,
    page,
    bytes,
    links,
    ...(title === undefined ? {} : { title }),
    ...(refresh === undefined ? {} : { refresh }),
  }
}

export function pageQuestion(find: Find | undefined): PromptFact {
  const { url, title } = pageOf(find)
  return { type: 'prompt.shown', prompt: 'page', text: `${title ?? url}: which link?` }
}

interface Answer {
  readonly type: string
  readonly answer?: 'accept' | 'refuse'
  readonly chosen?: string
}

/** The link that the user selected; none where he left the page, or the page has no such link. */
export function wayOf(find: Find | undefined, { answer, chosen }: Answer): string | undefined {
  if (find?.kind !== 'page' || answer !== 'accept') return undefined
  return find.ways.find(({ url }) => url === chosen)?.url
}

export function refreshOf(find: Find | undefined): PageFind['refresh'] {
  return find?.kind === 'page' ? find.refresh : undefined
}

interface Reading {
  readonly url: string
  readonly pages: number
}

/** One page further; at the same place where there is no other. */
export function turnPage({ url, pages }: Reading, to: string | undefined): Reading {
  return { url: to ?? url, pages: pages + 1 }
}

function pageOf(find: Find | undefined): PageFind {
  if (find?.kind !== 'page') throw new TypeError('no page is shown')
  return find
}
