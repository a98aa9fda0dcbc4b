/** What a server says to an SMSC, and what each check makes of it. */
import { describe, expect, test } from 'vitest'
import answersDeliveries from '../../../src/check/checks/smpp/answers-deliveries.ts'
import answersEnquireLink from '../../../src/check/checks/smpp/answers-enquire-link.ts'
import answersUnbind from '../../../src/check/checks/smpp/answers-unbind.ts'
import asksForReceipt from '../../../src/check/checks/smpp/asks-for-receipt.ts'
import bindBackOff from '../../../src/check/checks/smpp/bind-back-off.ts'
import interfaceVersion from '../../../src/check/checks/smpp/interface-version.ts'
import keepsAlive from '../../../src/check/checks/smpp/keeps-alive.ts'
import noResubmission from '../../../src/check/checks/smpp/no-resubmission.ts'
import noRetryAfterRefusal from '../../../src/check/checks/smpp/no-retry-after-refusal.ts'
import oneBody from '../../../src/check/checks/smpp/one-body.ts'
import oneSegmentation from '../../../src/check/checks/smpp/one-segmentation.ts'
import putOffComesLater from '../../../src/check/checks/smpp/put-off-comes-later.ts'
import sequenceRange from '../../../src/check/checks/smpp/sequence-range.ts'
import sequenceUnique from '../../../src/check/checks/smpp/sequence-unique.ts'
import slowsDown from '../../../src/check/checks/smpp/slows-down.ts'
import unansweredComesAgain from '../../../src/check/checks/smpp/unanswered-comes-again.ts'
import { numberTlv, tlvTag } from '../../../src/wire/smpp/tlv.ts'
import {
  bind,
  bound,
  hears,
  message,
  notTaken,
  pushStep,
  says,
  taken,
  until,
} from '../pushing-trace.ts'
import { traceOf, verdicts } from '../trace-builder.ts'

const throttled = 0x58
const noSuchNumber = 0x0b
const deliver = { ...message('id:1 stat:DELIVRD'), command: 'deliver_sm' } as const
const delivered = { command: 'deliver_sm_resp', messageId: '' } as const
const enquire = { command: 'enquire_link' } as const
const enquired = { command: 'enquire_link_resp' } as const
const unbind = { command: 'unbind' } as const
const payload = { tag: tlvTag('message_payload'), octets: Uint8Array.of(1) }
const other = { session: 'smsc.2' }

