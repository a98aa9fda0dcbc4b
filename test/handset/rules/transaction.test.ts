import { describe, expect, it } from 'vitest'
import { createMemoryStorage } from '../../../src/adapters/storage-memory.ts'
import { noClients } from '../../../src/handset/contact.ts'
import type { Behaviour, Received } from '../../../src/handset/behaviour.ts'
import type { QueuedReport } from '../../../src/handset/flash.ts'
import { strict } from '../../../src/handset/personalities/strict.ts'
import type { Phone } from '../../../src/handset/phone.ts'
import { s603rd } from '../../../src/handset/platforms/symbian.ts'
import { dueNow } from '../../../src/handset/rules/reports.ts'
import {
  discardFacts,
  isOver,
  namesPage,
  nextPage,
  nextPageFacts,
  noteAnswer,
  objectAsFind,
  openTransaction,
  usableObject,
} from '../../../src/handset/rules/transaction.ts'
import { trustsNobody } from '../../../src/handset/trust.ts'
import { plainProfile } from '../plain-profile.ts'

const url = 'http://ota.test/n/1'

function makePhone(behaviour: Behaviour = strict, covered = true): Phone {
  return {
    profile: plainProfile,
    behaviour,
    storage: createMemoryStorage(1000),
    trust: trustsNobody,
    radio: {
      covered,
      interfere: () => undefined,
      setCoverage: () => undefined,
      carry: () => () => undefined,
      carryPart: () => new Promise(() => undefined),
      talk: () => () => undefined,
    },
    clients: noClients,
    tell: () => undefined,
  }
}

const object = {
  plan: {
    url: 'http://ota.test/a.dd',
    objectUrl: 'http://ota.test/a.jar',
    mediaTypes: ['application/java-archive'],
    bytes: 4,
    use: 'package',
    name: 'A',
    vendor: undefined,
  },
  octets: new Uint8Array(4),
} as const

function opened(
  phone: Phone,
  about: { readonly came: boolean; readonly notify?: string | undefined },
) {
  const result = {
    outcome: about.came ? 'installed' : 'refused',
    code: about.came ? 900 : 954,
    reason: '',
    subject: undefined,
    installNotify: about.notify,
    deleteNotify: undefined,
    suiteId: undefined,
    download: {
      installNotify: about.notify,
      nextUrl: undefined,
      object: about.came ? object : undefined,
    },
  } as const
  return { phone, transaction: openTransaction(phone, result) }
}

const response = (status: number): Received => ({
  kind: 'response',
  url,
  status,
  headers: [],
  body: new Uint8Array(0),
})

const lost: Received = { kind: 'failure', url, cause: 'interrupted', detail: 'lost' }

/** The answer comes to the report that is under way. */
function answered(transacting: ReturnType<typeof opened>, received: Received) {
  const { report } = transacting.transaction ?? {}
  const due = report === undefined ? [] : [report]
  return { ...transacting, ...noteAnswer({ ...transacting, due }, received) }
}

describe('an object that came', () => {
  it('is not used before its report was answered', () => {
    const transacting = opened(makePhone(), { came: true, notify: url })
    expect([usableObject(transacting), isOver(transacting)]).toEqual([undefined, false])
  })

  it('is used at once where nobody wants a report', () => {
    expect(usableObject(opened(makePhone(), { came: true }))).toEqual(object)
  })

  it.each([
    [200, true],
    [204, false],
    [404, false],
  ])('is used after an answer of %i: %s', (status, isUsed) => {
    const transacting = answered(opened(makePhone(), { came: true, notify: url }), response(status))
    expect(usableObject(transacting) !== undefined).toBe(isUsed)
    expect(discardFacts(transacting)).toEqual([
      {
        type: 'object.discarded',
        url: 'http://ota.test/a.jar',
        reason: `the server did not confirm the report: HTTP status ${status}`,
      },
      {
        type: 'install.settled',
        outcome: 'refused',
        reason: `the server did not confirm the report: HTTP status ${status}`,
      },
    ])
  })

  it('is lost with the answer, but not on S60, which does not wait for one', () => {
    const used = [strict, s603rd].map((behaviour) => {
      const transacting = opened(makePhone(behaviour), { came: true, notify: url })
      return usableObject(answered(transacting, lost)) !== undefined
    })
    expect(used).toEqual([false, true])
  })

  it('is not used by the answer to another report', () => {
    const transacting = opened(makePhone(), { came: true, notify: url })
    const due = [{ ...report, id: 'report.99' }]
    expect(noteAnswer({ ...transacting, due }, response(200))).toEqual({})
  })

  it('goes to the installer as a package that the user has agreed to', () => {
    expect(objectAsFind(opened(makePhone(), { came: true }))).toEqual({
      kind: 'package',
      url: 'http://ota.test/a.jar',
      octets: new Uint8Array(4),
      agreed: true,
    })
  })
})

