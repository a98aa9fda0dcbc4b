import { describe, expect, test } from 'vitest'
import { VirtualClock } from '../../../src/adapters/clock-virtual.ts'
import { plainDelivery } from '../../../src/network/smsc/delivery.ts'
import { Mailbox } from '../../../src/network/smsc/mailbox.ts'
import type { Letter } from '../../../src/network/smsc/mailbox.ts'
import { smscOptions } from '../../../src/network/smsc/smsc-options.ts'
import type { SmscLimits } from '../../../src/network/smsc/smsc-options.ts'

function open(limits: Partial<SmscLimits> = {}) {
  const clock = new VirtualClock()
  const fates: string[] = []
  const options = {
    ...smscOptions,
    retryAfterMs: 1000,
    limits: { ...smscOptions.limits, ...limits },
  }
  const mailbox = new Mailbox({
    clock,
    options,
    onFate: ({ delivery }, fate) => fates.push(`${delivery.serviceType} ${fate}`),
  })
  const post = (...names: readonly string[]) => {
    for (const serviceType of names) mailbox.post({ ...plainDelivery, serviceType })
  }
  const link = () => {
    const letters: Letter[] = []
    return {
      letters,
      outstanding: 0,
      deliver(letter: Letter) {
        letters.push(letter)
        this.outstanding += 1
      },
      get names() {
        return letters.map(({ delivery }) => delivery.serviceType)
      },
    }
  }
  return { clock, fates, mailbox, post, link }
}

const at = (letters: readonly Letter[], index: number): Letter => {
  const letter = letters[index]
  if (letter === undefined) throw new TypeError('no such letter')
  return letter
}

describe('a mailbox', () => {
  test('keeps letters until a session opens, and sends no more than its window', () => {
    const { mailbox, post, link } = open({ deliveryWindowMax: 2 })
    post('a', 'b', 'c')
    const session = link()
    mailbox.open(session)
    expect([session.names, mailbox.waiting, mailbox.isServed]).toEqual([['a', 'b'], 1, true])
    session.outstanding = 1
    mailbox.answer(at(session.letters, 0), 0)
    expect([session.names, mailbox.waiting]).toEqual([['a', 'b', 'c'], 0])
  })

  test('sends to whichever session has room', () => {
    const { mailbox, post, link } = open({ deliveryWindowMax: 1 })
    const [first, second] = [link(), link()]
    mailbox.open(first)
    mailbox.open(second)
    post('a', 'b', 'c')
    expect([first.names, second.names, mailbox.waiting]).toEqual([['a'], ['b'], 1])
  })

  test('sends first what a session that ended did not answer', () => {
    const { mailbox, post, link } = open({ deliveryWindowMax: 2 })
    const first = link()
    mailbox.open(first)
    post('a', 'b', 'c')
    mailbox.close(first, first.letters.slice())
    const second = link()
    mailbox.open(second)
    expect([second.names, mailbox.waiting]).toEqual([['a', 'b'], 1])
  })

  test('tries again after a while when the error may pass, up to the limit', () => {
    const { mailbox, post, link, clock, fates } = open({ deliveryAttemptsMax: 3 })
    const session = link()
    mailbox.open(session)
    post('a')
    for (const index of [0, 1, 2]) {
      expect(session.names.length).toBe(index + 1)
      mailbox.answer(at(session.letters, index), 0x64)
      clock.step()
    }
    expect([session.names, clock.now(), fates]).toEqual([
      ['a', 'a', 'a'],
      2000,
      ['a again', 'a again', 'a attemptsMax'],
    ])
  })

  test('rests before it tries again, so that letters keep their order', () => {
    const { mailbox, post, link, clock } = open({ deliveryWindowMax: 1 })
    const session = link()
    mailbox.open(session)
    post('a', 'b')
    session.outstanding = 0
    mailbox.answer(at(session.letters, 0), 0x58)
    expect(session.names).toEqual(['a'])
    clock.step()
    expect(session.names).toEqual(['a', 'a'])
  })

  test('loses the oldest letter beyond its limit, and says so', () => {
    const { mailbox, post, link, fates } = open({ mailboxMax: 2 })
    post('a', 'b', 'c', 'd')
    const session = link()
    mailbox.open(session)
    expect([fates, session.names]).toEqual([
      ['a mailboxMax', 'b mailboxMax'],
      ['c', 'd'],
    ])
  })

  test('gives room back when many letters have gone through it', () => {
    const { mailbox, post, link } = open({ deliveryWindowMax: 10_000 })
    const names = Array.from({ length: 5000 }, (_, index) => String(index))
    post(...names)
    const session = link()
    mailbox.open(session)
    expect([session.names, mailbox.waiting]).toEqual([names, 0])
  })
})
