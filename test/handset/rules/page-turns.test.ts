import { describe, expect, test } from 'vitest'
import {
  isBeyond,
  pageFact,
  pageQuestion,
  refreshOf,
  turnPage,
  wayOf,
} from '../../../src/handset/rules/page-turns.ts'
import type { PageFind } from '../../../src/handset/rules/browsing.ts'
import { strict } from '../../../src/handset/personalities/strict.ts'

const way = { url: 'http://ota.test/a.jad', text: 'A', installs: true }
const refresh = { url: 'http://ota.test/b', ms: 5000 }
const page: PageFind = {
  kind: 'page',
  url: 'http://ota.test/get',
  page: 'wml',
  bytes: 17,
  title: undefined,
  ways: [way],
  refresh: undefined,
}
const deadEnd = { kind: 'dead end', reason: 'no', cancelled: false } as const

describe('the user of a page', () => {
  test.each([
    [{ answer: 'accept', chosen: way.url }, way.url],
    [{ answer: 'accept', chosen: 'http://elsewhere.test/' }, undefined],
    [{ answer: 'accept' }, undefined],
    [{ answer: 'refuse', chosen: way.url }, undefined],
    [{}, undefined],
  ] as const)('who does %j goes on to %s', (answer, url) => {
    expect(wayOf(page, { type: 'user.answered', ...answer })).toBe(url)
  })

  test('cannot go on from what is no page', () => {
    const answer = { type: 'user.answered', answer: 'accept', chosen: way.url } as const
    expect([wayOf(undefined, answer), wayOf(deadEnd, answer)]).toEqual([undefined, undefined])
  })

  test('gives up after so many pages as a user has patience for', () => {
    expect([4, 5].map((pages) => isBeyond({ pages }, strict.browser))).toEqual([false, true])
  })
})

describe('the trace', () => {
  test('tells what is shown and asked', () => {
    expect([pageFact(page), pageQuestion(page)]).toEqual([
      { type: 'page.shown', url: page.url, page: 'wml', bytes: 17, links: [way] },
      { type: 'prompt.shown', prompt: 'page', text: 'http://ota.test/get: which link?' },
    ])
  })

  test('tells the title, and where the page goes by itself', () => {
    const whole = { ...page, title: 'Get it', refresh }
    expect([pageFact(whole), pageQuestion(whole)]).toMatchObject([
      { title: 'Get it', refresh },
      { text: 'Get it: which link?' },
    ])
  })

  test('is not told of a page that is not there', () => {
    expect(() => pageFact(deadEnd)).toThrow('no page is shown')
  })
})

test('a page is turned by going on, or stays', () => {
  expect([
    turnPage({ url: 'a', pages: 1 }, 'b'),
    turnPage({ url: 'a', pages: 1 }, undefined),
  ]).toEqual([
    { url: 'b', pages: 2 },
    { url: 'a', pages: 2 },
  ])
})

test('only a page goes on by itself', () => {
  expect([refreshOf({ ...page, refresh }), refreshOf(page), refreshOf(deadEnd)]).toEqual([
    refresh,
    undefined,
    undefined,
  ])
})
