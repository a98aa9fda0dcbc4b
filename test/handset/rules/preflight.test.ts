import { describe, expect, it } from 'vitest'
import type { PreflightQuestion } from '../../../src/handset/behaviour.ts'
import { strict } from '../../../src/handset/personalities/strict.ts'
import { examineDescriptor } from '../../../src/handset/rules/preflight.ts'
import { microemulatorJad } from '../../../src/wire/jad-tolerance.table.ts'
import { plainProfile } from '../plain-profile.ts'
import { noNeighbours } from '../plain-suite.ts'
import { descriptorUrl, join, makeDescriptor, notifyUrl, withLine } from './descriptor-maker.ts'

const question: PreflightQuestion = {
  octets: makeDescriptor(),
  charset: undefined,
  url: descriptorUrl,
  linkUrl: descriptorUrl,
  profile: plainProfile,
  freeBytes: 100_000,
  neighbours: noNeighbours,
}

function examine(change: Partial<PreflightQuestion> = {}) {
  return examineDescriptor({ ...question, ...change }, strict)
}

interface Row {
  readonly question: Partial<PreflightQuestion>
  readonly code: 901 | 906 | 908
  readonly reason: string
}

const long = `http://ota.test/n/${'x'.repeat(256 - 'http://ota.test/n/'.length)}`

const latin1 = join(makeDescriptor(), Uint8Array.of(0x58, 0x3a, 0x20, 0xe9, 13, 10))

