import { describe, expect, it } from 'vitest'
import { linksIn } from '../../../src/handset/rules/text-links.ts'

const link = 'http://ota.test/demo.jad'

describe('links in a text', () => {
  it.each([
    ['stand alone', link, [link]],
    ['stand among words', `Install ${link} now`, [link]],
    ['stand on lines of their own', `Install:\n${link}\nBye`, [link]],
    ['may be several', `${link} https://ota.test/b`, [link, 'https://ota.test/b']],
    ['may lack their scheme behind www.', 'see www.ota.test/a', ['http://www.ota.test/a']],
    ['may be shouted', 'HTTP://OTA.TEST/A', ['HTTP://OTA.TEST/A']],
    ['take along what follows without a space', `${link}.`, [`${link}.`]],
    ['do not begin within a word', `(${link})`, []],
    ['have a host', 'http:// http:///a www.', []],
    ['have a scheme that a browser knows', 'ftp://ota.test/a wap:a ota.test/a', []],
    ['are no longer than 1024 letters', `http://ota.test/${'a'.repeat(1009)}`, []],
  ])('%s', (_, text, links) => {
    expect(linksIn(text)).toEqual(links)
  })

  it('are at most sixteen', () => {
    expect(linksIn(`${link} `.repeat(40)).length).toBe(16)
  })
})
