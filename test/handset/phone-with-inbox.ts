/** A phone that takes messages as its machine would have it, at nine o'clock on the first of March 2006. */
import { createMemoryStorage } from '../../src/adapters/storage-memory.ts'
import { noClients } from '../../src/handset/contact.ts'
import type { Behaviour } from '../../src/handset/behaviour.ts'
import { strict } from '../../src/handset/personalities/strict.ts'
import type { Phone } from '../../src/handset/phone.ts'
import type { DeliveredMessage } from '../../src/handset/ports.ts'
import { takeMessage } from '../../src/handset/rules/message-arrival.ts'
import type { PushDraft } from '../../src/wire/push/compose-push.ts'
import type { ServiceIndication } from '../../src/wire/push/service-indication.ts'
import { plainProfile } from './plain-profile.ts'

export const href = 'http://ota.test/demo.jad'
const today = Date.UTC(2006, 2, 1, 9)

export function openPhone(push: Partial<Behaviour['push']> = {}) {
  let now = today
  const phone: Phone = {
    profile: plainProfile,
    behaviour: { ...strict, push: { ...strict.push, ...push } },
    storage: createMemoryStorage(100_000),
    trust: { roots: [], now: () => now },
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
  const inbox = () => phone.storage.read().inbox.map(({ kind, text }) => `${kind} ${text}`)
  const take = (message: DeliveredMessage) => {
    const { change, facts, offer } = takeMessage(phone, message)
    if (change !== undefined) phone.storage.commit(change)
    const rules = facts.map((fact) => (fact.type === 'push.discarded' ? fact.rule : fact.type))
    const shown = offer === undefined ? [] : [`${offer.signal} ${offer.url}`]
    return [...rules, ...shown, ...inbox()]
  }
  return { phone, take, inbox, at: (ms: number) => (now = today + ms) }
}

export const indication = (
  changes: Partial<ServiceIndication> = {},
): Extract<PushDraft, { kind: 'si' }> => ({
  kind: 'si',
  indication: { href, text: 'Demo', info: [], ...changes },
})
