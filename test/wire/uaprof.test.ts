import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readUaProf, uaprofLimits } from '../../src/wire/uaprof.ts'
import type { UaProf } from '../../src/wire/uaprof.ts'
import { writeUaProf } from '../../src/wire/uaprof-writer.ts'
import { attempt } from './attempt.ts'
import { mutationsOf } from './mutations.ts'
import { nothing } from './uaprof-without-fields.ts'

const octets = (text: string) => new TextEncoder().encode(text)

const whole: UaProf = {
  vendor: 'Nokia',
  model: 'N95 <8GB> & more',
  screen: { width: 240, height: 320 },
  javaPlatforms: ['MIDP-2.0', 'CLDC-1.1'],
  accept: ['application/java-archive', 'x-epoc/x-sisx-app'],
  osName: 'Symbian OS',
  osVersion: '9.2',
  wmlDeckSize: 357_000,
  pushAccept: ['text/vnd.wap.si', 'application/vnd.wap.sic'],
  pushMsgSize: 34_170,
}

/** The component as most vendors write it. */
const read = (fields: string) =>
  readUaProf(
    octets(`<?xml version="1.0"?><rdf:RDF><rdf:Description rdf:ID="P"><prf:component>
      <rdf:Description rdf:ID="SoftwarePlatform"><rdf:type rdf:resource="http://x#SoftwarePlatform"/>
      ${fields}</rdf:Description></prf:component></rdf:Description></rdf:RDF>`),
  )
const bag = (name: string, ...items: readonly string[]) =>
  `<prf:${name}><rdf:Bag>${items.map((item) => `<rdf:li>${item}</rdf:li>`).join('\n')}</rdf:Bag></prf:${name}>`

describe('a UAProf document', () => {
  test('says what the phone is', () => {
    expect(readUaProf(writeUaProf(whole))).toEqual(whole)
  })

  test('may say nothing', () => {
    expect([readUaProf(writeUaProf(nothing)), read('')]).toEqual([nothing, nothing])
  })

  test.each([
    [
      ['MIDP-2.0', 'CLDC-1.1'],
      ['MIDP-2.0', 'CLDC-1.1'],
    ],
    [
      ['MIDP 2.0', 'CLDC 1.1'],
      ['MIDP-2.0', 'CLDC-1.1'],
    ],
    [
      ['MIDP/2.0', 'CLDC/1.1'],
      ['MIDP-2.0', 'CLDC-1.1'],
    ],
    [
      ['Profile/MIDP-2.0', 'Configuration/CLDC-1.1'],
      ['MIDP-2.0', 'CLDC-1.1'],
    ],
    [['MIDP/1.0-compatible'], ['MIDP-1.0']],
    [['MIDP-1.0-compatible'], ['MIDP-1.0']],
    [['Profile-MIDP-2.0'], ['MIDP-2.0']],
    [['CLDC 1.1 MIDP 2.0'], ['CLDC-1.1', 'MIDP-2.0']],
    [['MIDP-2.0, CLDC-1.1'], ['MIDP-2.0', 'CLDC-1.1']],
    [['midp-2.1'], ['MIDP-2.1']],
    [['MIDP2.0'], ['MIDP-2.0']],
    [['CLDC-1.0.4'], ['CLDC-1.0']],
    [
      ['CLDC', 'MIDP'],
      ['CLDC', 'MIDP'],
    ],
    [['MIDP', 'MIDP-2.0'], ['MIDP-2.0']],
    [
      ['MIDP-1.0', 'MIDP-2.0', 'MIDP-2.0'],
      ['MIDP-1.0', 'MIDP-2.0'],
    ],
    [['CDC/1.0', 'PJava'], ['CDC-1.0']],
    [
      ['IMP-NG', 'IMP-1.0'],
      ['IMP-NG', 'IMP-1.0'],
    ],
    [['DIMP-1.0', 'MIDPX-1.0'], []],
  ])('names platforms of Java in many ways: %j', (written, platforms) => {
    expect(read(bag('JavaPlatform', ...written)).javaPlatforms).toEqual(platforms)
  })

  test('may list platforms of Java among the virtual machines', () => {
    const fields = bag('JavaPlatform', 'CLDC 1.1') + bag('JVMVersion', 'MIDP 1.0', 'KVM/1.0')
    expect(read(fields).javaPlatforms).toEqual(['CLDC-1.1', 'MIDP-1.0'])
  })

  test.each([
    ['176x220', { width: 176, height: 220 }],
    [' 176 X 220\n', { width: 176, height: 220 }],
    ['176*220', { width: 176, height: 220 }],
    ['176', undefined],
    ['176x220x16', undefined],
    ['176000x1', undefined],
    ['', undefined],
  ])('has a screen of "%s"', (text, screen) => {
    expect(read(`<prf:ScreenSize>${text}</prf:ScreenSize>`).screen).toEqual(screen)
  })

  test.each([
    ['1400', 1400],
    ['0', 0],
    ['1400 octets', undefined],
    ['-1', undefined],
    ['9'.repeat(10), undefined],
  ])('takes pushes of "%s" octets', (text, size) => {
    expect(read(`<prf:Push-MsgSize>${text}</prf:Push-MsgSize>`).pushMsgSize).toBe(size)
  })

  test.each([
    ['a bag', bag('CcppAccept', 'a/b', 'c/d')],
    ['a sequence', bag('CcppAccept', 'a/b', 'c/d').replaceAll('Bag', 'Seq')],
    ['elements alone', '<prf:CcppAccept>a/b</prf:CcppAccept><prf:CcppAccept>c/d</prf:CcppAccept>'],
    ['one value with commas', '<prf:CcppAccept> a/b,c/d </prf:CcppAccept>'],
    ['resources', '<CcppAccept><li resource="a/b"/><li resource="c/d"/></CcppAccept>'],
    ['a text behind a comment', '<x:CcppAccept>a/b<!-- --><br/>c/d</x:CcppAccept>'],
    ['two fields', bag('CcppAccept', 'a/b') + bag('DownloadableSoftwareSupport', 'c/d', 'a/b')],
    ['tags that nobody closed', '<prf:CcppAccept><rdf:Bag><rdf:li>a/b<rdf:li>c/d'],
  ])('has its lists as %s', (_, fields) => {
    expect(read(fields)).toEqual({ ...nothing, accept: ['a/b', 'c/d'] })
  })

  test('may say fields as attributes of the component', () => {
    const text =
      '<RDF xmlns="r"><Description ID="HardwarePlatform" p:Vendor="Nokia" p:Model="6300"/></RDF>'
    expect(readUaProf(octets(text))).toEqual({ ...nothing, vendor: 'Nokia', model: '6300' })
  })

  test('goes before its defaults, and these before nothing', () => {
    const fields =
      '<prf:Defaults><rdf:Description><prf:Model>Base</prf:Model><prf:Vendor>V</prf:Vendor>' +
      '</rdf:Description></prf:Defaults><prf:Model>Special</prf:Model>'
    expect(read(fields)).toEqual({ ...nothing, vendor: 'V', model: 'Special' })
  })

  test.each([
    ['the charset it declares', '<?xml version="1.0" encoding="iso-8859-1"?>', Uint8Array.of(0xe9)],
    ['UTF-8 where it declares none', '', octets('é')],
    ['UTF-8 where nobody knows it', '<?xml version="1.0" encoding="klingon"?>', octets('é')],
  ])('is read in %s', (_, before, letter) => {
    const input = Uint8Array.from([
      ...octets(`${before}<RDF><Description><Model>Caf`),
      ...letter,
      ...octets('</Model></Description></RDF>'),
    ])
    expect(readUaProf(input).model).toBe('Café')
  })

  test('has no entity but those of XML, and fetches none', () => {
    const text =
      '<!DOCTYPE RDF [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/passwd">]>' +
      '<RDF><Description><Model>&a;&b;&amp;&#65;</Model></Description></RDF>'
    expect(readUaProf(octets(text)).model).toBe('&a;&b;&A')
  })
})

