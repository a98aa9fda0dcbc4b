import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/octets-coding.ts'
import { composePush } from '../../../src/wire/push/compose-push.ts'
import { handed, si, toldOf } from './push-trace.ts'

const coded = (dataCoding: number) => toldOf(check, handed({ ...composePush(si()), dataCoding }))

describe('what goes to a port', () => {
  it.each(['04', '15', 'f5'])('may be coded 0x%s', (coding) => {
    expect(coded(Number.parseInt(coding, 16))).toEqual([`pass: data coding 0x${coding}`])
  })

  it.each(['00', '08', 'f1'])('is not coded 0x%s', (coding) => {
    expect(coded(Number.parseInt(coding, 16))).toEqual([
      `fail: Unexpected data coding 0x${coding} for data, expected 8-bit data: 0x04, 0x15 or 0xf5.`,
    ])
  })
})
