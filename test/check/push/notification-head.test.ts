import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/notification-head.ts'
import { composePush } from '../../../src/wire/push/compose-push.ts'
import { notificationType } from '../../../src/wire/push/management-notification.ts'
import { ownDraft } from '../../../src/wire/push/own-draft.ts'
import { field } from '../../../src/wire/wsp/headers.ts'
import { decodePush, encodePush } from '../../../src/wire/wsp/push-pdu.ts'
import type { WspPush } from '../../../src/wire/wsp/push-pdu.ts'
import { integerValue } from '../../../src/wire/wsp/values.ts'
import { handed, pushed, si, toldOf } from './push-trace.ts'

const alert = composePush(ownDraft('manage', { app: 'demo', link: '', at: 0 }))

const altered = (change: (push: WspPush) => Partial<WspPush>) => {
  const push = decodePush(alert.octets)
  return toldOf(check, handed({ ...alert, octets: encodePush({ ...push, ...change(push) }) }))
}

const application = (value: Parameters<typeof field>[1]) => [field('X-Wap-Application-Id', value)]

describe('the head of an alert for the management client', () => {
  it('is short, with type and application in front', () => {
    expect(toldOf(check, handed(alert))).toEqual(['pass: 13 octets before the alert'])
  })

  it('names its type by the number', () => {
    const media = { kind: 'text', text: notificationType } as const
    expect(altered(({ contentType }) => ({ contentType: { ...contentType, media } }))).toEqual([
      'fail: Unexpected a content type as text, expected the number 0x44.',
    ])
  })

  it('names the application, by its number', () => {
    const places = 'X-Wap-Application-Id directly behind the content type'
    expect(altered(() => ({ headers: [] }))).toEqual([
      `fail: Unexpected no application, expected ${places}.`,
    ])
    expect(
      altered(() => ({
        headers: application({ kind: 'text', text: 'x-wap-application:syncml.dm' }),
      })),
    ).toEqual(['fail: Unexpected application 7 as text, expected the number 7.'])
    expect(altered(() => ({ headers: application(integerValue(2)) }))).toEqual([
      'fail: Unexpected application 2 as integer, expected the number 7.',
    ])
  })

  it('has the application directly behind the type', () => {
    const told = altered(({ headers }) => ({
      headers: [field('Content-Length', integerValue(31)), ...headers],
    }))
    expect(told).toEqual([
      'fail: Unexpected Content-Length before it, expected X-Wap-Application-Id directly behind the content type.',
    ])
  })

  it('has at most 48 octets with the header of the message', () => {
    const uri = (octets: number) => [
      ...application(integerValue(7)),
      field('X-Wap-Initiator-URI', { kind: 'text', text: 'x'.repeat(octets) }),
    ]
    expect(altered(() => ({ headers: uri(33) }))).toEqual(['pass: 48 octets before the alert'])
    expect(altered(() => ({ headers: uri(34) }))).toEqual([
      'fail: Unexpected a head of 49 octets, expected at most 48.',
    ])
  })

  it('is looked at where there is an alert', () => {
    expect(toldOf(check, pushed(si()))).toEqual([
      'not-applicable: no alert for a management client was sent whose WSP the target wrote',
    ])
  })
})
