import { expect, test } from 'vitest'
import { killMatrixFormats } from '../../src/cli/kill-matrix-formats.ts'
import { findFormat, paper } from '../../src/cli/report-wishes.ts'
import type { KillMatrix } from '../../src/run/kill-matrix.ts'

const page = { ...paper, verbose: false }

const exact = {
  fault: 'jad-as-plain-text',
  title: 'labels descriptors as text/plain',
  breaks: ['descriptor/media-type'],
  failed: ['descriptor/media-type'],
  missed: [],
  unrelated: [],
  errors: 0,
}

const unproven: KillMatrix = {
  rows: [
    exact,
    {
      fault: 'redirect-loop',
      title: 'redirects | for ever',
      breaks: ['http/redirects'],
      failed: ['http/framing'],
      missed: ['http/redirects'],
      unrelated: ['http/framing'],
      errors: 2,
    },
  ],
  kills: [
    { check: 'descriptor/media-type', faults: ['jad-as-plain-text'] },
    { check: 'http/framing', faults: [] },
    { check: 'http/redirects', faults: [] },
  ],
  unproven: ['http/framing', 'http/redirects'],
  unexercised: ['http/redirects'],
  red: ['http/framing'],
  proven: false,
}

const proven: KillMatrix = {
  rows: [exact],
  kills: [{ check: 'descriptor/media-type', faults: ['jad-as-plain-text'] }],
  unproven: [],
  unexercised: [],
  red: [],
  proven: true,
}

function linesOf(format: string, matrix: KillMatrix): readonly string[] {
  return findFormat(format, killMatrixFormats)(matrix, page).split('\n')
}

test('the Markdown of a self-test has every check with its faults, and every fault', () => {
  expect(linesOf('markdown', unproven)).toEqual([
    '# Kill matrix: not proven',
    '',
    '1 of 3 checks killed by 2 faults of the reference server. A check is killed by a fault that it was made to see and that it fails for.',
    '',
    '- Unproven, no fault kills them: http/framing, http/redirects',
    '- Unexercised, they judged nothing: http/redirects',
    '- Red, they fail on the server without a fault: http/framing',
    '- Faults that did not break exactly what they should: redirect-loop (missed by http/redirects; also fails http/framing; errors in 2 cases)',
    '',
    '## Checks',
    '',
    '| check | killed by |',
    '| --- | --- |',
    '| descriptor/media-type | jad-as-plain-text |',
    '| http/framing | nothing |',
    '| http/redirects | nothing |',
    '',
    '## Faults',
    '',
    '| fault | the server | breaks |',
    '| --- | --- | --- |',
    '| jad-as-plain-text | labels descriptors as text/plain | descriptor/media-type |',
    '| redirect-loop | redirects \\| for ever | http/redirects |',
    '',
  ])
})

test('on a terminal a self-test tells only of the faults that went wrong', () => {
  expect(linesOf('terminal', proven)).toEqual(['PROVEN: 1 of 1 check killed by 1 fault', ''])
  expect(linesOf('terminal', unproven).slice(0, 6)).toEqual([
    'NOT PROVEN: 1 of 3 checks killed by 2 faults',
    '  Unproven     http/framing',
    '               http/redirects',
    '  Unexercised  http/redirects',
    '  Red          http/framing',
    '',
  ])
})
