/** Links for one phone on phones that install native packages: they lead to the package at once. */
import { describe, expect, it } from 'vitest'
import type { Check } from '../../../src/check/check.ts'
import afterACut from '../../../src/check/checks/native/after-a-cut.ts'
import headAsGet from '../../../src/check/checks/native/head-as-get.ts'
import afterAnotherOrder from '../../../src/check/checks/ticket/after-another-order.ts'
import deadWhenCancelled from '../../../src/check/checks/ticket/dead-when-cancelled.ts'
import goodUntilTheEnd from '../../../src/check/checks/ticket/good-until-the-end.ts'
import headUsesNothing from '../../../src/check/checks/ticket/head-uses-nothing.ts'
import keptByNoCache from '../../../src/check/checks/ticket/kept-by-no-cache.ts'
import latePackage from '../../../src/check/checks/ticket/late-package.ts'
import refusalIsClear from '../../../src/check/checks/ticket/refusal-is-clear.ts'
import refusedAfterTheEnd from '../../../src/check/checks/ticket/refused-after-the-end.ts'
import runningTransferEnds from '../../../src/check/checks/ticket/running-transfer-ends.ts'
import { packClient, specsOf } from '../../../src/reference/native/packages.ts'
import type { Policies } from '../../../src/trace/policies.ts'
import type { Header } from '../../../src/trace/events.ts'
import { caseFacts, exchanged, findings, traceOf } from '../trace-builder.ts'
import type { ExchangeSketch, SketchedFact } from '../trace-builder.ts'
import { lifetimeMs, link, links, number, ordered } from './ticket-trace.ts'

const body = packClient('sisx', specsOf({ major: 1, minor: 2, build: 0 }))
const kept: readonly Header[] = [
  ['Cache-Control', 'private'],
  ['ETag', '"a"'],
]

const opened = (at: number, sketch: ExchangeSketch = {}) =>
  exchanged({ purpose: 'package', url: link, headers: kept, body, at, startedAt: at, ...sketch })

const gone = { status: 404, body: '' } as const
const failed = { status: 500, body: '' } as const

function told(
  check: Check,
  facts: readonly SketchedFact[],
  policies: Policies = {},
): readonly string[] {
  const { profile, target } = caseFacts()
  const trace = traceOf(facts, {
    profile: {
      ...profile,
      platform: 'symbian',
      symbian: { edition: 's60-3rd', osVersion: '9.1', productUids: ['0x101F7961'] },
    },
    target: { ...target, ticketLifetimeMs: lifetimeMs, policies },
  })
  return findings(check, trace).map(({ verdict, reason }) => `${verdict}: ${reason}`)
}

const changed = { status: 416, body: '' } as const
const rest: readonly Header[] = [['Range', 'bytes=4000-']]
const cut = opened(1000, { failure: { cause: 'no-coverage', detail: 'coverage was lost' } })
const cancelled: SketchedFact = { type: 'ticket.cancelled', app: 'demo', to: number, at: 2000 }
const late = lifetimeMs + 6_000
const truncated = { cause: 'truncated', detail: '100 of 200 octets' } as const
const lost = { cause: 'no-coverage', detail: 'cut' } as const
const restAsked: ExchangeSketch = { requestHeaders: [['Range', 'bytes=100-']] }

const another = ordered(2000, links[1])

