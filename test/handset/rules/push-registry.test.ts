import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examinePush } from '../../../src/handset/rules/push-registry.ts'
import type { PushQuestion } from '../../../src/handset/rules/push-registry.ts'

const midlets = [{ name: 'Listener', icon: undefined, className: 'acme.Listener' }]

function ask(values: readonly string[], change: Partial<PushQuestion> = {}) {
  return examinePush({
    attributes: values.map((value, index) => ({
      name: `MIDlet-Push-${index + 1}`,
      value,
      line: index + 1,
      offset: 0,
    })),
    midlets,
    signer: undefined,
    permissions: [],
    ownerOf: () => undefined,
    ...change,
  })
}

describe('a registration is made', () => {
  it.each([
    ['socket://:7101'],
    ['datagram://:65535'],
    ['sms://:50000'],
    ['cbs://:50000'],
    ['mms://:acme.listener'],
    ['btspp://localhost:3B9FA89520078C303355AAA694238F08;name=Listener'],
    ['sip://*;type="application/acme"'],
  ])('for %s', (connection) => {
    expect(ask([`${connection}, acme.Listener, *`])).toBe(undefined)
  })

  it('for an address that only an earlier version of the suite has', () => {
    expect(ask(['socket://:7101, acme.Listener, 192.168.*.?'])).toBe(undefined)
  })

  it('for a signed suite that may listen', () => {
    const signer = { domain: 'operator', subject: 'CN=a', root: 'CN=b' }
    const name = 'javax.microedition.io.PushRegistry'
    const permissions = [{ name, interaction: 'allowed', highest: 'allowed' } as const]
    expect(ask(['sms://:7102, acme.Listener, *'], { signer, permissions })).toBe(undefined)
  })
})

describe('a registration fails', () => {
  it.each([
    [
      'to a peer',
      ['socket://ota.test:80, acme.Listener, *'],
      911,
      'push protocol: MIDlet-Push-1: nobody can listen on socket://ota.test:80',
    ],
    [
      'by a protocol that only asks',
      ['http://:80, acme.Listener, *'],
      911,
      'push protocol: MIDlet-Push-1: nobody can listen on http://:80',
    ],
    [
      'without a port',
      ['socket://, acme.Listener, *'],
      911,
      'push protocol: MIDlet-Push-1: nobody can listen on socket://',
    ],
    [
      'for port 0',
      ['socket://:0, acme.Listener, *'],
      911,
      'push protocol: MIDlet-Push-1: nobody can listen on socket://:0',
    ],
    [
      'for port 65,536',
      ['datagram://:65536, acme.Listener, *'],
      911,
      'push protocol: MIDlet-Push-1: nobody can listen on datagram://:65536',
    ],
    [
      'by a protocol named after a property',
      ['constructor://:1, acme.Listener, *'],
      911,
      'push protocol: MIDlet-Push-1: nobody can listen on constructor://:1',
    ],
    [
      'of a class that is no MIDlet',
      ['socket://:7101, acme.Nobody, *'],
      911,
      'push class: MIDlet-Push-1: no MIDlet of the suite is acme.Nobody',
    ],
    [
      'with two filters',
      ['socket://:7101, acme.Listener, 10.0.0.1 10.0.0.2'],
      911,
      'push sender: MIDlet-Push-1: 10.0.0.1 10.0.0.2 is no filter',
    ],
    [
      'for the same address twice',
      ['socket://:7101, acme.Listener, *', 'socket://:7101, acme.Listener, 10.*'],
      911,
      'push address taken: socket://:7101 stands twice',
    ],
    [
      'when there are 65',
      Array.from({ length: 65 }, (_, n) => `sms://:${n + 1}, acme.Listener, *`),
      911,
      'push limit: 65 registrations, at most 64 (registrationsMax)',
    ],
  ])('%s', (_, values, code, reason) => {
    expect(ask(values)).toEqual({ code, reason })
  })

  it('of two parts, by a rule by which phones tell it apart', () => {
    expect(ask(['socket://:7101, acme.Listener'])).toEqual({
      code: 911,
      reason: 'push syntax: MIDlet-Push-1 is not "connection, class, allowed sender"',
      rule: 'push syntax',
    })
  })

  it('where another suite listens', () => {
    const ownerOf = (connection: string) =>
      connection === 'socket://:7101' ? 'Listener' : undefined
    expect(
      ask(['sms://:1, acme.Listener, *', 'socket://:7101, acme.Listener, *'], { ownerOf }),
    ).toEqual({
      code: 911,
      reason: 'push address taken: MIDlet-Push-2: Listener listens on socket://:7101',
    })
  })

  it('with 910 when a signed suite has no permission for it', () => {
    const signer = { domain: 'operator', subject: 'CN=a', root: 'CN=b' }
    expect(ask(['sms://:7102, acme.Listener, *'], { signer })).toEqual({
      code: 910,
      reason:
        'permission missing: registrations for push without javax.microedition.io.PushRegistry',
    })
  })
})

it('nonsense in the entries ends in a registration or in 911', () => {
  const part = fc.oneof(fc.string(), fc.constantFrom('sms://:1', 'acme.Listener', '*', ','))
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 4 })), (entries) => {
      const refusal = ask(entries.map((parts) => parts.join(',')))
      expect([undefined, 911]).toContain(refusal?.code)
    }),
  )
})
