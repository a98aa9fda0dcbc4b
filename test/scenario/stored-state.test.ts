import { describe, expect, it } from 'vitest'
import { applyChange, emptyFlash } from '../../src/handset/flash.ts'
import { isRelative, linksOf, restoreState, storedState } from '../../src/scenario/stored-state.ts'

const offering = {
  links: new Map([
    ['demo', 'http://ota.test/demo.jad'],
    ['package', 'http://ota.test/demo.jar'],
  ]),
  suite: { vendor: 'Acme', name: 'Demo', version: '1.2.0' },
}

function restore(...suites: readonly object[]) {
  const state = storedState.parse({ suites })
  return restoreState(state, offering).reduce(applyChange, emptyFlash)
}

const least = { version: 'older', package: 'package' }

describe('the state a phone begins with', () => {
  it('is an older version of what the target offers, where nothing else is said', () => {
    expect(restore({ ...least, descriptor: 'demo' })).toEqual({
      ...emptyFlash,
      suites: [
        {
          id: 'suite.1',
          subject: { vendor: 'Acme', name: 'Demo', version: '0.0.0' },
          bytes: 10_000,
          dataBytes: 0,
          descriptorUrl: 'http://ota.test/demo.jad',
          packageUrl: 'http://ota.test/demo.jar',
          deleteNotify: undefined,
          deleteConfirm: undefined,
          midlets: [{ name: 'Demo', icon: undefined, className: 'Main' }],
          signer: undefined,
          permissions: [],
          push: [],
        },
      ],
      stores: [],
      reports: [],
      lastId: 1,
    })
  })

  it('is whatever is said, suite by suite, with records', () => {
    const signer = { domain: 'operator', subject: 'CN=Anna', root: 'CN=Root' }
    const permission = { name: 'a.b.C', interaction: 'session', highest: 'blanket' }
    const flash = restore(
      { ...least, name: 'Other', records: { scores: ['gold'], names: [] } },
      {
        vendor: 'Other',
        name: 'Game',
        version: '3.1',
        package: 'http://old.example/game.jar',
        bytes: 500,
        dataBytes: 64,
        midlets: ['Game, /icon.png, g.Game', 'Help, , g.Help'],
        push: ['socket://:7101, g.Game, *'],
        deleteNotify: 'http://old.example/d',
        deleteConfirm: 'Really?',
        signer,
        permissions: [permission],
        records: { scores: ['ä'] },
      },
    )
    expect(flash.suites.at(-1)).toEqual({
      id: 'suite.2',
      subject: { vendor: 'Other', name: 'Game', version: '3.1' },
      bytes: 500,
      dataBytes: 64,
      descriptorUrl: undefined,
      packageUrl: 'http://old.example/game.jar',
      deleteNotify: 'http://old.example/d',
      deleteConfirm: 'Really?',
      midlets: [
        { name: 'Game', icon: '/icon.png', className: 'g.Game' },
        { name: 'Help', icon: undefined, className: 'g.Help' },
      ],
      signer,
      permissions: [permission],
      push: [{ connection: 'socket://:7101', className: 'g.Game', allowedSender: '*' }],
    })
    expect(flash.stores).toEqual([
      { suiteId: 'suite.1', name: 'scores', records: [new Uint8Array([103, 111, 108, 100])] },
      { suiteId: 'suite.1', name: 'names', records: [] },
      { suiteId: 'suite.2', name: 'scores', records: [new Uint8Array([0xc3, 0xa4])] },
    ])
  })

  it.each([
    ['older', '0.0.0'],
    ['same', '1.2.0'],
    ['newer', '99.99.99'],
    ['1.0', '1.0'],
  ])('has a version that is %s', (version, expected) => {
    expect(restore({ ...least, version }).suites[0]?.subject.version).toBe(expected)
  })

  it('names the links it speaks of', () => {
    const state = storedState.parse({
      suites: [
        { ...least, descriptor: 'demo' },
        { ...least, descriptor: 'http://old.example/demo.jad' },
      ],
    })
    expect(linksOf(state)).toEqual(['demo', 'package', 'package'])
  })

  it.each([
    ['by its version alone', { vendor: 'a', name: 'b', version: 'same', package: 'demo' }, true],
    ['by its name alone', { vendor: 'a', version: '1.0', package: 'demo' }, true],
    ['by its vendor alone', { name: 'b', version: '1.0', package: 'demo' }, true],
    ['not at all', { vendor: 'a', name: 'b', version: '1.0', package: 'demo' }, false],
  ])('speaks of what the target offers %s', (_, suite, expected) => {
    expect(isRelative(storedState.parse({ suites: [suite] }))).toBe(expected)
  })

  it.each([
    ['no suite', { suites: [] }],
    ['more suites than a scenario needs', { suites: Array.from({ length: 17 }, () => least) }],
    ['a version that is none', { suites: [{ ...least, version: 'fresh' }] }],
    ['no place of the package', { suites: [{ version: 'same' }] }],
    ['a place that is none', { suites: [{ ...least, package: 'ftp://old.example/a.jar' }] }],
    ['a MIDlet that is none', { suites: [{ ...least, midlets: ['Demo'] }] }],
    ['a push entry that is none', { suites: [{ ...least, push: ['socket://:7101'] }] }],
    [
      'a permission that nobody gives',
      {
        suites: [
          { ...least, permissions: [{ name: 'a', interaction: 'sometimes', highest: 'blanket' }] },
        ],
      },
    ],
    ['a word that is none', { suites: [{ ...least, size: 5 }] }],
  ])('is refused with %s', (_, state) => {
    expect(storedState.safeParse(state).success).toBe(false)
  })
})
