import { describe, expect, it } from 'vitest'
import { answerPage } from '../../src/scenario/answer-page.ts'
import { playText } from '../run/play-text.ts'

const open = 'steps:\n  - open: { link: demo }\n  - await: { event: page.shown }'

/** What a user does who is shown this page. */
async function answerTo(page: string) {
  const { trace } = await playText(open, () => ({
    status: 200,
    headers: [['Content-Type', 'text/html']],
    body: new TextEncoder().encode(page),
  }))
  return answerPage(trace.events)
}

describe('a user at a page', () => {
  it.each([
    [
      'goes on by the link to something to install',
      '<a href="about">About</a><a href="a.jad">Get</a>',
      { answer: 'accept', chosen: 'http://ota.test/suites/a.jad' },
    ],
    [
      'goes on by the only link there is',
      '<a href="about">About</a>',
      { answer: 'accept', chosen: 'http://ota.test/suites/about' },
    ],
    [
      'leaves where several links lead to nobody knows what',
      '<a href="about">About</a><a href="more">More</a>',
      { answer: 'refuse' },
    ],
    [
      'waits where the page goes on by itself',
      '<meta http-equiv="refresh" content="9;url=on"><a href="about">About</a><a href="more">More</a>',
      undefined,
    ],
  ])('%s', async (_, page, expected) => {
    expect(await answerTo(page)).toEqual(expected)
  })
})
