import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/sms/protocol-id.ts'
import { composePush } from '../../../src/wire/push/compose-push.ts'
import { handed, si, toldOf } from '../push/push-trace.ts'

const told = (protocolId: number) =>
  toldOf(check, handed(composePush(si()), { pdu: { protocolId } }))

describe('the protocol identifier', () => {
  it('is 0', () => {
    expect(told(0)).toEqual(['pass: protocol_id 0'])
  })

  it('replaces nothing', () => {
    expect(told(0x41)).toEqual(['fail: Unexpected protocol_id 0x41, expected 0x00.'])
  })
})
