import { expect, test } from 'vitest'
import { formatTrace, hashTrace, parseTrace } from '../../src/trace/jsonl.ts'
import type { TraceFact } from '../../src/trace/events.ts'
import { octets, traceOf } from './sample-trace.ts'

const rendered = {
  type: 'page.rendered',
  url: 'http://ota.test/get',
  text: 'Get it',
  ways: 1,
  asked: 2,
  bytes: 300,
  unasked: ['ws://ota.test/'],
} as const

const everyFact: readonly TraceFact[] = [
  rendered,
  { ...rendered, screenshot: octets('png') },
  { type: 'page.unrendered', url: 'http://ota.test/get', why: 'no-browser', reason: 'none here' },
  {
    type: 'page.shown',
    url: 'http://ota.test/get',
    page: 'html',
    bytes: 12,
    title: 'Get',
    links: [{ url: 'http://ota.test/demo.jad', text: 'Demo', installs: true }],
    refresh: { url: 'http://ota.test/next', ms: 500 },
  },
  { type: 'page.left', to: 'http://ota.test/next' },
  { type: 'page.left' },
]

test('what a trace tells of pages is read as it was written, pictures octet for octet', () => {
  const trace = traceOf(...everyFact)
  expect(parseTrace(formatTrace(trace))).toEqual(trace)
})

test('pictures of pages are no part of the hash of a trace, what there is to read is', () => {
  const hash = hashTrace(traceOf(rendered))
  expect(hashTrace(traceOf({ ...rendered, screenshot: octets('png') }))).toBe(hash)
  expect(hashTrace(traceOf({ ...rendered, text: 'x' }))).not.toBe(hash)
})
