/** Checks of who signed native packages, and of what cabinets say of themselves, over traces of a phone that followed a link. */
import { describe, expect, it } from 'vitest'
import type { Check } from '../../../src/check/check.ts'
import descriptionsAgree from '../../../src/check/checks/native/descriptions-agree.ts'
import notExpired from '../../../src/check/checks/native/not-expired.ts'
import givesWhatItWants from '../../../src/check/checks/native/signature-gives-what-it-wants.ts'
import verifies from '../../../src/check/checks/native/signature-verifies.ts'
import type { SetupDifferences } from '../../../src/reference/cab/install-cab-spec.ts'
import { writeInstallCab } from '../../../src/reference/cab/install-cab-writer.ts'
import { packClient, specsOf } from '../../../src/reference/native/packages.ts'
import type { SisxSpec } from '../../../src/reference/sis/sisx-controller-writer.ts'
import { buildSisx } from '../../../src/reference/sis/sisx-writer.ts'
import { resignCabinet } from '../../../src/test-authority/cabinet-resigning.ts'
import { nativeSignings, sisxSigningOf } from '../../../src/test-authority/native-signings.ts'
import type { CaseFacts } from '../../../src/trace/events.ts'
import { caseFacts, exchanged, findings, traceOf } from '../trace-builder.ts'

const specs = specsOf({ major: 1, minor: 2, build: 0 })

type ProfileFacts = Partial<CaseFacts['profile']>

const s60: ProfileFacts = {
  platform: 'symbian',
  symbian: { edition: 's60-3rd', osVersion: '9.1', productUids: ['0x101F7961'] },
}
const s602nd: ProfileFacts = {
  platform: 'symbian',
  symbian: { edition: 's60-2nd', osVersion: '7.0', productUids: ['0x101F7960'] },
}
const mobile: ProfileFacts = {
  platform: 'windows-mobile',
  windowsMobile: { release: '6.0', osVersion: '5.2', processor: 2577 },
}

function judged(check: Check, body: Uint8Array, profile: ProfileFacts, startsAt?: string) {
  const facts = caseFacts()
  const exchange = exchanged({ purpose: 'package', url: 'http://ota.test/client', body })
  const trace = traceOf([exchange], {
    profile: { ...facts.profile, ...profile },
    startsAt: startsAt ?? '2006-03-01T09:00:00.000Z',
  })
  return findings(check, trace).map(({ verdict, reason }) =>
    verdict === 'pass' || verdict === 'not-applicable' ? verdict : reason,
  )
}

const signedBy = (...names: readonly (keyof typeof nativeSignings)[]) => sisx({}, ...names)

function sisx(change: Partial<SisxSpec>, ...names: readonly (keyof typeof nativeSignings)[]) {
  const signings = names.map((name) => sisxSigningOf(nativeSignings[name]))
  return buildSisx({ ...specs.sisx, ...change, signings })
}

const cabinet = packClient('smartphone', specs)

describe('a signature', () => {
  it.each([
    ['is over the package', verifies, signedBy('self-signed'), s60, 'pass'],
    ['may be that of anybody', verifies, signedBy('unknown root'), s60, 'pass'],
    [
      'is not missing',
      verifies,
      signedBy(),
      s60,
      'Unexpected no signature, expected a signature over the controller (RSA or DSA).',
    ],
    [
      'is not over another package',
      verifies,
      signedBy('known signer', 'changed since'),
      s60,
      'Unexpected a signature over other octets, expected a signature over the controller (RSA or DSA).',
    ],
    [
      'is by an algorithm that phones have',
      verifies,
      signedBy('unknown algorithm'),
      s60,
      'Unexpected a signature by an algorithm that no phone has, expected a signature over the controller (RSA or DSA).',
    ],
    [
      'need not be before Symbian OS 9',
      verifies,
      packClient('sis', specs),
      s602nd,
      'not-applicable',
    ],
    ['need not be on a cabinet', verifies, cabinet, mobile, 'not-applicable'],
    [
      'is over the cabinet',
      verifies,
      resignCabinet(cabinet, nativeSignings['unknown root']),
      mobile,
      'pass',
    ],
    [
      'is not over another cabinet',
      verifies,
      resignCabinet(cabinet, nativeSignings['changed since']),
      mobile,
      'Unexpected the cabinet is not the one that was signed, expected a signature over this cabinet.',
    ],
  ] as const)('%s', (...row) => {
    const [, check, body, profile, told] = row
    expect(judged(check, body, profile)).toEqual([told])
  })
})

