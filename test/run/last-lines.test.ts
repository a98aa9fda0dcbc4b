import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastLines } from '../../src/run/last-lines.ts'

test('lines are those of the text, without the end of the last', () => {
  expect(lastLines('a\r\nb\n')).toEqual({ lines: ['a', 'b'], cut: false })
  expect(lastLines('')).toEqual({ lines: [], cut: false })
})

test('of a long text the end is left', () => {
  const { lines, cut } = lastLines(`${'a\n'.repeat(300)}b`)
  expect([lines.length, lines.at(-1), cut]).toEqual([200, 'b', true])
})

test('of a long line the beginning is left', () => {
  const { lines, cut } = lastLines('a'.repeat(501))
  expect([lines.map((line) => line.length), cut]).toEqual([[500], true])
})

test('no text grows', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 5000 }), (text) => {
      const { lines } = lastLines(text)
      expect(lines.length <= 200 && lines.join('\n').length <= text.length).toBe(true)
    }),
  )
})
