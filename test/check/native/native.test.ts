/** Checks of native packages, over traces of a phone that followed a link. */
import { describe, expect, it } from 'vitest'
import afterACut from '../../../src/check/checks/native/after-a-cut.ts'
import available from '../../../src/check/checks/native/available.ts'
import forTheDeviceType from '../../../src/check/checks/native/for-the-device-type.ts'
import forTheProcessor from '../../../src/check/checks/native/for-the-processor.ts'
import formatForThePhone from '../../../src/check/checks/native/format-for-the-phone.ts'
import headAsGet from '../../../src/check/checks/native/head-as-get.ts'
import intact from '../../../src/check/checks/native/intact.ts'
import namesItsTarget from '../../../src/check/checks/native/names-its-target.ts'
import oneClick from '../../../src/check/checks/native/one-click.ts'
import unsignedFor2003 from '../../../src/check/checks/native/unsigned-for-pocket-pc-2003.ts'
import validators from '../../../src/check/checks/native/validators.ts'
import type { Check } from '../../../src/check/check.ts'
import { writeExecutable } from '../../../src/reference/cab/executable-writer.ts'
import type { InstallCabSpec } from '../../../src/reference/cab/install-cab-spec.ts'
import { writeInstallCab } from '../../../src/reference/cab/install-cab-writer.ts'
import { packClient, specsOf } from '../../../src/reference/native/packages.ts'
import type { NativeKind } from '../../../src/reference/native/packages.ts'
import { buildSisx } from '../../../src/reference/sis/sisx-writer.ts'
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

const forPocketPc = (change: Partial<InstallCabSpec> = {}) =>
  writeInstallCab({ ...specs['pocket-pc'], ...change })
const mips = writeExecutable({ machine: 0x166 })

describe('a cabinet', () => {
  it.each([
    ['is for the processor of the device', forTheProcessor, forPocketPc(), 'pass'],
    [
      'is for no other processor',
      forTheProcessor,
      forPocketPc({ architecture: 4000 }),
      'Unexpected processor 4000, expected 0 or 2577.',
    ],
    [
      'is for no later system',
      forTheProcessor,
      forPocketPc({ versionMin: '6.0' }),
      'Unexpected Windows CE from 6.0 on, expected at most 5.2.',
    ],
    [
      'holds no programs for another machine',
      forTheProcessor,
      forPocketPc({ files: [{ name: 'client.exe', octets: mips }] }),
      'Unexpected 00client.001 for machine 0x166, expected programs for ARM, whatever the processor says.',
    ],
    ['is for the kind of device', forTheDeviceType, forPocketPc(), 'pass'],
    [
      'does not list the device as unsupported',
      forTheDeviceType,
      forPocketPc({ unsupportedPlatforms: ['PocketPC'] }),
      'Unexpected a cabinet that lists POCKETPC as unsupported, expected one for POCKETPC.',
    ],
  ] as const)('%s', (...row) => {
    const [, check, body, told] = row
    expect(judged(check, [{ body, headers: cab('client.cab') }], mobile)).toEqual([told])
  })

  it('has _setup.xml for a Smartphone', () => {
    const body = writeInstallCab({ ...specs.smartphone, withSetup: false })
    const smartphone = { ...mobile, personality: 'smartphone' }
    expect(judged(forTheDeviceType, [{ body, headers: cab('a.cab') }], smartphone)).toEqual([
      'Unexpected a cabinet without _setup.xml, expected one with it.',
    ])
  })

  it('is as long as it says on Pocket PC 2003', () => {
    const early = {
      ...mobile,
      windowsMobile: { release: '2003', osVersion: '4.20', processor: 2577 },
    }
    const whole = forPocketPc()
    const longer = Uint8Array.from([...whole, 0])
    const toldOf = (body: Uint8Array, profile: ProfileFacts) =>
      judged(unsignedFor2003, [{ body, headers: cab('a.cab') }], profile)
    expect(toldOf(whole, early)).toEqual(['pass'])
    expect(toldOf(longer, early)).toEqual([
      `Unexpected ${longer.length} octets that say they are ${whole.length}, expected a cabinet that is not signed, or states its whole length.`,
    ])
    expect(toldOf(longer, mobile)).toEqual(['not-applicable'])
  })
})

describe('a Symbian package', () => {
  const sisx = (targets: readonly number[]) =>
    buildSisx({ ...specs.sisx, targets: targets.map((uid) => ({ uid })) })

  it.each([
    ['names the product of the phone', sisx([0x101f7961, 0x1028315f]), 'pass'],
    [
      'names no other product alone',
      sisx([0x1028315f]),
      'Unexpected only 0x1028315F, expected one of 0x101F7961.',
    ],
    ['names some product', sisx([]), 'Unexpected no product at all, expected one of 0x101F7961.'],
    [
      'is not judged by its products where its format is wrong',
      packageFor('sis'),
      'not-applicable',
    ],
  ])('%s', (_, body, told) => {
    expect(judged(namesItsTarget, [{ body }])).toEqual([told])
  })
})

describe('a transfer that broke off', () => {
  const cut: ExchangeSketch = {
    body: packageFor('sisx').slice(0, 100),
    failure: { cause: 'no-coverage', detail: 'cut after 100 octets' },
  }

  it.each([
    ['can be made again', [cut, {}], ['pass']],
    [
      'has not used the link up',
      [cut, { status: 410, body: '' }],
      ['Unexpected status 410 after the transfer broke off, expected the package, as at first.'],
    ],
    ['says nothing alone', [cut], ['not-applicable']],
  ] as const)('%s', (_, sketches, told) => {
    expect(judged(afterACut, sketches)).toEqual(told)
  })
})
