/** Checks of what a target makes of UAProf documents, over traces of a phone that announces one. */
import { describe, expect, it } from 'vitest'
import documentNotAwaited from '../../../src/check/checks/native/document-not-awaited.ts'
import formatForThePhone from '../../../src/check/checks/native/format-for-the-phone.ts'
import knownByItsDocument from '../../../src/check/checks/native/known-by-its-document.ts'
import type { Check } from '../../../src/check/check.ts'
import { packClient, specsOf } from '../../../src/reference/native/packages.ts'
import type { NativeKind } from '../../../src/reference/native/packages.ts'
import type { CaseFacts, Header, TraceFact } from '../../../src/trace/events.ts'
import { caseFacts, exchanged, findings, traceOf } from '../trace-builder.ts'
import type { ExchangeSketch, SketchedFact } from '../trace-builder.ts'

const specs = specsOf({ major: 1, minor: 2, build: 0 })
const packageFor = (kind: NativeKind) => packClient(kind, specs)

type ProfileFacts = Partial<CaseFacts['profile']>

const s60: ProfileFacts = {
  platform: 'symbian',
  symbian: { edition: 's60-3rd', osVersion: '9.1', productUids: ['0x101F7961'] },
}
const smartphone: ProfileFacts = {
  platform: 'windows-mobile',
  personality: 'smartphone',
  windowsMobile: { release: '6.0', osVersion: '5.2', processor: 2577 },
}

const fetched = (got: string, served: boolean): TraceFact => ({
  type: 'uaprof.fetched',
  url: 'http://maker.test/a.xml',
  by: 'a server',
  got,
  served,
})
const had = fetched('the document', true)
const lacked = fetched('404 Not Found', false)

const headers: readonly Header[] = [['Content-Type', 'x-epoc/x-sisx-app']]

/** Without a User-Agent. */
function unnamed(sketch: ExchangeSketch = {}): SketchedFact {
  const fact = exchanged({ purpose: 'package', headers, body: packageFor('sisx'), ...sketch })
  if (fact.type !== 'http.exchanged') throw new Error('no exchange')
  const left = fact.request.headers.filter(([name]) => name !== 'User-Agent')
  return { ...fact, request: { ...fact.request, headers: left } }
}

const named = (sketch: ExchangeSketch = {}) =>
  exchanged({ purpose: 'package', headers, body: packageFor('sisx'), ...sketch })

function judged(check: Check, facts: readonly SketchedFact[], profile: ProfileFacts = s60) {
  const trace = traceOf(facts, { profile: { ...caseFacts().profile, ...profile } })
  return findings(check, trace).map(({ verdict, reason }) =>
    verdict === 'fail' ? reason : verdict,
  )
}

const other = 'Unexpected something else than a package for this phone, expected one.'
const otherMobile =
  'Unexpected something else than a package for this phone, expected one for Smartphone.'

describe('a phone without a User-Agent whose document was fetched', () => {
  it.each([
    ['gets its package', [had, unnamed()], s60, ['pass']],
    ['gets another format', [had, unnamed({ body: packageFor('sis') })], s60, [other]],
    ['gets a page', [had, unnamed({ body: '<html>', headers: [] })], s60, [other]],
    ['gets its cabinet', [had, unnamed({ body: packageFor('smartphone') })], smartphone, ['pass']],
    [
      'gets a cabinet for the other kind of device',
      [had, unnamed({ body: packageFor('pocket-pc') })],
      smartphone,
      [otherMobile],
    ],
    ['gets it again, by the document that is known', [had, unnamed(), unnamed()], s60, ['pass']],
    [
      'is not judged by HEAD',
      [had, unnamed({ method: 'HEAD', body: '' })],
      s60,
      ['not-applicable'],
    ],
    ['is not judged by a refusal', [had, unnamed({ status: 404 })], s60, ['not-applicable']],
    [
      'is not judged where it sends one',
      [had, named({ body: packageFor('sis') })],
      s60,
      ['not-applicable'],
    ],
    ['is not judged where nothing came', [lacked, unnamed()], s60, ['not-applicable']],
    ['is not judged where nobody asked', [unnamed()], s60, ['not-applicable']],
  ] as const)('%s', (_, facts, profile, verdicts) => {
    expect(judged(knownByItsDocument, facts, profile)).toEqual(verdicts)
  })

  it('is not judged by its name', () => {
    expect(judged(formatForThePhone, [had, unnamed({ body: packageFor('sis') })])).toEqual([
      'not-applicable',
    ])
  })
})

const wanted = 'expected an answer within 5000 ms that is no error.'

describe('a document that cannot be had', () => {
  it.each([
    ['keeps nobody', [lacked, unnamed()], ['pass']],
    ['keeps nobody who is then refused', [lacked, unnamed({ status: 404 })], ['pass']],
    [
      'ends in an error of the server',
      [lacked, unnamed({ status: 500 })],
      [`Unexpected status 500 (404 Not Found), ${wanted}`],
    ],
    [
      'is waited for in vain',
      [
        lacked,
        unnamed({
          status: 'none',
          failure: { cause: 'timeout', detail: 'no answer came within 60 s' },
        }),
      ],
      [`Unexpected no answer: no answer came within 60 s (404 Not Found), ${wanted}`],
    ],
    [
      'is waited for too long',
      [lacked, unnamed({ measured: { ms: 5001 } })],
      [`Unexpected a late answer (404 Not Found), ${wanted}`],
    ],
    ['is waited for a little', [lacked, unnamed({ measured: { ms: 5000 } })], ['pass']],
    ['says nothing of the next answer', [lacked, unnamed(), unnamed({ status: 500 })], ['pass']],
    ['is not lacked where it came before', [had, unnamed({ status: 500 })], ['not-applicable']],
    ['is not lacked where nobody asked', [unnamed({ status: 500 })], ['not-applicable']],
  ] as const)('%s', (_, facts, verdicts) => {
    expect(judged(documentNotAwaited, facts)).toEqual(verdicts)
  })
})
