/** Descriptors made to exhaust or to break a phone: each ends in a code with a reason, soon, and nothing of ours breaks. */
import { describe, expect, it } from 'vitest'
import { testRoots } from '../../src/test-authority/authority.ts'
import { acme } from '../../src/test-authority/authority.ts'
import { writeCertificate } from '../../src/test-authority/certificate-writer.ts'
import { goodSignings, writeSignature } from '../../src/test-authority/signing.ts'
import { encodeBase64 } from '../../src/wire/base64.ts'
import { parseCertificate } from '../../src/wire/certificate.ts'
import { statusCodes } from '../../src/wire/status-codes.table.ts'
import { buildSuite } from '../../src/reference/suite-builder.ts'
import { accept, link, openHandset } from './handset-world.ts'
import { goodAttributes } from './rules/descriptor-maker.ts'
import { good, spec } from './rules/package-maker.ts'

/** Real milliseconds that one attempt may take on a slow machine; the slowest here takes a tenth of it. */
const attemptMsMax = 10_000

/** Octets of heap that one attempt may leave behind. */
const heapBytesMax = 100_000_000

const trust = {
  roots: testRoots().map(({ domain, octets }) => ({
    domain,
    certificate: parseCertificate(octets),
  })),
  now: () => Date.parse('2006-03-01T09:00:00Z'),
}

async function install(lines: string, jar = good): Promise<string> {
  const descriptor = Object.entries({ ...goodAttributes, 'MIDlet-Jar-Size': String(jar.length) })
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
  const body = new TextEncoder().encode(`${descriptor}${lines}`)
  const world = openHandset({
    trust,
    answer: ({ url, method }) => {
      if (method === 'POST') return { status: 200 }
      const isPackage = url.endsWith('.jar')
      const type = isPackage ? 'application/java-archive' : 'text/vnd.sun.j2me.app-descriptor'
      return { status: 200, headers: [['Content-Type', type]], body: isPackage ? jar : body }
    },
  })
  world.handset.powerOn()
  world.handset.send({ type: 'link.opened', url: link })
  await world.rest()
  world.handset.send(accept)
  await world.rest()
  expect(world.faults).toEqual([])
  const settled = world.events.find((event) => event.type === 'install.settled')
  return settled?.type === 'install.settled' ? `${settled.code} ${settled.reason}` : 'nothing'
}

const certificate = encodeBase64(writeCertificate(acme))
const signature = 'MIDlet-Jar-RSA-SHA1: AAAA\n'
const repeat = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index + 1)).join('')
const text = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, value]) => `${name}: ${value}\n`).join('')

const attacks: Readonly<Record<string, readonly [lines: string, outcome: string | RegExp]>> = {
  '100,000 lines of four octets': [repeat(100_000, () => 'a:b\n'), '900 installed'],
  '100,000 lines with names of their own, too many octets': [
    repeat(100_000, (n) => `Acme-${n}: ${n}\n`),
    /^906 \d+ octets, at most 1048576 are read$/,
  ],
  '100,000 lines that are none': [
    repeat(100_000, () => '?\n'),
    '906 line-without-colon in line 10 at octet 278: ?',
  ],
  '1,000 certificates in one path': [
    repeat(1000, (n) => `MIDlet-Certificate-1-${n}: ${certificate}\n`) + signature,
    '909 certificate limit: more than 16 certificates in path 1 (certificatesMax)',
  ],
  '10,000 certificates of garbage, each a path': [
    repeat(10_000, (n) => `MIDlet-Certificate-${n}-1: AAAA\n`) + signature,
    '909 certificate limit: more than 16 certificate paths (pathsMax)',
  ],
  '10,000 certificates behind a gap': [
    repeat(10_000, (n) => `MIDlet-Certificate-2-${n}: AAAA\n`) + signature,
    '909 no certificate: there is no MIDlet-Certificate-1-1 (behind a gap in the numbering: MIDlet-Certificate-2-1 and 9999 more)',
  ],
  'a certificate of 1 MB': [
    `MIDlet-Certificate-1-1: ${'A'.repeat(1_040_000)}\n${signature}`,
    '909 certificate unreadable: MIDlet-Certificate-1-1: 1040000 letters, at most 32768 (certificateTextMax)',
  ],
  'a signature of 1 MB': [
    `MIDlet-Certificate-1-1: ${certificate}\nMIDlet-Jar-RSA-SHA1: ${'A'.repeat(1_040_000)}\n`,
    /^909 root unknown: path 1: /,
  ],
  'octets that nest as deep as they can': [
    `MIDlet-Certificate-1-1: ${encodeBase64(new Uint8Array(16_000).fill(0x30))}\n${signature}`,
    '909 certificate unreadable: MIDlet-Certificate-1-1: Unexpected 15950 more octets, expected the end of the certificate (at octet 50)',
  ],
  '10,000 push registrations': [
    repeat(10_000, (n) => `MIDlet-Push-${n}: socket://:${n}, acme.Demo, *\n`),
    '911 push limit: 10000 registrations, at most 64 (registrationsMax)',
  ],
  'a push registration of 1 MB': [
    `MIDlet-Push-1: ${'s'.repeat(1_040_000)}://:1, acme.Demo, *\n`,
    /^911 push protocol: MIDlet-Push-1: nobody can listen on s{79}…$/,
  ],
  'push registrations of nonsense': [
    'MIDlet-Push-1: ,,,\n',
    '906 MIDlet-Push-1 is not "connection, class, allowed sender"',
  ],
  '200,000 permissions that are none, unsigned': [
    `MIDlet-Permissions: ${','.repeat(200_000)}\n`,
    '900 installed',
  ],
}

/** Signed, so that what they ask for counts. */
const signedAttacks: Readonly<Record<string, readonly [permissions: string, outcome: string]>> = {
  '20,000 permissions': [
    Array.from({ length: 20_000 }, (_, n) => `a.b${n}`).join(','),
    '910 permission limit: 20000 names, at most 256 (permissionsMax)',
  ],
  'a permission of 50,000 letters': [
    'a'.repeat(50_000),
    `910 permission unknown: this phone has no ${'a'.repeat(79)}…`,
  ],
  'permissions of nonsense': ['?!, {}; \u{1F4F1}', '910 permission unknown: this phone has no ?!'],
}

describe('a phone refuses or survives', () => {
  it.each(Object.entries(attacks))('%s', async (_, [lines, outcome]) => {
    const begin = performance.now()
    const heap = process.memoryUsage().heapUsed
    expect(await install(lines)).toMatch(outcome)
    expect(performance.now() - begin).toBeLessThan(attemptMsMax)
    expect(process.memoryUsage().heapUsed - heap).toBeLessThan(heapBytesMax)
  })

  it.each(Object.entries(signedAttacks))('%s, signed', async (_, [permissions, outcome]) => {
    const { jar } = buildSuite({ ...spec, attributes: [['MIDlet-Permissions', permissions]] })
    const lines = text(writeSignature(goodSignings['identified-third-party'], jar))
    expect(await install(lines, jar)).toBe(outcome)
  })
})

describe('a reason', () => {
  it('begins with words that the table of codes has for its code', async () => {
    const outcomes = [...Object.values(attacks), ...Object.values(signedAttacks)].map(
      ([, outcome]) => String(outcome).replace(/^\/\^/, ''),
    )
    for (const [, code = '', words = ''] of outcomes.flatMap((one) => {
      const match = /^(909|91[01]) ([\w -]+): /.exec(one)
      return match === null ? [] : [match]
    })) {
      const row = statusCodes.find((one) => String(one.code) === code)
      expect(row?.reasons).toContain(words)
    }
  })
})