describe('a certificate', () => {
  it.each([
    ['is valid', signedBy('known signer'), undefined, 'pass'],
    [
      'has not expired',
      signedBy('expired'),
      undefined,
      'Unexpected a certificate that expired on 2005-01-01, expected one that is valid on 2006-03-01.',
    ],
    [
      'of an issuer has not either',
      signedBy('issuer expired'),
      undefined,
      'Unexpected a certificate that expired on 2005-01-01, expected one that is valid on 2006-03-01.',
    ],
    ['may have been valid then', signedBy('expired'), '2004-06-01T00:00:00.000Z', 'pass'],
    ['need be valid in one chain only', signedBy('expired', 'known signer'), undefined, 'pass'],
    [
      'that begins later cannot be judged',
      signedBy('not yet valid'),
      undefined,
      'a certificate is valid from 2040-01-01 on, and on the phone it is 2006-03-01: play it on a later day with --starts-at',
    ],
    ['that is not there is no matter of dates', signedBy(), undefined, 'not-applicable'],
  ])('%s', (_, body, startsAt, told) => {
    expect(judged(notExpired, body, s60, startsAt)).toEqual([told])
  })
})

const file = { target: '!:\\a.exe', octets: new Uint8Array(10) }
const wanting = (...names: NonNullable<SisxSpec['files'][number]['capabilities']>) => ({
  files: [{ ...file, capabilities: names }],
})

describe('a package that signs for itself', () => {
  it.each([
    ['asks for what users may give', sisx(wanting('Location'), 'self-signed'), 'pass'],
    [
      'asks for no system capability',
      sisx(wanting('Location', 'SwEvent'), 'self-signed'),
      'Unexpected capability SwEvent of a package that is self-signed, expected one that its signature gives.',
    ],
    [
      'has no protected UID',
      sisx({ uid: 0x20005d1a }, 'self-signed'),
      'Unexpected protected UID 0x20005D1A of a package that is self-signed, expected one from 0x80000000 on.',
    ],
    [
      'is none where another has signed it too',
      sisx({ uid: 0x20005d1a }, 'self-signed', 'known signer'),
      'not-applicable',
    ],
    [
      'is none where it is another who signed it',
      sisx(wanting('AllFiles'), 'known signer'),
      'not-applicable',
    ],
  ] as const)('%s', (_, body, told) => {
    expect(judged(givesWhatItWants, body, s60)).toEqual([told])
  })
})

const described = (setupSays: SetupDifferences) =>
  writeInstallCab({ ...specs.smartphone, setupSays })

describe('the descriptions of a cabinet', () => {
  it.each([
    ['agree', described({}), 'pass'],
    [
      'have one name',
      described({ name: 'Client' }),
      'Unexpected AppName Acme Client in _setup.xml, expected Acme Acme Client as in the file .000.',
    ],
    [
      'have one lowest version',
      described({ versionMin: '5.0' }),
      'Unexpected OSVersionMin 5.0 in _setup.xml, expected 4.20 as in the file .000.',
    ],
    [
      'have one highest version',
      described({ versionMax: '5.99' }),
      'Unexpected OSVersionMax 5.99 in _setup.xml, expected 6.99 as in the file .000.',
    ],
    [
      'have one processor',
      described({ architecture: 2577 }),
      'Unexpected ProcessorType 2577 in _setup.xml, expected 0 as in the file .000.',
    ],
    [
      'count the files that there are',
      described({ fileCount: 3 }),
      'Unexpected NumFiles 3 in _setup.xml, expected 1.',
    ],
    [
      'name members that there are',
      described({ members: { 'client.exe': '00client.009' } }),
      'Unexpected absence of member 00client.009 for %InstallDir%\\\\client.exe, expected it as _setup.xml says.',
    ],
    [
      'are one where there is one',
      writeInstallCab({ ...specs['pocket-pc'], withSetup: false }),
      'pass',
    ],
    ['are none of a Symbian package', packClient('sisx', specs), 'not-applicable'],
  ])('%s', (_, body, told) => {
    expect(judged(descriptionsAgree, body, mobile)).toEqual([told])
  })
})
