/** Suites with one defect each, as a server would send them. */
import { packageChanges } from '../../../src/scenario/alterations.ts'
import { brokenSignings } from '../../../src/test-authority/broken-signings.table.ts'
import { goodSignings, writeSignature } from '../../../src/test-authority/signing.ts'
import type { Signing } from '../../../src/test-authority/signing.ts'
import { makeDescriptor } from '../rules/descriptor-maker.ts'
import type { LiteralAnswer } from '../literal-http.ts'
import {
  about,
  good,
  withAttribute,
  withoutAttribute,
  withoutEntry,
} from '../rules/package-maker.ts'

export interface Offer {
  readonly descriptor: Uint8Array
  readonly package: LiteralAnswer
  /** The decision that is asked when no examination objects, as PERSONALITIES.md has it. */
  readonly decision?: string
  /** Its descriptor names no URL for the report. */
  readonly isSilent?: boolean
}

const text = new TextEncoder()
const size = { 'MIDlet-Jar-Size': String(good.length) }
const unstated = { 'MicroEdition-Profile': undefined, 'MicroEdition-Configuration': undefined }

function packed(body: Uint8Array, type = 'application/java-archive'): LiteralAnswer {
  return { status: 200, headers: [['Content-Type', type]], body }
}

function stating(change: Readonly<Record<string, string | undefined>>): Offer {
  return { descriptor: makeDescriptor({ ...size, ...change }), package: packed(good) }
}

/** The good descriptor with octets in front of it and behind it. */
function around(before: string | Uint8Array, after: string | Uint8Array): Offer {
  const [head, tail] = [before, after].map((one) =>
    typeof one === 'string' ? text.encode(one) : one,
  )
  return {
    descriptor: Uint8Array.of(...(head ?? []), ...makeDescriptor(size), ...(tail ?? [])),
    package: packed(good),
  }
}

function rewritten(change: (descriptor: string) => string): Offer {
  const descriptor = change(new TextDecoder().decode(makeDescriptor(size)))
  return { descriptor: text.encode(descriptor), package: packed(good) }
}

function inUtf16(): Uint8Array {
  const octets = Array.from(makeDescriptor(size))
  return Uint8Array.of(0xfe, 0xff, ...octets.flatMap((octet) => [0, octet]))
}

function sending(
  jar: Uint8Array,
  change: Readonly<Record<string, string | undefined>> = {},
): Offer {
  const descriptor = makeDescriptor({ 'MIDlet-Jar-Size': String(jar.length), ...change })
  return { descriptor, package: packed(jar) }
}

function answering(answer: LiteralAnswer, decision: string): Offer {
  return { descriptor: makeDescriptor(size), package: answer, decision }
}

/** Signed by a third party that the phones know, over the package as it is sent unless said otherwise. */
function signed({
  jar = good,
  over = jar,
  signing = goodSignings['identified-third-party'],
  stated = {},
}: {
  readonly jar?: Uint8Array
  readonly over?: Uint8Array
  readonly signing?: Signing
  readonly stated?: Readonly<Record<string, string>>
}): Offer {
  return sending(jar, { ...Object.fromEntries(writeSignature(signing, over)), ...stated })
}

function refused(status: number): Offer {
  return answering({ status }, `code of a package that does not come: status ${status}`)
}

/** Without a MIDlet or platform in the descriptor, so that the manifest alone says it. */
function byManifest(question: { readonly octets: Uint8Array }): Offer {
  return sending(question.octets, { ...unstated, 'MIDlet-1': undefined })
}

