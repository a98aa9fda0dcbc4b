/** A phone of Symbian OS 9 fetches a package of 1000 octets, and what one check says of it. */
import type { Check } from '../../../src/check/check.ts'
import type { Header } from '../../../src/trace/events.ts'
import { caseFacts, exchanged, findings, traceOf } from '../trace-builder.ts'
import type { ExchangeSketch, SketchedFact } from '../trace-builder.ts'

export const url = 'http://ota.test/client'
export const body = Uint8Array.from({ length: 1000 }, (_, index) => index % 251)
export const modified = 'Mon, 02 Jan 2006 12:00:00 GMT'

export function fetched({
  tag = '"a"',
  ...sketch
}: ExchangeSketch & { readonly tag?: string } = {}): SketchedFact {
  const headers: readonly Header[] = [
    ['ETag', tag],
    ['Last-Modified', modified],
    ...(sketch.headers ?? []),
  ]
  return exchanged({ purpose: 'package', url, body, ...sketch, headers })
}

export const part = (range: string, ...more: readonly Header[]): readonly Header[] => [
  ['Range', `bytes=${range}`],
  ...more,
]

export function judged(check: Check, facts: readonly SketchedFact[]): readonly string[] {
  const trace = traceOf(facts, {
    profile: {
      ...caseFacts().profile,
      platform: 'symbian',
      symbian: { edition: 's60-3rd', osVersion: '9.1', productUids: ['0x101F7961'] },
    },
  })
  return findings(check, trace).map(({ verdict, reason }) => `${verdict}: ${reason}`)
}