describe('the page that is offered in the end', () => {
  const more = 'http://ota.test/more'
  const download = { installNotify: undefined, nextUrl: more, object: undefined }

  function goingOn(nextPages: number, behaviour: Behaviour = strict) {
    const { phone, transaction } = opened(makePhone(behaviour), { came: false })
    const named = transaction === undefined ? undefined : { ...transaction, ...download }
    const going = { phone, transaction: named, nextPages }
    return [namesPage(going), nextPage(going), nextPageFacts(going)]
  }

  it('is asked about, as long as one download does not lead to the next again and again', () => {
    const question = { type: 'prompt.shown', prompt: 'next-page', text: `Go on to ${more}?` }
    expect([goingOn(0), goingOn(4)]).toEqual([
      [true, more, [question]],
      [true, more, [question]],
    ])
  })

  it('is a dead end where it is the sixth', () => {
    const reason = 'one download leads to the next, 5 times (pagesMax)'
    expect(goingOn(5)).toEqual([true, undefined, [{ type: 'link.dead', url: more, reason }]])
  })

  it('is nothing to a phone that does not ask', () => {
    expect(goingOn(0, { ...strict, asks: () => false })).toEqual([false, undefined, []])
  })
})

describe('a download that failed', () => {
  it.each([
    ['waits for its report', true, url, false],
    ['does not wait where nobody wants a report', true, undefined, true],
    ['does not wait without coverage', false, url, true],
  ])('%s', (_, covered, notify, isEnded) => {
    expect(isOver(opened(makePhone(strict, covered), { came: false, notify }))).toBe(isEnded)
  })
})

const report: QueuedReport = {
  id: 'report.1',
  kind: 'download',
  url,
  code: 900,
  attempts: 0,
  suiteId: undefined,
}

describe('the report of a download', () => {
  const dueOn = (
    behaviour: Behaviour,
    one: QueuedReport,
    kind: 'report queued' | 'install begins',
  ) => {
    const phone = makePhone(behaviour)
    phone.storage.commit({ kind: 'report queued', report: one })
    return dueNow(phone, { kind }).map(({ id }) => id)
  }

  it('is due at once, also on phones that send no other reports', () => {
    const silent: Behaviour = { ...strict, dueReports: () => [] }
    expect([strict, silent].map((one) => dueOn(one, report, 'report queued'))).toEqual([
      ['report.1'],
      ['report.1'],
    ])
  })

  it('goes with nothing else', () => {
    expect(dueOn(strict, { ...report, attempts: 1 }, 'install begins')).toEqual([])
  })

  it('is not due while the download is under way, and is one of 952 when the battery ended it', () => {
    expect(dueOn(strict, { ...report, held: true }, 'report queued')).toEqual([])
    const { storage } = makePhone()
    storage.commit({ kind: 'download begun', report: { ...report, code: 952, held: true } })
    storage.commit({ kind: 'report queued', report: { ...report, id: 'report.2', attempts: 1 } })
    storage.commit({ kind: 'report queued', report: { ...report, id: 'report.3', code: 954 } })
    storage.commit({ kind: 'downloads broken off' })
    expect(storage.read().reports).toEqual([
      { ...report, code: 952 },
      { ...report, id: 'report.2', code: 952 },
      { ...report, id: 'report.3', code: 954 },
    ])
  })
})
