/** A native phone fetches the client of the reference, and what one check says of it. */
import type { Check } from '../../../src/check/check.ts'
import { packClient, specsOf } from '../../../src/reference/native/packages.ts'
import type { NativeKind } from '../../../src/reference/native/packages.ts'
import type { CaseFacts, Header } from '../../../src/trace/events.ts'
import { caseFacts, exchanged, findings, traceOf } from '../trace-builder.ts'
import type { ExchangeSketch, SketchedFact } from '../trace-builder.ts'

export const url = 'http://ota.test/client'
export const specs = specsOf({ major: 1, minor: 2, build: 0 })
export const packageFor = (kind: NativeKind): Uint8Array => packClient(kind, specs)

export type ProfileFacts = Partial<CaseFacts['profile']>

export const s60: ProfileFacts = {
  platform: 'symbian',
  symbian: { edition: 's60-3rd', osVersion: '9.1', productUids: ['0x101F7961'] },
}
export const mobile: ProfileFacts = {
  platform: 'windows-mobile',
  windowsMobile: { release: '6.0', osVersion: '5.2', processor: 2577 },
}

export const good: readonly Header[] = [
  ['Content-Type', 'x-epoc/x-sisx-app'],
  ['Content-Disposition', 'attachment; filename="client.sisx"'],
  ['ETag', '"a"'],
]

export const cab = (name: string): readonly Header[] => [
  ['Content-Type', 'application/vnd.ms-cab-compressed'],
  ['Content-Disposition', `attachment; filename="${name}"`],
]

function fetched(sketch: ExchangeSketch): SketchedFact {
  return exchanged({ purpose: 'package', url, headers: good, body: packageFor('sisx'), ...sketch })
}

/** Reasons of failures, and verdicts of all else. */
export function judged(
  check: Check,
  sketches: readonly ExchangeSketch[],
  profile: ProfileFacts = s60,
): readonly string[] {
  const trace = traceOf(sketches.map(fetched), {
    profile: { ...caseFacts().profile, ...profile },
  })
  return findings(check, trace).map(({ verdict, reason }) =>
    verdict === 'fail' ? reason : verdict,
  )
}