export const offers: Readonly<Record<string, Offer>> = {
  'no defect': stating({}),
  'byte order mark': {
    ...around(Uint8Array.of(0xef, 0xbb, 0xbf), ''),
    decision: 'reading: byteOrderMark',
  },
  'descriptor in UTF-16': {
    descriptor: inUtf16(),
    package: packed(good),
    decision: 'reading: byteOrderMark',
  },
  'line without a colon': around('', 'this is no attribute\r\n'),
  'folded line': around('', 'X-More: 1\r\n 2\r\n'),
  'blank before a colon': around('', 'X-More : 1\r\n'),
  'line ends of one CR': rewritten((descriptor) => descriptor.replaceAll('\r\n', '\r')),
  'end-of-file mark': { ...around('', Uint8Array.of(0x1a)), decision: 'reading: endOfFileMark' },
  'octets that are no UTF-8': around('', Uint8Array.of(0x58, 0x3a, 0x20, 0xff, 13, 10)),
  'line of blanks': around('', '  \r\n'),
  'control character behind a value': around('', 'X-More: 1\u0007\r\n'),
  'no MIDlet-Name': stating({ 'MIDlet-Name': undefined }),
  'no MIDlet-Version': stating({ 'MIDlet-Version': undefined }),
  'no MIDlet-Jar-URL': stating({ 'MIDlet-Jar-URL': undefined }),
  'no MIDlet-Jar-Size': stating({ 'MIDlet-Jar-Size': undefined }),
  'version 1': sending(withAttribute('MIDlet-Version', '1').octets, { 'MIDlet-Version': '1' }),
  'version 1.0b': sending(withAttribute('MIDlet-Version', '1.0b').octets, {
    'MIDlet-Version': '1.0b',
  }),
  'version 1.100': sending(withAttribute('MIDlet-Version', '1.100').octets, {
    'MIDlet-Version': '1.100',
  }),
  'version 1.0.0.0': sending(withAttribute('MIDlet-Version', '1.0.0.0').octets, {
    'MIDlet-Version': '1.0.0.0',
  }),
  'package size with a unit': stating({ 'MIDlet-Jar-Size': '2 kB' }),
  'MIDlet-1 of two parts': stating({ 'MIDlet-1': 'Demo, acme.Demo' }),
  'MIDlet-Push-1 of two parts': stating({ 'MIDlet-Push-1': 'sms://:7101, acme.Demo' }),
  'two notify URLs': around('', 'MIDlet-Install-Notify: http://ota.test/n/1\r\n'),
  'notify URL of 257 characters': stating({
    'MIDlet-Install-Notify': `http://ota.test/n/1?${'x'.repeat(257 - 'http://ota.test/n/1?'.length)}`,
  }),
  'another runtime environment': stating({ 'Runtime-Execution-Environment': 'MEEP.CLDC' }),
  'profile the phone has not': stating({ 'MicroEdition-Profile': 'MIDP-3.0' }),
  'package URL of another scheme': stating({ 'MIDlet-Jar-URL': 'ftp://ota.test/demo.jar' }),
  'package URL that begins at the root': {
    ...stating({ 'MIDlet-Jar-URL': '/demo.jar' }),
    decision: 'MIDlet-Jar-URL `/demo.jar` in http://ota.test/suites/demo.jad',
  },
  'more records than there is room': stating({ 'MIDlet-Data-Size': '50000000' }),
  'package of one octet too few': { ...stating({}), package: packed(good.slice(0, -1)) },
  'package answered 404': refused(404),
  'package answered 403': refused(403),
  'package answered 500': refused(500),
  'package of another type': answering(
    packed(good, 'application/zip'),
    'application/zip is taken for a package',
  ),
  'server that is gone': answering(
    { failure: { cause: 'refused', detail: 'nobody listens' } },
    'code of a package that does not come: the server is not there',
  ),
  'page instead of a package': sending(packageChanges['replace by a web page'](good)),
  'entry with one octet turned': sending(packageChanges.corrupt(good)),
  'no name in the manifest': sending(withoutAttribute('MIDlet-Name').octets),
  'another name in the manifest': sending(withAttribute('MIDlet-Name', 'Other').octets),
  'name in other letters in the manifest': sending(withAttribute('MIDlet-Name', 'DEMO').octets),
  'signature without certificates': stating({ 'MIDlet-Jar-RSA-SHA1': 'AAAA' }),
  'certificate that has expired': signed({ signing: brokenSignings.expired }),
  'octets changed after signing': signed({ over: packageChanges.corrupt(good) }),
  'attribute that differs from a signed manifest': signed({
    stated: { 'MicroEdition-Profile': 'MIDP-1.0' },
  }),
  'permission that there is none': signed({
    jar: about({ attributes: [['MIDlet-Permissions', 'acme.Permission']] }).octets,
  }),
  'push on a protocol that there is none': {
    ...stating({ 'MIDlet-Push-1': 'pigeon://:1, acme.Demo, *' }),
    decision: '911 is reported',
  },
  'class that is not there': sending(withoutEntry('acme/Demo.class').octets),
  'no MIDlet at all': byManifest(withoutAttribute('MIDlet-1')),
  'profile that stands nowhere': byManifest(withoutAttribute('MicroEdition-Profile')),
  'profile of the manifest the phone has not': byManifest(about({ profile: 'MIDP-3.0' })),
}
