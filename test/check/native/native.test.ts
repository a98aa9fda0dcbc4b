/** Checks of native packages, over traces of a phone that followed a link. */
import { describe, expect, it } from 'vitest'
import afterACut from '../../../src/check/checks/native/after-a-cut.ts'
import available from '../../../src/check/checks/native/available.ts'
import formatForThePhone from '../../../src/check/checks/native/format-for-the-phone.ts'
import headAsGet from '../../../src/check/checks/native/head-as-get.ts'
import intact from '../../../src/check/checks/native/intact.ts'
import namesAProduct from '../../../src/check/checks/native/names-a-product.ts'
import namesItsTarget from '../../../src/check/checks/native/names-its-target.ts'
import oneClick from '../../../src/check/checks/native/one-click.ts'
import validators from '../../../src/check/checks/native/validators.ts'
import { buildSisx } from '../../../src/reference/sis/sisx-writer.ts'
import type { ExchangeSketch } from '../trace-builder.ts'
import { good, judged, mobile, packageFor, s60, specs, url } from './client-fetch.ts'

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
      'is more than a label',
      intact,
      [{ body: '' }],
      s60,
      [
        'Unexpected 0 octets that begin like no package, labelled as one, expected a package that can be read whole.',
      ],
    ],
    [
      'is not meant where something else comes that says so',
      intact,
      [{ body: '<html></html>', headers: [['Content-Type', 'text/html']] }],
      s60,
      ['not-applicable'],
    ],
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

const head = { method: 'HEAD', body: new Uint8Array(0) } as const

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
    ['is for another check where it names none', sisx([]), 'not-applicable'],
    [
      'is not judged by its products where its format is wrong',
      packageFor('sis'),
      'not-applicable',
    ],
  ])('%s', (_, body, told) => {
    expect(judged(namesItsTarget, [{ body }])).toEqual([told])
  })

  it.each([
    ['names some product', sisx([0x1028315f]), 'pass'],
    [
      'does not leave it open what it is for',
      sisx([]),
      'Unexpected no product at all, expected those that it is for.',
    ],
  ])('%s', (_, body, told) => {
    expect(judged(namesAProduct, [{ body }])).toEqual([told])
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