/** One defect each. */
const refusals: Readonly<Record<string, Row>> = {
  'octets that are no UTF-8': {
    question: { octets: join(withLine('X: '), Uint8Array.of(0xff)) },
    code: 906,
    reason: 'undecodable-octets in line 10 at octet 291: X: \\xFF',
  },
  'a charset it cannot read': {
    question: { charset: 'utf-7' },
    code: 906,
    reason: 'unsupported-charset in line 1 at octet 0: utf-7',
  },
  'a byte order mark, which becomes part of the first name': {
    question: { octets: join(Uint8Array.of(0xef, 0xbb, 0xbf), makeDescriptor()) },
    code: 906,
    reason: 'MIDlet-Name is missing or empty',
  },
  'a line without a colon': {
    question: { octets: withLine('this is no attribute\r\n') },
    code: 906,
    reason: 'line-without-colon in line 10 at octet 288: this is no attribute',
  },
  'a folded line': {
    question: { octets: withLine(' folded\r\n') },
    code: 906,
    reason: 'continuation-line in line 10 at octet 288:  folded',
  },
  'a blank before the colon': {
    question: { octets: withLine('MIDlet-Icon : /icon.png\r\n') },
    code: 906,
    reason: 'space-before-colon in line 10 at octet 299: MIDlet-Icon : /icon.png',
  },
  'no name of the suite': {
    question: { octets: makeDescriptor({ 'MIDlet-Name': undefined }) },
    code: 906,
    reason: 'MIDlet-Name is missing or empty',
  },
  'an empty name of the suite': {
    question: { octets: makeDescriptor({ 'MIDlet-Name': '' }) },
    code: 906,
    reason: 'MIDlet-Name is missing or empty',
  },
  'no version': {
    question: { octets: makeDescriptor({ 'MIDlet-Version': undefined }) },
    code: 906,
    reason: 'MIDlet-Version is missing or empty',
  },
  'no vendor': {
    question: { octets: makeDescriptor({ 'MIDlet-Vendor': undefined }) },
    code: 906,
    reason: 'MIDlet-Vendor is missing or empty',
  },
  'no package URL': {
    question: { octets: makeDescriptor({ 'MIDlet-Jar-URL': undefined }) },
    code: 906,
    reason: 'MIDlet-Jar-URL is missing or empty',
  },
  'no package size': {
    question: { octets: makeDescriptor({ 'MIDlet-Jar-Size': undefined }) },
    code: 906,
    reason: 'MIDlet-Jar-Size is missing or empty',
  },
  'a mandatory name in other letters': {
    question: {
      octets: makeDescriptor({ 'MIDlet-Jar-Size': undefined, 'MIDlet-Jar-size': '60000' }),
    },
    code: 906,
    reason: 'MIDlet-Jar-Size is missing or empty',
  },
  'a version of one number': {
    question: { octets: makeDescriptor({ 'MIDlet-Version': '1' }) },
    code: 906,
    reason: 'MIDlet-Version is "1", not N.N or N.N.N',
  },
  'a version with a suffix': {
    question: { octets: makeDescriptor({ 'MIDlet-Version': '1.0-beta' }) },
    code: 906,
    reason: 'MIDlet-Version is "1.0-beta", not N.N or N.N.N',
  },
  'a package size with a unit': {
    question: { octets: makeDescriptor({ 'MIDlet-Jar-Size': '60 kB' }) },
    code: 906,
    reason: 'MIDlet-Jar-Size is "60 kB", not a number of octets',
  },
  'a package size below nothing': {
    question: { octets: makeDescriptor({ 'MIDlet-Jar-Size': '-1' }) },
    code: 906,
    reason: 'MIDlet-Jar-Size is "-1", not a number of octets',
  },
  'a data size that is no number': {
    question: { octets: makeDescriptor({ 'MIDlet-Data-Size': 'little' }) },
    code: 906,
    reason: 'MIDlet-Data-Size is "little", not a number of octets',
  },
  'a MIDlet of two parts': {
    question: { octets: makeDescriptor({ 'MIDlet-1': 'Demo, acme.Demo' }) },
    code: 906,
    reason: 'MIDlet-1 is not "name, icon, class"',
  },
  'a push registration of two parts': {
    question: { octets: makeDescriptor({ 'MIDlet-Push-1': 'sms://:7101, acme.Demo' }) },
    code: 906,
    reason: 'MIDlet-Push-1 is not "connection, class, allowed sender"',
  },
  'two notify URLs': {
    question: { octets: withLine('MIDlet-Install-Notify: http://ota.test/n/1\r\n') },
    code: 906,
    reason: 'MIDlet-Install-Notify stands more than once',
  },
  'two questions before deletion': {
    question: { octets: withLine('MIDlet-Delete-Confirm: a\r\nMIDlet-Delete-Confirm: b\r\n') },
    code: 906,
    reason: 'MIDlet-Delete-Confirm stands more than once',
  },
  'a deletion notify URL of 257 characters': {
    question: { octets: makeDescriptor({ 'MIDlet-Delete-Notify': `${long}x` }) },
    code: 906,
    reason: 'MIDlet-Delete-Notify is longer than 256 characters',
  },
  'a package URL that leads nowhere': {
    question: { octets: makeDescriptor({ 'MIDlet-Jar-URL': 'http://' }) },
    code: 906,
    reason: 'MIDlet-Jar-URL is not a usable URL',
  },
  'a package URL of another scheme': {
    question: { octets: makeDescriptor({ 'MIDlet-Jar-URL': 'file:///demo.jar' }) },
    code: 906,
    reason: 'MIDlet-Jar-URL is not a usable URL',
  },
  'a profile the phone has not': {
    question: { octets: makeDescriptor({ 'MicroEdition-Profile': 'MIDP-3.0' }) },
    code: 908,
    reason: 'the descriptor asks for "MIDP-3.0", which this phone has not',
  },
  'a second profile the phone has not': {
    question: { octets: makeDescriptor({ 'MicroEdition-Profile': 'MIDP-2.0 IMP-NG' }) },
    code: 908,
    reason: 'the descriptor asks for "IMP-NG", which this phone has not',
  },
  'profiles divided by a comma': {
    question: { octets: makeDescriptor({ 'MicroEdition-Profile': 'MIDP-1.0,MIDP-2.0' }) },
    code: 908,
    reason: 'the descriptor asks for "MIDP-1.0,MIDP-2.0", which this phone has not',
  },
  'a configuration the phone has not': {
    question: { octets: makeDescriptor({ 'MicroEdition-Configuration': 'CDC-1.0' }) },
    code: 908,
    reason: 'the descriptor asks for "CDC-1.0", which this phone has not',
  },
  'a package of one octet more than is free': {
    question: { freeBytes: 59_999 },
    code: 901,
    reason: '60000 octets needed, 59999 free',
  },
  'package and data of one octet more than is free': {
    question: { octets: makeDescriptor({ 'MIDlet-Data-Size': '1' }), freeBytes: 60_000 },
    code: 901,
    reason: '60001 octets needed, 60000 free',
  },
  'a package of one octet more than the phone takes': {
    question: {
      profile: { ...plainProfile, limits: { ...plainProfile.limits, jarBytesMax: 59_999 } },
    },
    code: 901,
    reason: 'a package of 60000 octets, this phone takes 59999',
  },
}

