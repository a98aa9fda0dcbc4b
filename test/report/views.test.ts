import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { curlLine } from '../../src/report/views/curl-line.ts'
import { formatDuration } from '../../src/report/views/duration.ts'
import { wrap } from '../../src/report/views/layout.ts'
import { excerpt, printable } from '../../src/report/views/printable.ts'
import { rerunLine } from '../../src/report/views/rerun-line.ts'
import { shellOctets, shellWord } from '../../src/report/views/shell-words.ts'
import type { RecordedRequest } from '../../src/trace/events.ts'
import { sampleReport } from './sample-run.ts'

const request: RecordedRequest = {
  method: 'POST',
  url: 'http://ota.test/n?a=1&b=2',
  target: 'http://ota.test/n?a=1&b=2',
  version: '1.0',
  headers: [
    ['Host', 'ota.test'],
    ['User-Agent', "it's a phone"],
    ['Authorization', 'Basic c2VjcmV0OnNlY3JldA=='],
    ['Content-Length', '13'],
  ],
  head: new Uint8Array(),
  body: new TextEncoder().encode('900 Success\r\n'),
}

test('a curl line repeats method, target form, version, header fields and body, but no secret', () => {
  expect(curlLine(request)).toBe(
    "curl -sSig --path-as-is --http1.0 -X POST --request-target 'http://ota.test/n?a=1&b=2'" +
      " -u USER:PASSWORD -H 'User-Agent: it'\\''s a phone' -H Accept: -H Content-Type:" +
      " --data-binary $'900 Success\\r\\n' 'http://ota.test/n?a=1&b=2'",
  )
})

test('a curl line over https takes any certificate, as requests here do', () => {
  const { body: _body, ...rest } = request
  const url = 'https://ota.test/demo.jad'
  const asked = {
    ...rest,
    method: 'GET',
    url,
    target: '/demo.jad',
    headers: [],
    body: new Uint8Array(),
  }
  expect(curlLine(asked)).toBe(
    'curl -sSig --path-as-is --http1.0 -k -H Accept: -H User-Agent: https://ota.test/demo.jad',
  )
})

test('words for a shell come out of it as they went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (word) => {
      fc.pre(!word.includes('\0') && word.isWellFormed())
      const echoed = execFileSync('bash', ['-c', `printf %s ${shellWord(word)}`])
      expect(echoed.toString('utf8')).toBe(word)
    }),
    { numRuns: 30 },
  )
})

test('octets for a shell come out of it as they went in', () => {
  const octets = Uint8Array.from({ length: 255 }, (_, index) => index + 1)
  const echoed = execFileSync('bash', ['-c', `printf %s ${shellOctets(octets)}`])
  expect(Uint8Array.from(echoed)).toEqual(octets)
})

test.each([
  [0, '0 ms'],
  [999.6, '1000 ms'],
  [2140, '2.1 s'],
  [200_000, '3 min 20 s'],
  [3_600_000, '1 h'],
  [1_220_400_000, '14 d 3 h'],
])('%d ms read as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

test('printable text holds one line without controls, whatever it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
    }),
  )
  expect(printable('Größe 日本 a\u001B[0m\u202Eb\r\n')).toBe('Größe 日本 a\\x1B[0m\\u{202E}b\\r\\n')
})

test('an excerpt is never longer than asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, max) => {
      expect(excerpt(text, max).length).toBeLessThanOrEqual(max)
    }),
  )
  expect(excerpt('abcdef', 4)).toBe('abc…')
})

test('wrapped text keeps its words and its width', () => {
  expect(wrap('one two  three\nfour http://a-long-word.test/ x', 10)).toEqual([
    'one two',
    'three four',
    'http://a-long-word.test/',
    'x',
  ])
})

test.each([
  [
    { command: 'run', fault: 'jar-size-stale' },
    'run install/plain --fault jar-size-stale --profile midp2-plain --seed 7',
  ],
  [
    { command: 'check', target: 'http://h/a?b&c' },
    "run install/plain --target 'http://h/a?b&c' --profile midp2-plain --seed 7",
  ],
  [{ command: 'judge' }, 'judge TRACE'],
] as const)('%j is played again by npx ota %s', (invocation, words) => {
  const [one] = sampleReport.cases
  if (one === undefined) throw new TypeError('the sample has no case')
  expect(rerunLine(one, sampleReport, invocation)).toBe(`npx ota ${words}`)
})