describe('a link for one native phone', () => {
  it.each([
    [
      'is good until its end',
      goodUntilTheEnd,
      [...ordered(0), opened(60_000)],
      'pass: the link was good 540 s before its end',
    ],
    [
      'may be used up by the package it led to',
      goodUntilTheEnd,
      [...ordered(0), opened(1000), opened(60_000, gone)],
      'pass: the link was good 599 s before its end',
    ],
    [
      'is not over before',
      goodUntilTheEnd,
      [...ordered(0), opened(60_000, gone)],
      'fail: Unexpected status 404 540 s before the end of the link, expected what it leads to.',
    ],
    [
      'is not judged by the rest of another version',
      goodUntilTheEnd,
      [
        ...ordered(0),
        opened(60_000, { status: 412, body: '', requestHeaders: [['If-Match', '"b"']] }),
      ],
      'not-applicable: no link that was made for one phone was opened within ticketLifetime of the target file',
    ],
    [
      'is not used up by HEAD, which S60 asks with first',
      headUsesNothing,
      [...ordered(0), opened(1000, { method: 'HEAD', body: '' }), opened(2000, gone)],
      'fail: Unexpected status 404 after HEAD of the link, expected what it leads to.',
    ],
    [
      'may be as good as before once another was ordered',
      afterAnotherOrder,
      [...ordered(0), ...another, opened(60_000)],
      'pass: the older link is as good as before',
    ],
    [
      'may be over once another was ordered',
      afterAnotherOrder,
      [...ordered(0), ...another, opened(60_000, gone)],
      'pass: status 404: the older link is over',
    ],
    [
      'does not fail once another was ordered',
      afterAnotherOrder,
      [...ordered(0), ...another, opened(60_000, failed)],
      'fail: Unexpected status 500 for a link after another order, expected the client, 404 or 410.',
    ],
    [
      'says nothing of another order where there was none',
      afterAnotherOrder,
      [...ordered(0), opened(60_000)],
      'not-applicable: no link for one phone was opened after another order for the same phone',
    ],
    [
      'leads to a package that no cache keeps for others',
      keptByNoCache,
      [...ordered(0), opened(60_000)],
      'pass: "Cache-Control: private"',
    ],
    [
      'leads to no package that anybody may keep',
      keptByNoCache,
      [...ordered(0), opened(60_000, { headers: [['ETag', '"a"']] })],
      'fail: Unexpected no Cache-Control, expected Cache-Control: private or no-store.',
    ],
    [
      'leads to a package that can go on though it is not to be stored',
      keptByNoCache,
      [...ordered(0), opened(60_000, { headers: [['Cache-Control', 'no-store']] })],
      'fail: Unexpected "Cache-Control: no-store" without ETag and Last-Modified, expected a version to go on by.',
    ],
    [
      'is dead once its order is cancelled, for the program that asks with HEAD too',
      deadWhenCancelled,
      [...ordered(0), cancelled, opened(60_000, { method: 'HEAD', ...gone })],
      'pass: status 404 after the order was cancelled',
    ],
    [
      'is not judged by a server that knows no HEAD',
      deadWhenCancelled,
      [
        ...ordered(0),
        cancelled,
        opened(50_000, { method: 'HEAD', status: 405, body: '' }),
        opened(60_000, gone),
      ],
      'pass: status 404 after the order was cancelled',
    ],
    [
      'gives not even the rest of a package once its order is cancelled',
      deadWhenCancelled,
      [...ordered(0), cut, cancelled, opened(60_000, { status: 206, requestHeaders: rest })],
      'fail: Unexpected a descriptor or package with status 206 after the order was cancelled, expected nothing to install.',
    ],
    [
      'is not taken for dead by what the phone asks anew',
      deadWhenCancelled,
      [...ordered(0), cut, cancelled, opened(60_000, { ...changed, requestHeaders: rest })],
      'not-applicable: no link for one phone was opened, nor its package asked for, after its order was cancelled',
    ],
    [
      'need not lead on after a cut once its order is cancelled',
      afterACut,
      [...ordered(0), cut, cancelled, opened(60_000, gone)],
      'not-applicable: no transfer of a native package broke off and was begun again',
    ],
    [
      'answers HEAD as GET',
      headAsGet,
      [...ordered(0), opened(1000, { method: 'HEAD' }), opened(60_000, gone)],
      'fail: Unexpected another Content-Length than for GET, expected the same.',
    ],
    [
      'is refused to HEAD as well once it is over',
      refusalIsClear,
      [...ordered(0), opened(late, { method: 'HEAD', ...gone })],
      'pass: status 404 for HEAD',
    ],
    [
      'may be asked for by who does not know HEAD',
      refusalIsClear,
      [...ordered(0), opened(late, { method: 'HEAD', status: 405, body: '' })],
      'not-applicable: no link for one phone was opened after its end, by the clock of the target, and none that never was',
    ],
    [
      'is over though its package broke off before',
      afterACut,
      [...ordered(0), opened(1000, { failure: lost }), opened(late, gone)],
      'not-applicable: no transfer of a native package broke off and was begun again',
    ],
    [
      'is as good as before while it is not over',
      afterACut,
      [...ordered(0), opened(1000, { failure: lost }), opened(2000, gone)],
      'fail: Unexpected status 404 after the transfer broke off, expected the package, as at first.',
    ],
    [
      'may be answered otherwise to HEAD before its end than to GET after it',
      headAsGet,
      [...ordered(0), opened(1000, { method: 'HEAD', body: '' }), opened(late, gone)],
      'not-applicable: no phone asked with HEAD first',
    ],
    [
      'fails with no HEAD once it is over',
      refusalIsClear,
      [...ordered(0), opened(late, { method: 'HEAD', ...failed })],
      'fail: Unexpected status 500 for HEAD, expected 404 or 410.',
    ],
    [
      'is not refused where HEAD goes well and nothing follows',
      refusalIsClear,
      [...ordered(0), opened(late, { method: 'HEAD', body: '' })],
      'inconclusive: it was not refused',
    ],
    [
      'lets a transfer come to its end that began in time',
      runningTransferEnds,
      [...ordered(0), opened(lifetimeMs - 10_000)],
      'pass: the package came whole',
    ],
    [
      'cuts no transfer that began in time',
      runningTransferEnds,
      [...ordered(0), opened(lifetimeMs - 10_000, { failure: truncated })],
      'fail: Unexpected truncated (100 of 200 octets) for a package that was asked for in time, expected the whole package.',
    ],
    [
      'has to be given before it can be cut',
      runningTransferEnds,
      [...ordered(0), opened(lifetimeMs - 10_000, gone)],
      'inconclusive: blocked by native/available: status 404',
    ],
    [
      'may give the rest of what began in time',
      latePackage,
      [...ordered(0), opened(late, { ...restAsked, status: 206 })],
      'pass: the package was given after the end',
    ],
    [
      'may refuse the rest of what began in time',
      latePackage,
      [...ordered(0), opened(late, { ...restAsked, ...gone })],
      'pass: status 404 after the end',
    ],
    [
      'does not fail for the rest of what began in time',
      latePackage,
      [...ordered(0), opened(late, { ...restAsked, ...failed })],
      'fail: Unexpected status 500 for a package after the end of its link, expected the package, 404 or 410.',
    ],
    [
      'is opened anew by who asks for all of it',
      latePackage,
      [...ordered(0), opened(late, failed)],
      'not-applicable: no package was asked for after the end of the link that led to it',
    ],
    [
      'is not judged by the rest of what began in time',
      refusedAfterTheEnd,
      [...ordered(0), opened(late, { ...restAsked, status: 206 })],
      'not-applicable: no link that was made for one phone was opened after ticketLifetime of the target file',
    ],
  ] as const)('%s', (...row) => {
    const [, check, facts, first] = row
    expect(told(check, facts)[0]).toBe(first)
  })

  it('is not said to be good by HEAD where GET is refused', () => {
    const facts = [
      ...ordered(0),
      opened(late, { method: 'HEAD', body: '' }),
      opened(late + 1000, gone),
    ]
    expect(told(refusalIsClear, facts)).toEqual([
      'fail: Unexpected status 200 for HEAD, expected 404 or 410.',
    ])
  })

  it('may be used up by a cut where it is for one use, and all may have been sent', () => {
    const facts = [...ordered(0), cut, opened(60_000, gone)]
    expect(told(afterACut, facts, { ticketUses: 'single' })).toEqual([
      'inconclusive: the link is for one use, and all of its package may have been sent when the phone broke off',
    ])
    const again = [...ordered(0), cut, opened(60_000)]
    expect(told(afterACut, again, { ticketUses: 'single' })).toEqual([
      'pass: status 200 after the transfer broke off',
    ])
  })
})
