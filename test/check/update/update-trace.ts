/** Traces of a phone that opens links of the target file, one descriptor each. */
import type { Check } from '../../../src/check/check.ts'
import {
  descriptorFetched,
  descriptorText,
  findings,
  jadUrl,
  type ExchangeSketch,
  traceOf,
  caseFacts,
} from '../trace-builder.ts'

type Values = Readonly<Record<string, string | undefined>>

interface Opening {
  readonly link: string
  /** Attributes other than those of the demo descriptor. */
  readonly values?: Values
  /** Where the descriptor came from, if not from the URL of the link. */
  readonly url?: string
  readonly sketch?: ExchangeSketch
}

const urls: ReadonlyMap<string, string> = new Map([
  ['demo', jadUrl],
  ['updated', `${jadUrl}?build=2`],
  ['outdated', `${jadUrl}?build=0`],
  ['updated-elsewhere', 'http://ota.test/next/demo.jad'],
  ['updated-descriptor-elsewhere', 'http://ota.test/next/demo.jad?build=2'],
  ['updated-package-elsewhere', `${jadUrl}?build=3`],
  ['signed', 'http://ota.test/signed.jad'],
  ['signed-by-another', 'http://ota.test/signed.jad?build=3'],
  ['signed-updated', 'http://ota.test/signed.jad?build=2'],
  ['expired', 'http://ota.test/expired.jad'],
])

export function urlOf(link: string): string {
  return urls.get(link) ?? jadUrl
}

/** What a check says when these links are opened in this order, in the words of a report. */
export function toldOfLinks(check: Check, openings: readonly Opening[]): readonly string[] {
  const links = [...urls].filter(([name]) => name !== 'demo')
  const facts = openings.flatMap(({ link, values, url = urlOf(link), sketch }) => [
    { type: 'link.opened' as const, url: urlOf(link) },
    descriptorFetched(descriptorText(values), { url, ...sketch }),
  ])
  const trace = traceOf(facts, { target: { ...caseFacts().target, links } })
  return findings(check, trace).map(({ verdict, reason }) => `${verdict}: ${reason}`)
}

export const base: Opening = { link: 'demo' }

/** The update as it should be. */
export function updated(values: Values = {}): Opening {
  return {
    link: 'updated',
    values: {
      'MIDlet-Version': '1.1.0',
      'MIDlet-Jar-URL': `http://ota.test/demo.jar?build=2`,
      ...values,
    },
  }
}
