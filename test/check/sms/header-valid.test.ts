import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/sms/header-valid.ts'
import { composePush } from '../../../src/wire/push/compose-push.ts'
import { handed, pushed, si, toldOf } from '../push/push-trace.ts'

const si1 = composePush(si())

describe('a message', () => {
  it('has a header where its flag says so', () => {
    expect(toldOf(check, pushed(si()))).toEqual(['pass: 1 elements in its header'])
    expect(toldOf(check, pushed({ kind: 'text', text: 'Hello' }))).toEqual([
      'pass: 0 elements in its header',
    ])
  })

  it('has none where its flag is not set', () => {
    expect(toldOf(check, handed(si1, { pdu: { esmClass: 0 } }))).toEqual([
      'fail: Unexpected a header in user data whose flag is not set, expected esm_class with 0x40.',
    ])
  })

  it.each([
    ['leads out of it', [40, 5, 4, 11, 132]],
    ['has an element that leads out of it', [4, 5, 9, 11, 132]],
  ])('has no header that %s', (_, octets) => {
    const pdu = { esmClass: 0x40, shortMessage: Uint8Array.from(octets) }
    expect(toldOf(check, handed(si1, { pdu }))[0]).toContain('fail: Unexpected header: ')
  })

  it('may begin like a header when it is a text', () => {
    const pdu = {
      esmClass: 0,
      dataCoding: 0,
      shortMessage: Uint8Array.of(6, 5, 4, 11, 132, 35, 240),
    }
    expect(toldOf(check, handed(si1, { pdu }))).toEqual(['pass: 0 elements in its header'])
  })
})
