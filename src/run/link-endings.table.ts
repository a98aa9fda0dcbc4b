/** Whom a link is for, by what it leads to, and what its address says of that. */
import type { LinkKind } from '../target/target.ts'
import type { PhoneFamily } from './report-model.ts'

export interface Audience {
  readonly family: PhoneFamily
  /** What the link leads to. */
  readonly what: string
}

export const audiences = {
  sis: { family: 'symbian-8', what: 'a package for Symbian OS up to 8' },
  sisx: { family: 'symbian-9', what: 'a package for Symbian OS since 9' },
  cab: { family: 'pocket-pc', what: 'a cabinet for Windows Mobile' },
  smartphone: { family: 'smartphone', what: 'a cabinet for Windows Mobile Smartphones' },
} as const satisfies Readonly<Record<string, Audience>>

interface Ending {
  readonly ending: RegExp
  readonly kind: LinkKind
  readonly audience?: Audience
}

const endings: readonly Ending[] = [
  { ending: /\.(?:jad|jar)$/i, kind: 'suite or client' },
  { ending: /\.dd$/i, kind: 'download' },
  // Many a package of Symbian OS 9 is called so, too.
  { ending: /\.sis$/i, kind: 'suite or client', audience: audiences.sis },
  { ending: /\.sisx$/i, kind: 'suite or client', audience: audiences.sisx },
  { ending: /\.cab$/i, kind: 'suite or client', audience: audiences.cab },
]

function endingOf(url: string): Ending | undefined {
  const { pathname } = new URL(url)
  return endings.find(({ ending }) => ending.test(pathname))
}

/** What an address says of where it leads; none: nothing. */
export function addressKind(url: string): LinkKind | undefined {
  return endingOf(url)?.kind
}

export function audienceByName(url: string): Audience | undefined {
  return endingOf(url)?.audience
}

/** Suites are what is expected, and nothing is asked of a server to find out. */
export function isForJava(url: string): boolean {
  const found = endingOf(url)
  return found?.kind === 'suite or client' && found.audience === undefined
}
