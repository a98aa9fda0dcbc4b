import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/cache-operation-trusted.ts'
import { href, pushed, si, toldOf } from './push-trace.ts'

const forgotten = (flags?: number) =>
  toldOf(
    check,
    pushed({ kind: 'co', operation: { invalidates: [{ scope: 'object', uri: href }] }, flags }),
  )

describe('an order to empty the cache', () => {
  it('is flagged as trusted', () => {
    expect(forgotten(0x02)).toEqual(['pass: the flag of trusted content'])
    expect(forgotten(0x07)).toEqual(['pass: the flag of trusted content'])
  })

  it('is not sent without the flag', () => {
    expect(forgotten()).toEqual([
      'fail: Unexpected no Push-Flag, expected Push-Flag with bit 0x02, trusted content.',
    ])
    expect(forgotten(0x04)).toEqual([
      'fail: Unexpected a Push-Flag without that bit, expected Push-Flag with bit 0x02, trusted content.',
    ])
  })

  it('is no indication', () => {
    expect(toldOf(check, pushed(si()))).toEqual([
      'not-applicable: no cache operation was sent whose WSP the target wrote',
    ])
  })
})
