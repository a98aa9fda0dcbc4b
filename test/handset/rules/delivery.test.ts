import { describe, expect, it } from 'vitest'
import { createMemoryStorage } from '../../../src/adapters/storage-memory.ts'
import { noClients } from '../../../src/handset/contact.ts'
import type { Received } from '../../../src/handset/behaviour.ts'
import type { QueuedReport } from '../../../src/handset/flash.ts'
import { strict } from '../../../src/handset/personalities/strict.ts'
import type { Phone } from '../../../src/handset/phone.ts'
import * as delivery from '../../../src/handset/rules/delivery.ts'
import type { Delivery } from '../../../src/handset/rules/delivery.ts'
import { trustsNobody } from '../../../src/handset/trust.ts'
import { plainProfile } from '../plain-profile.ts'

const first = makeReport('report.1', 2)
const second = makeReport('report.2', 0)
const third = makeReport('report.3', 0)

function makeReport(id: string, attempts: number): QueuedReport {
  const url = 'http://ota.test/n/1'
  return { id, kind: 'install', url, code: 900, attempts, suiteId: undefined }
}

/** A phone with these reports in flash, which makes four attempts, the next after a second for each one made. */
function makePhone(...reports: readonly QueuedReport[]): Phone {
  const storage = createMemoryStorage(100_000)
  for (const report of reports) storage.commit({ kind: 'report queued', report })
  return {
    profile: plainProfile,
    behaviour: {
      ...strict,
      reportAttemptsMax: () => 4,
      retrySchedule: (attempts) => (attempts < 4 ? attempts * 1000 : undefined),
    },
    storage,
    trust: trustsNobody,
    radio: {
      covered: true,
      interfere: () => undefined,
      setCoverage: () => undefined,
      carry: () => () => undefined,
      talk: () => () => undefined,
      carryPart: () => new Promise(() => undefined),
    },
    clients: noClients,
    tell: () => undefined,
  }
}

function begin(phone: Phone, retries: number): Delivery {
  return { phone, due: [first, second, third], retries, repeats: 1 }
}

describe('the attempts of a report', () => {
  it.each([
    [0, 3, 3000, false],
    [1, 4, undefined, true],
  ])(
    'count those before it became due; %s by schedule make %s',
    (retries, attempts, delay, isUp) => {
      const now = begin(makePhone(first), retries)
      expect(delivery.delivered(now)).toEqual({
        type: 'report.delivered',
        id: 'report.1',
        attempts,
      })
      expect(delivery.nextDelay(now)).toBe(delay)
      expect(delivery.isUsedUp(now)).toBe(isUp)
    },
  )

  it('are counted in flash as they begin', () => {
    const phone = makePhone(second, third)
    delivery.saveAttempt({ phone, due: [third], retries: 0, repeats: 0 })
    const { reports } = phone.storage.read()
    expect(reports.map(({ id, attempts }) => [id, attempts])).toEqual([
      ['report.2', 0],
      ['report.3', 1],
    ])
  })
})

describe('the end of a delivery', () => {
  const answer: Received = {
    kind: 'response',
    url: 'http://ota.test/n/1',
    status: 503,
    headers: [],
    body: new Uint8Array(0),
  }

  it('takes the report out of flash where it is settled', () => {
    const phone = makePhone(first, second)
    delivery.takeOff({ phone, due: [first, second], retries: 0, repeats: 0 })
    expect(phone.storage.read().reports.map(({ id }) => id)).toEqual(['report.2'])
  })

  it('goes on to the next, without those that went with their suite', () => {
    expect(delivery.strikeOff(begin(makePhone(first, third), 1))).toEqual({
      due: [third],
      retries: 0,
      repeats: 0,
    })
  })

  it('is told with the status that was answered, or with what went wrong', () => {
    const now = begin(makePhone(first), 0)
    const lost: Received = {
      kind: 'failure',
      url: 'http://ota.test/n/1',
      cause: 'unreachable',
      detail: 'connection refused',
    }
    expect(delivery.kept(now, answer)).toEqual({
      type: 'report.kept',
      id: 'report.1',
      attempts: 3,
      reason: 'HTTP status 503',
    })
    expect(delivery.abandoned(now, lost)).toEqual({
      type: 'report.abandoned',
      id: 'report.1',
      attempts: 3,
      reason: 'connection refused',
    })
  })

  it('is of no report where none is due', () => {
    const nothing = { phone: makePhone(), due: [], retries: 0, repeats: 0 }
    expect(() => delivery.makeOrder(nothing)).toThrow(new TypeError('no report is due'))
  })
})
