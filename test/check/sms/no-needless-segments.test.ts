import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/sms/no-needless-segments.ts'
import { composePush } from '../../../src/wire/push/compose-push.ts'
import type { UdhElement } from '../../../src/wire/sms/udh.ts'
import { handed, pushed, si, toldOf } from '../push/push-trace.ts'

function halves() {
  const { dataCoding, elements, octets } = composePush(si())
  return [octets.subarray(0, 20), octets.subarray(20)].flatMap((half, index) => {
    const place: UdhElement = {
      kind: 'concatenation',
      referenceBits: 8,
      reference: 1,
      total: 2,
      sequence: index + 1,
    }
    return handed({ dataCoding, elements: [...elements, place], octets: half })
  })
}

describe('a message', () => {
  it('has as many segments as it needs', () => {
    expect(toldOf(check, pushed(si({ text: 'Install '.repeat(40) })))).toEqual([
      'pass: 3 segments, as many as it needs',
    ])
  })

  it('has no more', () => {
    expect(toldOf(check, halves())).toEqual(['fail: Unexpected 2 segments, expected 1.'])
  })
})
