import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  attributeValue,
  numberedAttributes,
  parseMidletEntry,
  parsePushEntry,
  splitProfiles,
} from '../../src/wire/attributes.ts'
import type { Attribute } from '../../src/wire/attributes.ts'

const attributesOf = (...pairs: readonly (readonly [string, string])[]): readonly Attribute[] =>
  pairs.map(([name, value], index) => ({ name, value, line: index + 1, offset: index }))

// phoneME and the Nokia Java Runtime both let the last one win; PKG21 leaves it open.
test('the last of several attributes of one name counts', () => {
  const attributes = attributesOf(['A', '1'], ['B', '2'], ['A', '3'], ['a', '4'])
  expect(attributeValue(attributes, 'A')).toBe('3')
  expect(attributeValue(attributes, 'C')).toBeUndefined()
})

// PKG21 `MIDlet-<n>`.
test('the list of MIDlets ends at the first gap', () => {
  const attributes = attributesOf(
    ['MIDlet-2', 'b'],
    ['MIDlet-Name', 'n'],
    ['MIDlet-1', 'a'],
    ['MIDlet-4', 'd'],
    ['MIDlet-03', 'c'],
  )
  const numbers = numberedAttributes(attributes, 'MIDlet-')
  expect(numbers.map(({ n, attribute }) => [n, attribute.value])).toEqual([
    [1, 'a'],
    [2, 'b'],
  ])
  expect(numberedAttributes(attributes, 'MIDlet-Push-')).toEqual([])
})

test.each([
  ['Demo,/icon.png,acme.Demo', { name: 'Demo', icon: '/icon.png', className: 'acme.Demo' }],
  [' Demo , , acme.Demo ', { name: 'Demo', icon: undefined, className: 'acme.Demo' }],
  ['Ünï,,a.b.C$1', { name: 'Ünï', icon: undefined, className: 'a.b.C$1' }],
])('reads the MIDlet "%s"', (value, entry) => {
  expect(parseMidletEntry(value)).toEqual(entry)
})

test.each([
  '',
  'Demo',
  'Demo,acme.Demo',
  ',,acme.Demo',
  'Demo,,',
  'Demo,,acme/Demo',
  'Demo,,1a',
  'D,,a..b',
  'D,,a,b',
])('takes "%s" for no MIDlet', (value) => {
  expect(parseMidletEntry(value)).toBeUndefined()
})

// The first is the example of PUSH21.
test.each([
  [
    'socket://:79, com.sun.example.SampleChat, *',
    {
      connection: 'socket://:79',
      className: 'com.sun.example.SampleChat',
      allowedSender: '*',
    },
  ],
  [
    'sms://:5000,a.B,555?1*',
    { connection: 'sms://:5000', className: 'a.B', allowedSender: '555?1*' },
  ],
])('reads the push registration "%s"', (value, entry) => {
  expect(parsePushEntry(value)).toEqual(entry)
})

test.each([
  '',
  'socket://:79',
  'socket://:79,a.B',
  ',a.B,*',
  'socket://:79,a.B,',
  'socket://:79,,*',
  'a,b,c,d',
])('takes "%s" for no push registration', (value) => {
  expect(parsePushEntry(value)).toBeUndefined()
})

test('profiles are separated by blanks and nothing else', () => {
  expect(splitProfiles(' MIDP-2.1  IMP-NG ')).toEqual(['MIDP-2.1', 'IMP-NG'])
  expect(splitProfiles('MIDP-1.0,MIDP-2.0')).toEqual(['MIDP-1.0,MIDP-2.0'])
  expect(splitProfiles('')).toEqual([])
})

test('a MIDlet that is written reads as itself', () => {
  const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/)
  fc.assert(
    fc.property(word, fc.option(word, { nil: undefined }), word, (name, icon, className) => {
      const value = `${name},${icon ?? ''},${className}`
      expect(parseMidletEntry(value)).toEqual({ name, icon, className })
    }),
  )
})