describe('the strict examination of a descriptor', () => {
  it('accepts one without a defect', () => {
    expect(examine()).toMatchObject({
      kind: 'proceed',
      plan: {
        subject: { vendor: 'Acme', name: 'Demo', version: '1.0.0' },
        descriptorUrl,
        packageUrl: 'http://ota.test/suites/demo.jar',
        jarBytes: 60_000,
        installNotify: notifyUrl,
        deleteNotify: undefined,
        deleteConfirm: undefined,
      },
    })
  })

  it.each(Object.entries(refusals))('refuses %s', (_, { question: asked, code, reason }) => {
    expect(examine(asked)).toEqual({
      kind: 'refuse',
      refusal: { code, reason },
      installNotify: notifyUrl,
    })
  })

  it.each([
    ['what just fits', { freeBytes: 60_000 }],
    ['no platform, which the package may name', { octets: makeDescriptor(without('platform')) }],
    ['several profiles the phone has', { octets: profiles('MIDP-1.0  MIDP-2.0') }],
    ['a notify URL of 256 characters', { octets: notify(long) }],
    ['a package of no octets', { octets: makeDescriptor({ 'MIDlet-Jar-Size': '0' }) }],
    ['a text of ISO 8859-1 that says so', { octets: latin1, charset: 'ISO-8859-1' }],
    ['a blank line', { octets: withLine('\r\n') }],
  ] as const)('accepts %s', (_, asked) => {
    expect(examine(asked).kind).toBe('proceed')
  })

  it.each([
    ['an absolute path', '/demo.jar?a=1', 'http://ota.test/demo.jar?a=1'],
    ['a relative path', '../demo.jar', 'http://ota.test/demo.jar'],
    ['a query only', '?jar', 'http://ota.test/suites/demo.jad?jar'],
    ['another host', 'http://cdn.test/demo.jar', 'http://cdn.test/demo.jar'],
  ])('resolves %s against the URL of the descriptor', (_, jarUrl, packageUrl) => {
    const octets = makeDescriptor({ 'MIDlet-Jar-URL': jarUrl })
    expect(examine({ octets })).toMatchObject({ kind: 'proceed', plan: { packageUrl } })
  })
})

describe('the notify URL of a refused descriptor', () => {
  it('survives a defect in the first line', () => {
    const octets = join(new TextEncoder().encode('<html>\r\n'), makeDescriptor())
    expect(examine({ octets })).toMatchObject({ kind: 'refuse', installNotify: notifyUrl })
  })

  it('survives undecodable octets before it', () => {
    const octets = join(Uint8Array.of(0xff, 0xfe, 13, 10), makeDescriptor())
    expect(examine({ octets })).toMatchObject({ kind: 'refuse', installNotify: notifyUrl })
  })

  it('is used as it stands where it is itself too long', () => {
    expect(examine({ octets: notify(`${long}x`) })).toEqual({
      kind: 'refuse',
      refusal: { code: 906, reason: 'MIDlet-Install-Notify is longer than 256 characters' },
      installNotify: `${long}x`,
    })
  })

  it('is unknown where there is none', () => {
    const octets = makeDescriptor({ ...without('notify'), 'MIDlet-Name': undefined })
    expect(examine({ octets })).toMatchObject({ kind: 'refuse', installNotify: undefined })
  })
})

describe('a tolerant examination', () => {
  it('accepts what its tolerance accepts', () => {
    const octets = withLine('this is no attribute\r\n')
    const tolerant = { ...strict, jadTolerance: microemulatorJad }
    expect(examineDescriptor({ ...question, octets }, tolerant).kind).toBe('proceed')
  })
})

function without(what: 'platform' | 'notify'): Readonly<Record<string, undefined>> {
  return what === 'notify'
    ? { 'MIDlet-Install-Notify': undefined }
    : { 'MicroEdition-Profile': undefined, 'MicroEdition-Configuration': undefined }
}

function profiles(value: string): Uint8Array {
  return makeDescriptor({ 'MicroEdition-Profile': value })
}

function notify(url: string): Uint8Array {
  return makeDescriptor({ 'MIDlet-Install-Notify': url })
}
