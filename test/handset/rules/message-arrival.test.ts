import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inboxMessagesMax } from '../../../src/handset/inbox.ts'
import { addOffer, openMessage, takeMessage } from '../../../src/handset/rules/message-arrival.ts'
import type { PushDraft } from '../../../src/wire/push/compose-push.ts'
import { href, indication, openPhone } from '../phone-with-inbox.ts'
import { datagramOf, segmentsOf } from '../pushes.ts'

describe('a service indication', () => {
  it('goes to nobody at another port', () => {
    const { take } = openPhone()
    const { payload, ...message } = datagramOf(indication())
    if (payload.kind === 'sms') throw new TypeError('a datagram')
    expect(take({ ...message, payload: { ...payload, destination: 16_000 } })).toEqual([
      'nobody-on-port',
    ])
  })

  it('waits in the inbox, can be opened, and is gone when its time is over', () => {
    const { phone, take, at, inbox } = openPhone()
    take(datagramOf(indication({ expires: '2006-03-01T10:00:00Z' })))
    expect(openMessage(phone, 'message.1')).toMatchObject({
      url: href,
      change: undefined,
      facts: [],
    })
    at(3_600_000)
    const { url, change, facts } = openMessage(phone, 'message.1')
    if (change !== undefined) phone.storage.commit(change)
    expect({ url, facts, inbox: inbox() }).toEqual({
      url: undefined,
      facts: [
        {
          type: 'push.discarded',
          messages: ['1'],
          rule: 'expired',
          reason: 'it expired while it was in the inbox',
        },
      ],
      inbox: [],
    })
  })
})

describe('a text', () => {
  const text: PushDraft = { kind: 'text', text: `Install ${href} now` }
  const [message] = segmentsOf(text)
  if (message === undefined) throw new TypeError('one segment')

  it('is kept, and its link begins no installation', () => {
    const { take, phone } = openPhone()
    expect(take(message)).toEqual(['link-in-text', `text Install ${href} now`])
    expect(openMessage(phone, 'message.1').url).toBe(undefined)
  })

  it('offers its link on a phone that installs from texts', () => {
    const { take, phone } = openPhone({ opensTextLinks: () => true })
    expect(take(message)).toEqual([`medium ${href}`, `text Install ${href} now`])
    expect(openMessage(phone, 'message.1').url).toBe(href)
  })

  it('without a link is a text', () => {
    const [plain] = segmentsOf({ kind: 'text', text: 'hello' })
    if (plain === undefined) throw new TypeError('one segment')
    expect(openPhone().take(plain)).toEqual(['text hello'])
  })
})

describe('an inbox', () => {
  it('that is full takes nothing more, but for what replaces', () => {
    const { take } = openPhone()
    const created = '2006-02-01T00:00:00Z'
    for (let count = 1; count <= inboxMessagesMax; count += 1) {
      take(datagramOf(indication({ siId: String(count), created })))
    }
    expect(take(datagramOf(indication({ siId: 'more' }))).slice(0, 1)).toEqual(['inbox-full'])
    const newer = indication({ siId: '7', created: '2006-02-02T00:00:00Z' })
    expect(take(datagramOf(newer)).slice(0, 1)).toEqual([`medium ${href}`])
  })

  it('shows a link once that came twice while the phone was busy', () => {
    const offer = {
      type: 'link.offered',
      messages: ['1'],
      url: href,
      from: 'si',
      text: 'Demo',
      signal: 'medium',
    } as const
    const again = { ...offer, messages: ['2'] } as const
    expect(addOffer([offer], again)).toEqual([again])
  })
})

it('any datagram ends in a message or is let go by a rule', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (octets, wellBegun) => {
      const { phone } = openPhone()
      const body = wellBegun ? Uint8Array.from([1, 6, 4, 3, 0xae, 0x81, 0xea, ...octets]) : octets
      const payload = { kind: 'datagram', destination: 2948, source: 9200, octets: body } as const
      const common = { id: '1', bearer: 'wap-udp', from: 'a', to: 'b' }
      const { change, facts } = takeMessage(phone, { ...common, payload })
      expect(change?.added !== undefined || facts.length > 0).toBe(true)
    }),
  )
})
