/** Everything that a trace can tell of pages. */
import type { TraceFact } from '../../src/trace/events.ts'

export const renderedFact = {
  type: 'page.rendered',
  url: 'http://ota.test/get',
  text: 'Get it',
  ways: 1,
  asked: 2,
  bytes: 300,
  unasked: ['ws://ota.test/'],
} as const

export const pageFacts: readonly TraceFact[] = [
  renderedFact,
  { ...renderedFact, screenshot: new TextEncoder().encode('png') },
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
