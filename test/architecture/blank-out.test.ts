import { expect, test } from 'vitest'
import { blankOut } from './blank-out.ts'

test.each([
  ['a line comment', 'a // b\nc', 'a     \nc'],
  ['a block comment over lines', 'a /* b\nc */ d', 'a     \n     d'],
  ['a string', "x('fetch(')", "x('      ')"],
  ['a string with an escaped quote', String.raw`'a\'b' + c`, "'    ' + c"],
  ['a comment mark inside a string', "'// no' + a", "'     ' + a"],
  ['a template but not what it holds', '`a ${b} c` + d', '`  ${b}  ` + d'],
  ['a template in a template', '`a${`b${c}`}d` + e', '` ${` ${c}`} ` + e'],
  ['a template with braces in what it holds', '`a${{ b: 1 }}c` + d', '` ${{ b: 1 }} ` + d'],
  ['a regular expression with a quote', "/it's/.test(a) || 'b'", "/    /.test(a) || ' '"],
  ['a regular expression with a slash in a class', "(/[/']/, a)", '(/    /, a)'],
])('blanks %s', (_what, text, blanked) => {
  expect(blankOut(text, { strings: true })).toBe(blanked)
})

test('leaves divisions alone', () => {
  expect(blankOut("a / b; c / 'd'", { strings: true })).toBe("a / b; c / ' '")
})

test('leaves strings alone when only comments are to go', () => {
  expect(blankOut("from 'x' // 'y'", { strings: false })).toBe("from 'x'       ")
})
