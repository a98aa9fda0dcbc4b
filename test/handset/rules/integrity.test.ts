import { describe, expect, it } from 'vitest'
import type { VerificationQuestion } from '../../../src/handset/behaviour.ts'
import { strict } from '../../../src/handset/personalities/strict.ts'
import { examinePackage } from '../../../src/handset/rules/integrity.ts'
import { packageChanges } from '../../../src/scenario/alterations.ts'
import { notifyUrl } from './descriptor-maker.ts'
import {
  about,
  contents,
  good,
  planFor,
  questionOf,
  withAttribute,
  withoutAttribute,
  withoutEntry,
} from './package-maker.ts'

const nowhere = {
  'MicroEdition-Profile': undefined,
  'MicroEdition-Configuration': undefined,
}

interface Row {
  readonly question: VerificationQuestion
  readonly code: 901 | 904 | 905 | 907 | 908
  /** A text, or what it matches. */
  readonly reason: unknown
}

/** One defect each. */
const refusals: Readonly<Record<string, Row>> = {
  'a package of one octet too few': {
    question: { ...questionOf(good.slice(0, -1)), plan: planFor(good) },
    code: 904,
    reason: `the package has ${good.length - 1} octets, MIDlet-Jar-Size says ${good.length}`,
  },
  'a package of one octet too many': {
    question: { ...questionOf(Uint8Array.of(...good, 0)), plan: planFor(good) },
    code: 904,
    reason: `the package has ${good.length + 1} octets, MIDlet-Jar-Size says ${good.length}`,
  },
  'a package for which no room is left by now': {
    question: { ...questionOf(good), freeBytes: good.length - 1 },
    code: 901,
    reason: `${good.length} octets received, ${good.length - 1} free`,
  },
  'no octets at all': {
    question: questionOf(new Uint8Array(0)),
    code: 907,
    reason: expect.stringMatching(/^not-a-zip at octet 0: /),
  },
  'a web page of the right size': {
    question: questionOf(packageChanges['replace by a web page'](good)),
    code: 907,
    reason: expect.stringMatching(/^not-a-zip at octet \d+: /),
  },
  'an entry with one octet turned': {
    question: questionOf(packageChanges.corrupt(good)),
    code: 907,
    reason: expect.stringMatching(/^crc of padding\.bin at octet \d+: /),
  },
  'no manifest': {
    question: withoutEntry('META-INF/MANIFEST.MF'),
    code: 907,
    reason: expect.stringMatching(/^no-manifest at octet 0: /),
  },
  'a manifest with a line that is none': {
    question: about({
      entries: (entries) =>
        entries.map((entry) =>
          entry.path === 'META-INF/MANIFEST.MF'
            ? { ...entry, octets: Uint8Array.of(0x3f, 13, 10, ...entry.octets) }
            : entry,
        ),
    }),
    code: 907,
    reason: 'manifest: line-without-colon in line 1: ?',
  },
  'a manifest without the name': {
    question: withoutAttribute('MIDlet-Name'),
    code: 907,
    reason: 'manifest: MIDlet-Name is missing or empty',
  },
  'a manifest without the version': {
    question: withoutAttribute('MIDlet-Version'),
    code: 907,
    reason: 'manifest: MIDlet-Version is missing or empty',
  },
  'a manifest without the vendor': {
    question: withoutAttribute('MIDlet-Vendor'),
    code: 907,
    reason: 'manifest: MIDlet-Vendor is missing or empty',
  },
  'a manifest with a version that is none': {
    question: withAttribute('MIDlet-Version', 'one'),
    code: 907,
    reason: 'manifest: MIDlet-Version is "one", not N.N or N.N.N',
  },
  'another name': {
    question: withAttribute('MIDlet-Name', 'Other'),
    code: 905,
    reason: 'MIDlet-Name is "Demo" in the descriptor, "Other" in the manifest',
  },
  'a name that differs in letters only': {
    question: withAttribute('MIDlet-Name', 'DEMO'),
    code: 905,
    reason: 'MIDlet-Name is "Demo" in the descriptor, "DEMO" in the manifest',
  },
  'the same version in other words': {
    question: withAttribute('MIDlet-Version', '1.0'),
    code: 905,
    reason: 'MIDlet-Version is "1.0.0" in the descriptor, "1.0" in the manifest',
  },
  'another vendor': {
    question: withAttribute('MIDlet-Vendor', 'Other'),
    code: 905,
    reason: 'MIDlet-Vendor is "Acme" in the descriptor, "Other" in the manifest',
  },
  'a class that is not there': {
    question: withoutEntry('acme/Demo.class'),
    code: 907,
    reason: 'MIDlet-1: acme/Demo.class is not in the package',
  },
  'a class that only the descriptor names': {
    question: {
      ...questionOf(good),
      plan: planFor(good, { 'MIDlet-2': 'More, , acme.More' }),
    },
    code: 907,
    reason: 'MIDlet-2: acme/More.class is not in the package',
  },
  'a MIDlet of two parts in the manifest': {
    question: {
      ...withAttribute('MIDlet-1', 'Demo, acme.Demo'),
      plan: planFor(withAttribute('MIDlet-1', 'Demo, acme.Demo').octets, { 'MIDlet-1': undefined }),
    },
    code: 907,
    reason: 'MIDlet-1 is not "name, icon, class"',
  },
  'a profile that stands nowhere': {
    question: {
      ...withoutAttribute('MicroEdition-Profile'),
      plan: planFor(withoutAttribute('MicroEdition-Profile').octets, nowhere),
    },
    code: 907,
    reason: 'MicroEdition-Profile stands neither in the descriptor nor in the manifest',
  },
  'a configuration that stands nowhere': {
    question: {
      ...withoutAttribute('MicroEdition-Configuration'),
      plan: planFor(withoutAttribute('MicroEdition-Configuration').octets, nowhere),
    },
    code: 907,
    reason: 'MicroEdition-Configuration stands neither in the descriptor nor in the manifest',
  },
  'a profile the phone has not': {
    question: withAttribute('MicroEdition-Profile', 'MIDP-3.0'),
    code: 908,
    reason: 'the package asks for "MIDP-3.0", which this phone has not',
  },
  'a configuration the phone has not': {
    question: withAttribute('MicroEdition-Configuration', 'CDC-1.0'),
    code: 908,
    reason: 'the package asks for "CDC-1.0", which this phone has not',
  },
}

