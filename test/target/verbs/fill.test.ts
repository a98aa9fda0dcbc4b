import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fill, placeholdersOf } from '../../../src/target/verbs/fill.ts'

test('names every placeholder in order, and one without end so that nobody knows it', () => {
  expect(placeholdersOf('a ${app} to ${handset.msisdn} or ${lin')).toEqual([
    'app',
    'handset.msisdn',
    'lin…',
  ])
})

test('fills in what has a value, encoded for its place, and never twice', () => {
  const values = { app: 'a b', link: '${app}' }
  expect(fill('${app} ${link} ${other}', values)).toBe('a b ${app} ${other}')
  expect(fill('?a=${app}', values, encodeURIComponent)).toBe('?a=a%20b')
})

test('any text is itself again when its placeholders have their own names', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const own = Object.fromEntries(placeholdersOf(text).map((name) => [name, `\${${name}}`]))
      expect(fill(text, own)).toBe(text)
    }),
  )
})
