import { describe, expect, it } from 'vitest'
import { wapWall } from '../../src/handset/access-point.ts'
import { tellAttempts } from '../../src/run/tell-attempts.ts'
import type { TraceFact } from '../../src/trace/events.ts'
import { exchanged, jadUrl, traceOf } from '../check/trace-builder.ts'
import { playText } from './play-text.ts'

const opened: TraceFact = { type: 'link.opened', url: jadUrl }
const installed: TraceFact = { type: 'install.settled', outcome: 'installed', reason: 'installed' }
const refused: TraceFact = { type: 'install.settled', outcome: 'refused', reason: 'too large' }
const page: TraceFact = { type: 'page.shown', url: jadUrl, page: 'html', bytes: 9, links: [] }

const accepted = (octets: string): TraceFact => ({
  type: 'message.accepted',
  message: '1',
  bearer: 'smsc',
  sender: 'acme',
  from: '1',
  to: '2',
  carrier: 'sms',
  dataCoding: 4,
  udh: new Uint8Array(),
  octets: Uint8Array.from(Buffer.from(octets, 'hex')),
})
const dropped: TraceFact = {
  type: 'push.discarded',
  messages: ['1'],
  rule: 'no-wap-push',
  reason: 'takes none',
}
const tellDropped = (by: string) => [
  { by, outcome: 'dropped', at: 2, reason: 'takes none', rule: 'no-wap-push' },
]

describe('of every link is told', () => {
  it.each([
    [
      'that it led to an installation',
      [opened, installed],
      [{ by: 'link', outcome: 'installed', at: 2 }],
    ],
    [
      'why it did not',
      [opened, refused],
      [{ by: 'link', outcome: 'refused', at: 2, reason: 'too large' }],
    ],
    [
      'that it led to an installation, whatever page is offered in the end',
      [opened, installed, page],
      [{ by: 'link', outcome: 'installed', at: 2 }],
    ],
    ['that nothing came of it', [opened], [{ by: 'link', outcome: 'unfinished', at: 1 }]],
    [
      'that a page led on',
      [opened, page, installed],
      [{ by: 'page', outcome: 'installed', at: 3 }],
    ],
    [
      'that a message brought it, whatever it led to',
      [{ ...opened, by: 'sl' }, page, installed],
      [{ by: 'sl', outcome: 'installed', at: 3 }],
    ],
    [
      'each by itself',
      [opened, opened, installed, { ...opened, by: 'text' }, refused],
      [
        { by: 'link', outcome: 'unfinished', at: 1 },
        { by: 'link', outcome: 'installed', at: 3 },
        { by: 'text', outcome: 'refused', at: 5, reason: 'too large' },
      ],
    ],
    [
      'what was reported of it last',
      [
        opened,
        installed,
        { type: 'report.queued', id: 'a', kind: 'install', url: jadUrl, code: 902 },
        { type: 'report.queued', id: 'b', kind: 'delete', url: jadUrl, code: 912 },
        { type: 'report.queued', id: 'c', kind: 'download', url: jadUrl, code: 900 },
      ],
      [{ by: 'link', outcome: 'installed', at: 2, report: 902 }],
    ],
    ['no more than there is', [installed, page], []],
  ] satisfies readonly (readonly [string, readonly TraceFact[], readonly object[]])[])(
    '%s',
    (_, facts, attempts) => {
      expect(tellAttempts(traceOf(facts))).toEqual(attempts)
    },
  )

  it('that the WAP access point ended it', () => {
    const walled = exchanged({ status: 'none', network: { did: wapWall, reachedTarget: false } })
    const end = { type: 'install.settled', outcome: 'dead-end', reason: 'no answer came' } as const
    expect(tellAttempts(traceOf([{ ...opened, by: 'si' }, walled, end]))).toEqual([
      { by: 'si', outcome: 'dead-end', at: 3, reason: wapWall },
    ])
  })
})

describe('of every message that was dropped is told', () => {
  it.each([
    ['si', '010603ae81ea'],
    ['sl', '010603b081ea'],
    ['si', 'ff'],
  ])('that it was an %s, by its first octets %s', (by, octets) => {
    expect(tellAttempts(traceOf([accepted(octets), dropped]))).toEqual([
      { ...tellDropped(by)[0], at: 2 },
    ])
  })

  it('that it was what the phone read', async () => {
    const { trace } = await playText(
      "steps:\n  - push: { text: 'Here: ${link}' }\n  - receive: { as: discarded }",
    )
    expect(tellAttempts(trace)).toMatchObject([
      { by: 'text', outcome: 'dropped', rule: 'link-in-text' },
    ])
  })
})
