import { describe, expect, it } from 'vitest'
import { readContents } from '../../../src/handset/rules/suite-contents.ts'
import type { Attribute } from '../../../src/wire/attributes.ts'

function make(attributes: Readonly<Record<string, string>>): readonly Attribute[] {
  return Object.entries(attributes).map(([name, value]) => ({ name, value, line: 1, offset: 0 }))
}

const identity = { 'MIDlet-Vendor': 'Acme', 'MIDlet-Name': 'Demo', 'MIDlet-Version': '1.0' }

describe('the contents of a suite', () => {
  it('are those of the descriptor, and of the manifest where the descriptor is silent', () => {
    const descriptor = make({
      ...identity,
      'MIDlet-Data-Size': '512',
      'MIDlet-1': 'Demo, /icon.png, acme.Demo',
      'MIDlet-2': 'Help, , acme.Help',
    })
    const manifest = make({
      ...identity,
      'MIDlet-Data-Size': '1024',
      'MIDlet-1': 'Other, , acme.Other',
      'MIDlet-Push-1': 'socket://:7101, acme.Demo, *',
      'MIDlet-Delete-Notify': 'http://ota.test/d',
      'MIDlet-Delete-Confirm': 'Really?',
    })
    expect(readContents(descriptor, manifest)).toEqual({
      subject: { vendor: 'Acme', name: 'Demo', version: '1.0' },
      dataBytes: 512,
      deleteNotify: 'http://ota.test/d',
      deleteConfirm: 'Really?',
      midlets: [
        { name: 'Demo', icon: '/icon.png', className: 'acme.Demo' },
        { name: 'Help', icon: undefined, className: 'acme.Help' },
      ],
      push: [{ connection: 'socket://:7101', className: 'acme.Demo', allowedSender: '*' }],
    })
  })

  it('are nothing where nothing is said', () => {
    expect(readContents([], [])).toEqual({
      subject: { vendor: '', name: '', version: '' },
      dataBytes: 0,
      deleteNotify: undefined,
      deleteConfirm: undefined,
      midlets: [],
      push: [],
    })
  })

  it('count no data where a package without descriptor says nonsense', () => {
    expect(readContents([], make({ 'MIDlet-Data-Size': 'lots' })).dataBytes).toBe(0)
  })
})
