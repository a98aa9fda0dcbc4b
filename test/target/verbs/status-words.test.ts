import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readState } from '../../../src/target/verbs/status-words.ts'
import { parseTarget } from '../../../src/target/target.ts'
import { complaintOf } from '../../complaint.ts'

const words = {
  waiting: ['waiting for download', 'not installed'],
  downloaded: ['downloaded, waiting'],
  installed: ['installed'],
} as const

describe('what a server says of an installation', () => {
  it.each([
    ['Waiting for download', 'waiting'],
    ['{"state":"DOWNLOADED, WAITING for verification"}', 'downloaded'],
    ['<td>Installed</td>', 'installed'],
    ['not installed', 'waiting'],
    ['unknown device', undefined],
    ['', undefined],
  ])('%s means %s', (said, state) => {
    expect(readState(said, words)).toBe(state)
  })

  test('any text means one of the states or none', () => {
    fc.assert(
      fc.property(fc.string(), (said) => {
        expect([undefined, 'waiting', 'downloaded', 'installed']).toContain(readState(said, words))
      }),
    )
  })
})

const file = (status: string) =>
  `links: { demo: "http://ota.test/a" }\nverbs: { status: ${status} }\n`

describe('the verb status', () => {
  it('is a request or a program, and says what the words of the server mean', () => {
    const text = file(
      '{ exec: [./status.sh, "${app}"], shows: { waiting: open, downloaded: [sent, fetched], installed: done } }',
    )
    expect(parseTarget(text, 'target.yaml').verbs?.by.status).toEqual({
      by: 'exec',
      words: ['./status.sh', '${app}'],
      timeoutMs: 30_000,
      shows: { waiting: ['open'], downloaded: ['sent', 'fetched'], installed: ['done'] },
    })
  })

  const shows = 'shows: { waiting: a, downloaded: b, installed: c }'

  it.each([
    [
      '{ exec: [a] }',
      '2:18: verbs.status.shows: Invalid input: expected object, received undefined',
    ],
    [`{ ${shows} }`, '2:18: verbs.status: exactly one of http and exec'],
    [`{ manual: Look, ${shows} }`, '2:20: verbs.status: Unrecognized key: "manual"'],
    [
      '{ exec: [a], shows: { waiting: a, downloaded: b, installed: [c, B] } }',
      '2:64: verbs.status.shows.downloaded: Unexpected "b" in two places, expected it to mean one thing',
    ],
    [
      '{ exec: [a], shows: { waiting: a, dowloaded: b, installed: c } }',
      '2:52: verbs.status.shows: Unrecognized key: "dowloaded"',
    ],
    [
      `{ exec: ["\${ap}"], ${shows} }`,
      '2:27: verbs.status.exec.0: Unexpected placeholder ${ap}, expected ${app}, ${link}, ${handset.msisdn}',
    ],
  ])('is refused as %s', (status, message) => {
    const complaint = complaintOf(() => parseTarget(file(status), 'target.yaml'))
    expect(complaint.message).toBe(`target.yaml:${message}`)
  })
})
