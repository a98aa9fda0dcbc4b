import { describe, expect, test } from 'vitest'
import { buildSuite, buildSuiteOfSize, paddingPath } from '../../src/reference/suite-builder.ts'
import { readClassHeader } from '../../src/wire/classfile.ts'
import { extractEntry, inspectJar } from '../../src/wire/jar.ts'
import type { SuiteSpec } from '../../src/reference/suite-builder.ts'

const demo: SuiteSpec = {
  name: 'Demo',
  vendor: 'Acme',
  version: '1.0.0',
  midlets: [{ name: 'Demo', icon: '/icon.png', className: 'acme.Demo' }],
  profile: 'MIDP-2.0',
  configuration: 'CLDC-1.1',
}

const names = (jar: Uint8Array) => inspectJar(jar).entries.map(({ name }) => name)

const octetsOf = (jar: Uint8Array, path: string) => {
  const entry = inspectJar(jar).entries.find(({ name }) => name === path)
  return entry === undefined ? undefined : extractEntry(jar, entry)
}

const header = (jar: Uint8Array, path: string) => {
  const octets = octetsOf(jar, path)
  return octets === undefined ? undefined : readClassHeader(octets)
}

describe('a built suite', () => {
  const { jar, manifest } = buildSuite(demo)

  test('is a package without a problem, manifest first', () => {
    expect({ ...inspectJar(jar), manifest: undefined, entries: names(jar) }).toEqual({
      entries: ['META-INF/MANIFEST.MF', 'acme/Demo.class', 'icon.png'],
      problems: [],
      manifest: undefined,
      readable: true,
    })
  })

  test('says in its manifest what its spec says', () => {
    expect(manifest).toEqual([
      ['Manifest-Version', '1.0'],
      ['MIDlet-Name', 'Demo'],
      ['MIDlet-Version', '1.0.0'],
      ['MIDlet-Vendor', 'Acme'],
      ['MIDlet-1', 'Demo, /icon.png, acme.Demo'],
      ['MicroEdition-Profile', 'MIDP-2.0'],
      ['MicroEdition-Configuration', 'CLDC-1.1'],
    ])
    expect(inspectJar(jar).manifest?.main.map(({ name, value }) => [name, value])).toEqual(manifest)
  })

  test('has a MIDlet for a class', () => {
    expect(header(jar, 'acme/Demo.class')).toEqual({
      name: 'acme.Demo',
      superName: 'javax.microedition.midlet.MIDlet',
      major: 47,
      minor: 0,
      packages: ['acme', 'javax.microedition.midlet'],
    })
  })

  test('has a PNG for an icon', () => {
    const icon = octetsOf(jar, 'icon.png') ?? new Uint8Array()
    const beginning = Array.from(icon.subarray(0, 33), (octet) =>
      octet.toString(16).padStart(2, '0'),
    )
    expect(beginning.join('')).toBe(
      '89504e470d0a1a0a0000000d494844520000000c0000000c0802000000d917cbb0',
    )
  })

  test('is the same, octet for octet, each time', () => {
    expect(buildSuite({ ...demo, midlets: [...demo.midlets] }).jar).toEqual(jar)
  })
})

describe('a suite as its spec wants it', () => {
  test('has a class for each MIDlet and each icon once', () => {
    const { jar, manifest } = buildSuite({
      ...demo,
      midlets: [
        ...demo.midlets,
        { name: 'Chat', icon: '/icon.png', className: 'acme.chat.Chat' },
        {
          name: 'Bare',
          className: 'Bare',
          references: ['javax.microedition.media.Manager', 'javax.microedition.lcdui.Form'],
        },
      ],
      push: ['sms://:5000, acme.Demo, *'],
      attributes: [['MIDlet-Description', 'Long '.repeat(30)]],
    })
    expect(names(jar)).toEqual([
      'META-INF/MANIFEST.MF',
      'acme/Demo.class',
      'acme/chat/Chat.class',
      'Bare.class',
      'icon.png',
    ])
    expect(manifest.slice(4)).toEqual([
      ['MIDlet-1', 'Demo, /icon.png, acme.Demo'],
      ['MIDlet-2', 'Chat, /icon.png, acme.chat.Chat'],
      ['MIDlet-3', 'Bare, , Bare'],
      ['MicroEdition-Profile', 'MIDP-2.0'],
      ['MicroEdition-Configuration', 'CLDC-1.1'],
      ['MIDlet-Push-1', 'sms://:5000, acme.Demo, *'],
      ['MIDlet-Description', 'Long '.repeat(30)],
    ])
    expect(header(jar, 'Bare.class')?.packages).toEqual([
      'javax.microedition.lcdui',
      'javax.microedition.media',
      'javax.microedition.midlet',
    ])
  })

  test('grows by an octet for every octet of padding', () => {
    const lengths = [0, 1, 1000].map((paddingBytes) => buildSuite({ ...demo, paddingBytes }).jar)
    const [bare = 0, ...padded] = lengths.map((jar) => jar.length)
    expect(padded.map((length) => length - bare)).toEqual([1, 1000])
  })

  test('has exactly the size asked for', () => {
    const { jar } = buildSuiteOfSize(demo, 60_000)
    expect([jar.length, inspectJar(jar).readable, names(jar).at(-1)]).toEqual([
      60_000,
      true,
      paddingPath,
    ])
  })

  test('cannot be smaller than it is, nor larger than any phone is', () => {
    expect(() => buildSuiteOfSize(demo, 100)).toThrow('Unexpected size of 100 octets')
    expect(() => buildSuite({ ...demo, paddingBytes: 1e9 })).toThrow('(paddingBytesMax)')
  })

  test('can lack its class and its icon', () => {
    const { jar } = buildSuite({
      ...demo,
      entries: (entries) => entries.filter(({ path }) => path === 'META-INF/MANIFEST.MF'),
    })
    expect([inspectJar(jar).readable, names(jar)]).toEqual([true, ['META-INF/MANIFEST.MF']])
  })

  test('can lie in its manifest', () => {
    const { jar, manifest } = buildSuite({
      ...demo,
      manifest: (attributes) => attributes.filter(([name]) => name !== 'MIDlet-Version'),
    })
    expect(manifest.map(([name]) => name)).not.toContain('MIDlet-Version')
    expect(inspectJar(jar).manifest?.main.map(({ name, value }) => [name, value])).toEqual(manifest)
  })
})
