import { expect, test } from 'vitest'
import markdown from '../../src/report/reporters/markdown.ts'
import terminal from '../../src/report/reporters/terminal.ts'
import type { RunReport } from '../../src/run/report-model.ts'
import { greenReport, reportInput } from './sample-run.ts'

const report: RunReport = {
  ...greenReport,
  matrix: [
    { platform: 'midp', family: 'java', by: 'link', ends: { installed: 12, 'dead-end': 1 } },
    { platform: 'midp', family: 'java', by: 'si', ends: { installed: 3 } },
    { platform: 'symbian', family: 'symbian-9', by: 'si', ends: { 'dead-end': 2 } },
  ],
  platformRules: [
    {
      rule: 'a',
      title: 'A Symbian phone opens a WAP push by its WAP access point',
      source: 'DME',
      shown: 2,
      broken: 0,
      evidence: { case: 'n/wap @ n95', by: 'si', outcome: 'dead-end', at: 7, reason: 'a wall' },
    },
    {
      rule: 'b',
      title: 'A Java phone takes WAP push',
      source: 'DME',
      shown: 2,
      broken: 1,
      evidence: { case: 'p/si @ n6300', by: 'si', outcome: 'dropped', at: 3 },
    },
    { rule: 'c', title: 'A Java phone takes no text', source: 'DME', shown: 0, broken: 0 },
  ],
}

const from = (text: string, start: string) => text.slice(text.indexOf(start)).trimEnd().split('\n')

test('the terminal shows platform by bearer by outcome, and each rule with a case that shows it', () => {
  expect(from(terminal.render(reportInput({ report })), 'LINKS')).toEqual([
    'LINKS BY PLATFORM, BY HOW THEY CAME, AND WHAT CAME OF THEM',
    '  phone           link came by  installed  dead-end',
    '  Java phone      link                 12         1',
    '                  WAP push, SI          3         ·',
    '  Symbian from 9  WAP push, SI          ·         2',
    '',
    'RULES OF PLATFORMS, AND WHERE EACH IS SEEN',
    '  - A Symbian phone opens a WAP push by its WAP access point: shown by 2 links',
    '      n/wap @ n95',
    '  - A Java phone takes WAP push: not true of 1 of 3 links',
    '      p/si @ n6300',
  ])
})

test('it says what happened there, and who says so, to those who want more', () => {
  const rules = from(terminal.render(reportInput({ report, verbose: true })), 'RULES')
  expect(rules.slice(1, 4)).toEqual([
    '  - A Symbian phone opens a WAP push by its WAP access point: shown by 2 links',
    '      n/wap @ n95',
    '      WAP push, SI: dead-end, a wall (DME)',
  ])
  expect(rules.slice(7, 9)).toEqual([
    '  - A Java phone takes no text: not seen here',
    '      (DME)',
  ])
})

test('Markdown has the same as two tables', () => {
  expect(from(markdown.render(reportInput({ report })), '### Platforms').slice(0, 13)).toEqual([
    '### Platforms',
    '',
    '| phone | link came by | installed | dead-end |',
    '| --- | --- | --- | --- |',
    '| Java phone | link | 12 | 1 |',
    '|  | WAP push, SI | 3 | · |',
    '| Symbian from 9 | WAP push, SI | · | 2 |',
    '',
    '| rule |  | case | what happened (who says so) |',
    '| --- | --- | --- | --- |',
    '| A Symbian phone opens a WAP push by its WAP access point | shown by 2 links | ` n/wap @ n95 ` | WAP push, SI: dead-end, a wall (DME) |',
    '| A Java phone takes WAP push | not true of 1 of 3 links | ` p/si @ n6300 ` | WAP push, SI: dropped (DME) |',
    '| A Java phone takes no text | not seen here |  | (DME) |',
  ])
})

test.each([
  [
    'one platform that was sent nothing',
    [{ platform: 'midp', family: 'java', by: 'page', ends: {} }],
  ],
  ['no link', undefined],
] satisfies readonly (readonly [string, RunReport['matrix']])[])(
  'there is no matrix of %s',
  (_, matrix) => {
    const { matrix: _was, ...rest } = report
    const input = reportInput({ report: matrix === undefined ? rest : { ...rest, matrix } })
    expect(terminal.render(input)).not.toContain('PLATFORM')
    expect(markdown.render(input)).not.toContain('### Platforms')
  },
)
