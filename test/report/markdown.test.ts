import { expect, test } from 'vitest'
import markdown from '../../src/report/reporters/markdown.ts'
import { markdownCode } from '../../src/report/views/markdown-text.ts'
import { greenReport, reportInput } from './sample-run.ts'

const lines = markdown.render(reportInput()).split('\n')

test('the Markdown summary says the verdict first and has a section for each kind of outcome', () => {
  expect(lines.slice(0, 3)).toEqual(['## ota: does not conform', '', '1 of 8 checks failed.'])
  expect(lines.filter((line) => line.startsWith('### '))).toEqual([
    '### Failed',
    '### Open',
    '### Warnings',
    '### Failed as the baseline says',
    '### Not tested',
  ])
})

test('a failure in Markdown says how to see it again', () => {
  const from = lines.indexOf('#### descriptor/media-type (S01, must), 1 of 1 case')
  expect(lines.slice(from + 4, from + 10)).toEqual([
    '- Clause: MIDP2-OTA-JAD-01 A descriptor is labelled text/vnd.sun.j2me.app-descriptor.',
    '- Expected: ` text/vnd.sun.j2me.app-descriptor `',
    '- Found: ` text/plain `',
    '- Why: Phones break where descriptor/media-type is not so. Change the server.',
    '- Case: ` install/plain @ midp2-plain `',
    '- Again: ` npx ota run install/plain --target target.yaml --profile midp2-plain --seed 7 `',
  ])
})

test('a green run needs no sections', () => {
  const green = markdown.render(reportInput({ report: greenReport }))
  expect(green).not.toContain('###')
})

test.each([
  ['text/plain', '` text/plain `'],
  ['a|b', '` a\\|b `'],
  ['a `b` ``c`` d', '``` a `b` ``c`` d ```'],
  ['<img src=x>@all http://evil.test', '` <img src=x>@all http://evil.test `'],
  ['', '(empty)'],
])('%j of a target is the code span %s', (text, span) => {
  expect(markdownCode(text)).toBe(span)
})

test('what a target writes breaks no table', () => {
  const widths = lines
    .filter((line) => line.startsWith('| '))
    .map((line) => line.replaceAll('\\|', '').split('|').length)
  expect(new Set(widths)).toEqual(new Set([4, 6, 9]))
})