describe('the verification of a package', () => {
  it('lets one without a defect be installed', () => {
    expect(examinePackage(questionOf(good), strict)).toEqual({
      kind: 'install',
      ...contents,
      installNotify: notifyUrl,
    })
  })

  it.each(Object.entries(refusals))('refuses %s', (_, { question, code, reason }) => {
    expect(examinePackage(question, strict)).toEqual({
      kind: 'refuse',
      refusal: { code, reason },
      installNotify: notifyUrl,
    })
  })

  it.each([
    ['an icon that is not there', withoutEntry('icon.png')],
    ['a platform that only the descriptor names', withoutAttribute('MicroEdition-Profile')],
    [
      'a platform that only the manifest names',
      { ...questionOf(good), plan: planFor(good, nowhere) },
    ],
    ['what just fits', { ...questionOf(good), freeBytes: good.length }],
  ])('accepts %s', (_, question) => {
    expect(examinePackage(question, strict).kind).toBe('install')
  })

  it('takes notify URLs and the question before deletion from the manifest as well', () => {
    const { octets } = about({
      attributes: [
        ['MIDlet-Install-Notify', 'http://ota.test/manifest'],
        ['MIDlet-Delete-Notify', 'http://ota.test/deletion'],
        ['MIDlet-Delete-Confirm', 'Really?'],
      ],
    })
    const told = {
      deleteNotify: 'http://ota.test/deletion',
      deleteConfirm: 'Really?',
    }
    expect(examinePackage(questionOf(octets), strict)).toEqual({
      kind: 'install',
      ...contents,
      ...told,
      installNotify: notifyUrl,
    })
    expect(examinePackage({ ...questionOf(octets), plan: undefined }, strict)).toEqual({
      kind: 'install',
      ...contents,
      ...told,
      installNotify: 'http://ota.test/manifest',
    })
  })
})
