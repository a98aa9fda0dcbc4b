import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolvePermissions } from '../../../src/handset/rules/permissions.ts'
import type { PermissionsQuestion } from '../../../src/handset/rules/permissions.ts'

const http = 'javax.microedition.io.Connector.http'
const sms = 'javax.wireless.messaging.sms.send'
const sat = 'javax.microedition.apdu.sat'

function ask(domain: string | undefined, lists: Partial<PermissionsQuestion>) {
  const signer = domain === undefined ? undefined : { domain, subject: 'CN=a', root: 'CN=b' }
  return resolvePermissions({ signer, critical: undefined, optional: undefined, ...lists })
}

describe('a suite gets', () => {
  it('what its domain offers of what it asks for', () => {
    expect(
      ask('identified-third-party', { critical: `${http} ,\t${sms}`, optional: http }),
    ).toEqual({
      kind: 'granted',
      permissions: [
        { name: http, interaction: 'session', highest: 'blanket' },
        { name: sms, interaction: 'oneshot', highest: 'blanket' },
      ],
    })
  })

  it.each(['manufacturer', 'operator'])('everything it asks for from the %s', (domain) => {
    expect(ask(domain, { critical: sat })).toEqual({
      kind: 'granted',
      permissions: [{ name: sat, interaction: 'allowed', highest: 'allowed' }],
    })
  })

  it('no optional permission that its domain or the phone does not have', () => {
    expect(ask('identified-third-party', { optional: `${sat}, com.acme.Fly, ${http}` })).toEqual({
      kind: 'granted',
      permissions: [{ name: http, interaction: 'session', highest: 'blanket' }],
    })
  })

  it('nothing by asking when it is not signed, and is not refused for it', () => {
    expect(ask(undefined, { critical: `${sat}, com.acme.Fly,,` })).toEqual({
      kind: 'granted',
      permissions: [],
    })
  })

  it('nothing for lists that are empty', () => {
    expect(ask('operator', { critical: '', optional: ' \t' })).toEqual({
      kind: 'granted',
      permissions: [],
    })
  })
})

describe('a signed suite is refused with 910', () => {
  const many = Array.from({ length: 257 }, () => http).join(',')

  it.each([
    [
      'a permission that the phone does not know',
      `${http}, com.acme.Fly`,
      'permission unknown: this phone has no com.acme.Fly',
    ],
    [
      'a permission in other letters',
      http.toUpperCase(),
      `permission unknown: this phone has no ${http.toUpperCase()}`,
    ],
    [
      'a permission that its domain does not have',
      sat,
      `permission not in domain: identified-third-party has no ${sat}`,
    ],
    ['a list of 257 names', many, 'permission limit: 257 names, at most 256 (permissionsMax)'],
    [
      'the names of an object',
      '__proto__, constructor',
      'permission unknown: this phone has no __proto__',
    ],
  ])('for %s', (_, critical, reason) => {
    expect(ask('identified-third-party', { critical })).toEqual({
      kind: 'refuse',
      refusal: { code: 910, reason },
    })
  })
})

it.each([
  ['with an empty name', `${http},,${sms}`],
  ['that ends in a comma', `${http},`],
])('a list %s breaks a rule by which phones tell it apart', (_, critical) => {
  expect(ask('identified-third-party', { critical })).toEqual({
    kind: 'refuse',
    refusal: {
      code: 910,
      reason: 'permission list: one of the names is empty',
      rule: 'permission list',
    },
  })
})

it('nonsense in the lists ends in permissions or in 910', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (critical, optional) => {
      const answer = ask('identified-third-party', { critical, optional })
      const code = answer.kind === 'refuse' ? answer.refusal.code : 900
      expect([900, 910]).toContain(code)
    }),
  )
})
