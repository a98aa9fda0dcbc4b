import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildSuite } from '../../src/reference/suite-builder.ts'
import type { SuiteSpec } from '../../src/reference/suite-builder.ts'
import { apiPackages } from '../../src/wire/api-packages.table.ts'
import { lackingNeeds, needsOf } from '../../src/wire/jar-needs.ts'

function suite(references: readonly string[], change: Partial<SuiteSpec> = {}): Uint8Array {
  return buildSuite({
    name: 'Demo',
    vendor: 'Acme',
    version: '1.0.0',
    profile: 'MIDP-2.0',
    configuration: 'CLDC-1.1',
    midlets: [{ name: 'Demo', className: 'acme.Demo', references }],
    ...change,
  }).jar
}

const bluetooth = {
  apis: ['JSR-82'],
  title: 'Bluetooth',
  packages: ['javax.bluetooth'],
  entry: 'acme/Demo.class',
}

describe('what a package needs', () => {
  it('is nothing where its classes refer to MIDP and CLDC alone', () => {
    const own = [
      'java.util.Vector',
      'javax.microedition.lcdui.Form',
      'javax.microedition.media.Player',
    ]
    expect(needsOf(suite(own))).toEqual([])
  })

  it('is told with the class that refers to it first', () => {
    expect(needsOf(suite(['javax.bluetooth.LocalDevice']))).toEqual([bluetooth])
  })

  it('is told once for all packages of one row, those below it included', () => {
    const names = ['com.nokia.mid.ui.FullCanvas', 'com.nokia.mid.sound.Sound']
    expect(needsOf(suite(names))).toEqual([
      {
        apis: ['com.nokia.mid'],
        title: 'Nokia UI API',
        packages: ['com.nokia.mid.sound', 'com.nokia.mid.ui'],
        entry: 'acme/Demo.class',
      },
    ])
  })

  it('leaves out packages that only begin like one', () => {
    expect(needsOf(suite(['javax.bluetoothless.Device', 'acme.javax.bluetooth.A']))).toEqual([])
  })

  it('leaves out what the suite brings along', () => {
    const midlets = [
      { name: 'Demo', className: 'acme.Demo', references: ['org.xml.sax.Parser'] },
      { name: 'Parser', className: 'org.xml.sax.Parser' },
    ]
    expect(needsOf(suite([], { midlets }))).toEqual([])
  })

  it('is not told of a class that cannot be read', () => {
    const jar = suite(['javax.bluetooth.LocalDevice'], {
      entries: (entries) =>
        entries.map((entry) =>
          entry.path.endsWith('.class') ? { ...entry, octets: entry.octets.slice(0, 40) } : entry,
        ),
    })
    expect(needsOf(jar)).toEqual([])
  })

  it('is nothing of octets that are no package, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
        expect(needsOf(octets)).toEqual([])
      }),
    )
  })
})

describe('what a phone lacks', () => {
  it.each([
    ['the API itself', ['JSR-75', 'JSR-82'], 0],
    ['another API', ['JSR-75'], 1],
    ['none', [], 1],
    ['the very package', ['javax.bluetooth'], 0],
  ])('is told by its APIs: %s', (_, apis, lacking) => {
    expect(lackingNeeds([bluetooth], apis).length).toBe(lacking)
  })

  it('is nothing where one of several specifications will do', () => {
    const [messaging] = needsOf(suite(['javax.wireless.messaging.Message']))
    expect(messaging?.apis).toEqual(['JSR-120', 'JSR-205'])
    expect(lackingNeeds(messaging === undefined ? [] : [messaging], ['JSR-205'])).toEqual([])
  })

  it('is what a vendor’s phone has not of the packages referred to', () => {
    const needs = needsOf(suite(['com.nokia.mid.ui.FullCanvas', 'com.nokia.mid.sound.Sound']))
    expect(lackingNeeds(needs, ['com.nokia.mid.ui'])).toEqual(needs)
    expect(lackingNeeds(needs, ['com.nokia.mid.ui', 'com.nokia.mid.sound'])).toEqual([])
  })
})

it('the table is sorted, and no row stands twice', () => {
  const prefixes = apiPackages.map(({ prefix }) => prefix)
  expect(prefixes).toEqual([...new Set(prefixes)].toSorted())
})
