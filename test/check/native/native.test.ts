/** Checks of native packages, over traces of a phone that followed a link. */
import { describe, expect, it } from 'vitest'
import available from '../../../src/check/checks/native/available.ts'
import fileName from '../../../src/check/checks/native/file-name.ts'
import formatForThePhone from '../../../src/check/checks/native/format-for-the-phone.ts'
import headAsGet from '../../../src/check/checks/native/head-as-get.ts'
import intact from '../../../src/check/checks/native/intact.ts'
import mediaType from '../../../src/check/checks/native/media-type.ts'
import notShownAsText from '../../../src/check/checks/native/not-shown-as-text.ts'
import oneClick from '../../../src/check/checks/native/one-click.ts'
import validators from '../../../src/check/checks/native/validators.ts'
import type { Check } from '../../../src/check/check.ts'
import { packClient, specsOf } from '../../../src/reference/native/packages.ts'
import type { NativeKind } from '../../../src/reference/native/packages.ts'
import type { CaseFacts, Header } from '../../../src/trace/events.ts'
import { caseFacts, exchanged, findings, traceOf } from '../trace-builder.ts'
import type { ExchangeSketch } from '../trace-builder.ts'

const url = 'http://ota.test/client'
const specs = specsOf({ major: 1, minor: 2, build: 0 })
const packageFor = (kind: NativeKind) => packClient(kind, specs)

type ProfileFacts = Partial<CaseFacts['profile']>

const s60: ProfileFacts = {
  platform: 'symbian',
  symbian: { edition: 's60-3rd', osVersion: '9.1', productUids: ['0x101F7961'] },
}
const mobile: ProfileFacts = {
  platform: 'windows-mobile',
  windowsMobile: { release: '6.0', osVersion: '5.2', processor: 2577 },
}

const good: readonly Header[] = [
  ['Content-Type', 'x-epoc/x-sisx-app'],
  ['Content-Disposition', 'attachment; filename="client.sisx"'],
  ['ETag', '"a"'],
]

function fetched(sketch: ExchangeSketch = {}) {
  return exchanged({ purpose: 'package', url, headers: good, body: packageFor('sisx'), ...sketch })
}

function judged(check: Check, sketches: readonly ExchangeSketch[], profile: ProfileFacts = s60) {
  const trace = traceOf(sketches.map(fetched), {
    profile: { ...caseFacts().profile, ...profile },
  })
  return findings(check, trace).map(({ verdict, reason }) =>
    verdict === 'fail' ? reason : verdict,
  )
}

const head = { method: 'HEAD', body: new Uint8Array(0) } as const
const cab = (name: string): readonly Header[] => [
  ['Content-Type', 'application/vnd.ms-cab-compressed'],
  ['Content-Disposition', `attachment; filename="${name}"`],
]

describe('a native package', () => {
  it.each([
    ['is of the format of the phone', formatForThePhone, [{}], s60, ['pass']],
    [
      'is none of an earlier release',
      formatForThePhone,
      [{ body: packageFor('sis') }],
      s60,
      ['Unexpected a package for Symbian OS up to 8, expected a package for Symbian OS since 9.'],
    ],
    [
      'is a cabinet on Windows Mobile',
      formatForThePhone,
      [{}],
      mobile,
      ['Unexpected a package for Symbian OS since 9, expected a cabinet for Windows Mobile.'],
    ],
    ['is given out', available, [{}], s60, ['pass']],
    [
      'is not missing',
      available,
      [{ status: 404, body: '' }],
      s60,
      [`Unexpected status 404 at ${url}, expected status 200.`],
    ],
    ['may be where a redirect leads', available, [{ status: 302, body: '' }, {}], s60, ['pass']],
    ['has the label of its format', mediaType, [{}], s60, ['pass']],
    [
      'has no parameters in its label',
      mediaType,
      [{ headers: [['Content-Type', 'x-epoc/x-sisx-app; charset=utf-8']] }],
      s60,
      [
        'Unexpected Content-Type "x-epoc/x-sisx-app; charset=utf-8", expected x-epoc/x-sisx-app or application/vnd.symbian.install.',
      ],
    ],
    [
      'is no text',
      notShownAsText,
      [{ headers: [['Content-Type', 'text/plain']] }],
      s60,
      ['Unexpected Content-Type "text/plain", expected the type of a package.'],
    ],
    [
      'has a name that says what it is',
      fileName,
      [{ body: packageFor('smartphone'), headers: cab('client.php') }],
      mobile,
      ['Unexpected the name "client.php", expected one that ends in .cab, in ASCII.'],
    ],
    ['has its name in its URL', fileName, [{ url: `${url}.sis`, headers: [] }], s60, ['pass']],
    [
      'has a validator',
      validators,
      [{ headers: [] }],
      s60,
      ['Unexpected neither ETag nor Last-Modified, expected one of them.'],
    ],
    [
      'keeps its validator',
      validators,
      [{}, { headers: [['ETag', '"b"']] }],
      s60,
      ['Unexpected "b" for the same URL, expected "a".'],
    ],
    ['is whole', intact, [{}], s60, ['pass']],
    [
      'stands behind nothing',
      oneClick,
      [{ status: 200, headers: [['Content-Type', 'text/html']], body: '<html></html>' }],
      s60,
      ['Unexpected a page, expected the package.'],
    ],
  ] as const)('%s', (...row) => {
    const [, check, sketches, profile, told] = row
    expect(judged(check, sketches, profile)).toEqual(told)
  })

  it('is damaged where it cannot be read', () => {
    const [told] = judged(intact, [{ body: packageFor('sisx').slice(0, 300) }])
    expect(told).toMatch(/^Unexpected .*, expected a package that can be read whole\.$/)
  })
})

describe('HEAD', () => {
  const length = String(packageFor('sisx').length)
  const stated: ExchangeSketch = {
    ...head,
    framing: 'none',
    headers: [...good, ['Content-Length', length]],
  }

  it.each([
    ['is answered as GET is', [stated, {}], ['pass']],
    [
      'is not refused',
      [{ ...head, status: 405 }, {}],
      ['Unexpected status 405 for HEAD, expected as for GET.'],
    ],
    [
      'has the same type',
      [
        {
          ...stated,
          headers: [
            ['Content-Type', 'text/html'],
            ['Content-Length', length],
          ],
        },
        {},
      ],
      ['Unexpected another Content-Type than for GET, expected the same.'],
    ],
    ['says nothing where GET does not follow', [stated], ['not-applicable']],
  ] as const)('%s', (_, sketches, told) => {
    expect(judged(headAsGet, sketches)).toEqual(told)
  })
})
