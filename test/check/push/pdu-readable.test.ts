import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/pdu-readable.ts'
import { composePush } from '../../../src/wire/push/compose-push.ts'
import { field } from '../../../src/wire/wsp/headers.ts'
import { integerValue } from '../../../src/wire/wsp/values.ts'
import { handed, pushed, si, toldOf, wsp } from './push-trace.ts'

describe('a push', () => {
  it('is a Push PDU', () => {
    expect(toldOf(check, pushed(si()))).toEqual(['pass: a Push of 38 octets'])
  })

  it('is not confirmed without a session', () => {
    expect(
      toldOf(
        check,
        wsp(() => ({ confirmed: true })),
      ),
    ).toEqual(['fail: Unexpected a ConfirmedPush without a session, expected a Push.'])
  })

  it('has headers that end within it', () => {
    const message = composePush(si())
    const octets = message.octets.map((octet, index) => (index === 2 ? 127 : octet))
    expect(toldOf(check, handed({ ...message, octets }))[0]).toContain(
      'fail: No push can be read: ',
    )
  })

  it('states the length that its body has', () => {
    const stated = (length: number) =>
      toldOf(
        check,
        wsp(() => ({ headers: [field('Content-Length', integerValue(length))] })),
      )
    expect(stated(38)).toEqual(['pass: a Push of 38 octets'])
    expect(stated(37)).toEqual([
      'fail: Unexpected Content-Length 37 before a body of 38 octets, expected 38.',
    ])
  })
})