describe('a hostile document', () => {
  test.each([
    ['a page', '<html><body>404</body></html>', 'wire/uaprof-absent', 0],
    ['nothing', '', 'wire/uaprof-absent', 0],
    ['deep elements', '<a>'.repeat(65), 'wire/uaprof-too-deep', 0],
    [
      'a large one',
      'x'.repeat(uaprofLimits.uaprofBytesMax + 1),
      'wire/uaprof-too-large',
      uaprofLimits.uaprofBytesMax,
    ],
  ])('of %s is refused', (_, text, code, offset) => {
    expect(attempt(() => readUaProf(octets(text)))).toEqual({ kind: 'refused', code, offset })
  })

  test('of many values and long ones keeps as many as its limits say', () => {
    const { uaprofValuesMax, uaprofValueMax } = uaprofLimits
    const many = Array.from({ length: uaprofValuesMax + 10 }, (_, index) => `a/${index}`)
    const long = `<prf:Model>${'&amp;m'.repeat(uaprofValueMax)}</prf:Model>`
    const { accept, model } = read(bag('CcppAccept', ...many) + long)
    expect([accept.length, model]).toEqual([uaprofValuesMax, '&m'.repeat(uaprofValueMax / 2)])
  })

  test('of any octets, and any change of a good one, ends in a value or a refusal', () => {
    fc.assert(
      fc.property(mutationsOf([writeUaProf(whole)]), (input) => {
        expect(['value', 'refused']).toContain(attempt(() => readUaProf(input)).kind)
      }),
      { numRuns: 2_000 },
    )
  })
})

test('what is written is what is read, for any phone', () => {
  const text = fc.stringMatching(/^[!-~é€](?:[ -~é€]{0,20}[!-~é€])?$/)
  const type = fc.stringMatching(/^[a-z]{1,9}\/[a-z.+-]{1,20}$/)
  const types = fc.uniqueArray(type, { maxLength: 5 })
  const size = fc.option(fc.nat(999_999_999), { nil: undefined })
  const side = fc.integer({ min: 1, max: 9999 })
  const profile = fc.record({
    vendor: fc.option(text, { nil: undefined }),
    model: fc.option(text, { nil: undefined }),
    screen: fc.option(fc.record({ width: side, height: side }), { nil: undefined }),
    javaPlatforms: fc.subarray(['MIDP-1.0', 'MIDP-2.1', 'CLDC-1.1', 'CDC-1.0']),
    accept: types,
    osName: fc.option(text, { nil: undefined }),
    osVersion: fc.option(text, { nil: undefined }),
    wmlDeckSize: size,
    pushAccept: types,
    pushMsgSize: size,
  })
  fc.assert(
    fc.property(profile, (given) => {
      expect(readUaProf(writeUaProf(given))).toEqual(given)
    }),
  )
})