describe.each([
  [
    'a bind after a pause',
    bindBackOff,
    [
      says(bind(), {}, { at: 0 }),
      hears(bound, { status: 13 }, { at: 0 }),
      says(bind(), {}, { at: 10_000 }),
    ],
    'pass',
  ],
  [
    'a bind at once',
    bindBackOff,
    [
      says(bind(), {}, { at: 0 }),
      hears(bound, { status: 13 }, { at: 0 }),
      says(bind(), {}, { at: 999 }),
    ],
    'fail',
  ],
  ['no other bind', bindBackOff, [says(bind()), hears(bound, { status: 14 })], 'pass'],
  [
    'a bind that is taken',
    bindBackOff,
    [says(bind()), hears(bound), says(bind())],
    'not-applicable',
  ],
  ['a bind as 3.4', interfaceVersion, [says(bind())], 'pass'],
  ['a bind as 3.3', interfaceVersion, [says(bind(0x33))], 'fail'],
  ['a number in range', sequenceRange, [says(enquire, { sequence: 0x7fffffff })], 'pass'],
  ['number 0', sequenceRange, [says(enquire, { sequence: 0 })], 'fail'],
  ['a response under 0', sequenceRange, [says(enquired, { sequence: 0 })], 'not-applicable'],
  [
    'a number used again once it is answered',
    sequenceUnique,
    [says(enquire), hears(enquired), says(enquire)],
    'pass',
  ],
  [
    'a number used twice',
    sequenceUnique,
    [says(enquire), says(message('a')), hears(enquired), hears(taken)],
    'fail',
  ],
  [
    'a number used twice on two connections',
    sequenceUnique,
    [says(enquire), says(message('a'), {}, other)],
    'not-applicable',
  ],
  [
    'an answered enquiry',
    answersEnquireLink,
    [hears(enquire, { sequence: 7 }), says(enquired, { sequence: 7 })],
    'pass',
  ],
  [
    'an enquiry that is passed over',
    answersEnquireLink,
    [hears(enquire, { sequence: 7 }), says(message('a'))],
    'fail',
  ],
  [
    'an enquiry that nothing follows',
    answersEnquireLink,
    [hears(enquire, { sequence: 7 })],
    'inconclusive',
  ],
  [
    'an enquiry that nothing follows for a minute',
    answersEnquireLink,
    [hears(enquire, {}, { at: 0 }), until(60_000)],
    'fail',
  ],
  ['an answered receipt', answersDeliveries, [hears(deliver), says(delivered)], 'pass'],
  [
    'a receipt answered under another number',
    answersDeliveries,
    [hears(deliver), says(delivered, { sequence: 2 })],
    'fail',
  ],
  [
    'a receipt that is refused as a whole',
    answersDeliveries,
    [hears(deliver), says({ command: 'generic_nack' })],
    'fail',
  ],
  ['an answered leave', answersUnbind, [hears(unbind), says({ command: 'unbind_resp' })], 'pass'],
  ['a leave without answer', answersUnbind, [hears(unbind, {}, { at: 0 }), until(90_000)], 'fail'],
  [
    'a connection that is asked after',
    keepsAlive,
    [
      says(bind(), {}, { at: 0 }),
      says(enquire, {}, { at: 200_000 }),
      hears(enquired, {}, { at: 400_000 }),
    ],
    'pass',
  ],
  [
    'a connection that is silent',
    keepsAlive,
    [says(bind(), {}, { at: 0 }), hears(deliver, {}, { at: 300_001 })],
    'fail',
  ],
  [
    'a short connection',
    keepsAlive,
    [says(bind(), {}, { at: 0 }), says(unbind, {}, { at: 1000 })],
    'not-applicable',
  ],
  [
    'a pause after throttling',
    slowsDown,
    [
      says(message('a'), {}, { at: 0 }),
      hears(notTaken, { status: throttled }, { at: 0 }),
      says(message('b'), {}, { at: 1000 }),
    ],
    'pass',
  ],
  [
    'no pause after throttling',
    slowsDown,
    [
      says(message('a'), {}, { at: 0 }),
      hears(notTaken, { status: throttled }, { at: 0 }),
      says(message('b'), { sequence: 2 }, { at: 10 }),
    ],
    'fail',
  ],
  [
    'a throttled message that comes again',
    putOffComesLater,
    [
      says(message('a')),
      hears(notTaken, { status: throttled }),
      says(message('a'), { sequence: 2 }),
    ],
    'pass',
  ],
  [
    'a throttled message that is lost',
    putOffComesLater,
    [
      says(message('a'), {}, { at: 0 }),
      hears(notTaken, { status: throttled }, { at: 0 }),
      says(message('b'), { sequence: 2 }, { at: 1000 }),
      until(300_000),
    ],
    'fail',
  ],
  [
    'a throttled message at the end',
    putOffComesLater,
    [says(message('a')), hears(notTaken, { status: throttled })],
    'inconclusive',
  ],
  [
    'a refused message that is left',
    noRetryAfterRefusal,
    [says(message('a')), hears(notTaken, { status: noSuchNumber })],
    'pass',
  ],
  [
    'a refused message that comes again',
    noRetryAfterRefusal,
    [
      says(message('a')),
      hears(notTaken, { status: noSuchNumber }),
      says(message('a'), { sequence: 2 }),
    ],
    'fail',
  ],
  [
    'a refused message that is ordered again',
    noRetryAfterRefusal,
    [
      pushStep,
      says(message('a')),
      hears(notTaken, { status: noSuchNumber }),
      pushStep,
      says(message('a'), { sequence: 2 }),
    ],
    'pass',
  ],
  [
    'what was not answered alone comes again',
    noResubmission,
    [
      says(message('a')),
      hears(taken),
      says(message('b'), { sequence: 2 }),
      says(message('b'), {}, other),
    ],
    'pass',
  ],
  [
    'what was taken comes again too',
    noResubmission,
    [
      says(message('a')),
      hears(taken),
      says(message('b'), { sequence: 2 }),
      says(message('a'), {}, other),
    ],
    'fail',
  ],
  ['nothing went wrong', noResubmission, [says(message('a')), hears(taken)], 'not-applicable'],
  [
    'an unanswered message that comes again',
    unansweredComesAgain,
    [says(message('a')), says(message('a'), {}, other), hears(taken, {}, other)],
    'pass',
  ],
  [
    'an unanswered message that is lost',
    unansweredComesAgain,
    [says(message('a'), {}, { at: 0 }), until(300_000)],
    'fail',
  ],
  ['a header alone', oneSegmentation, [says(message('a', { esmClass: 0x40 }))], 'pass'],
  [
    'parameters alone',
    oneSegmentation,
    [says(message('a'), { tlvs: [numberTlv('sar_total_segments', 2)] })],
    'pass',
  ],
  [
    'a header beside parameters',
    oneSegmentation,
    [says(message('a', { esmClass: 0x40 }), { tlvs: [numberTlv('destination_port', 2948)] })],
    'fail',
  ],
  ['a payload alone', oneBody, [says(message(''), { tlvs: [payload] })], 'pass'],
  ['a payload beside a short message', oneBody, [says(message('a'), { tlvs: [payload] })], 'fail'],
  ['a receipt on failure', asksForReceipt, [says(message('a', { registeredDelivery: 2 }))], 'pass'],
  [
    'an intermediate notification alone',
    asksForReceipt,
    [says(message('a', { registeredDelivery: 0x10 }))],
    'fail',
  ],
] as const)('%s', (...[, check, facts, verdict]) => {
  test(`is a case of ${verdict} for: ${check.title}`, () => {
    expect(verdicts(check, traceOf([...facts]))).toEqual([verdict])
  })
})
