import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compareVersions,
  formatVersion,
  parseVersion,
  parseVersionLoosely,
} from '../../src/wire/version.ts'

// Accepted and refused forms: PKG21 "MIDlet-Version".
test.each([
  ['1.0', { major: 1, minor: 0, micro: 0 }],
  ['2.1.16', { major: 2, minor: 1, micro: 16 }],
  ['01.09.00', { major: 1, minor: 9, micro: 0 }],
  ['99.99.99', { major: 99, minor: 99, micro: 99 }],
])('reads version %s', (text, version) => {
  expect(parseVersion(text)).toEqual(version)
})

// 1.0.205 stands in a descriptor found in the field.
test.each([
  '',
  '1',
  '1.',
  '.1',
  '1.0.',
  '1.0.0.0',
  '1.0.205',
  '100.0',
  '-1.0',
  '+1.0',
  '1.0 ',
  '1.0b',
  '１.０',
])('takes "%s" for no version', (text) => {
  expect(parseVersion(text)).toBeUndefined()
})

test.each([
  ['1', { major: 1, minor: 0, micro: 0 }],
  ['1.0.205', { major: 1, minor: 0, micro: 205 }],
  ['2147483647.0', { major: 2_147_483_647, minor: 0, micro: 0 }],
])('two implementations read %s', (text, read) => {
  expect(parseVersionLoosely(text)).toEqual(read)
})

test.each(['', '.', '1.', '.1', '1..0', '1.0.0.0', '1.0b', '-1.0', '2147483648', '99999999999.0'])(
  'nobody reads "%s"',
  (text) => {
    expect(parseVersionLoosely(text)).toBeUndefined()
  },
)

test('what is a version by the book is the same one loosely', () => {
  fc.assert(
    fc.property(version, (value) => {
      expect(parseVersionLoosely(formatVersion(value))).toEqual(value)
    }),
  )
})

const version = fc.record({
  major: fc.nat(99),
  minor: fc.nat(99),
  micro: fc.nat(99),
})

test('a version that is written reads as itself', () => {
  fc.assert(
    fc.property(version, (value) => {
      expect(parseVersion(formatVersion(value))).toEqual(value)
    }),
  )
})

test('later is decided by the first part that differs', () => {
  const order = ['0.9.9', '1.0.0', '1.0.1', '1.1.0', '1.10.0', '2.0.0'].map((text) => {
    const value = parseVersion(text)
    return value === undefined ? [] : [value]
  })
  const versions = order.flat()
  const compared = versions.flatMap((a, i) =>
    versions.map((b, k) => compareVersions(a, b) === Math.sign(i - k)),
  )
  expect(compared).toEqual(compared.map(() => true))
})

test('1.0 is the same version as 1.0.0', () => {
  const short = parseVersion('1.0')
  const long = parseVersion('01.00.00')
  expect(short && long && compareVersions(short, long)).toBe(0)
})
