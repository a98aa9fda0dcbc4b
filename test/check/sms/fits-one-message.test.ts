import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/sms/fits-one-message.ts'
import { handed, pushed, si, toldOf } from '../push/push-trace.ts'

const sized = (octets: number, dataCoding: number) =>
  toldOf(
    check,
    handed(
      { dataCoding, elements: [], octets: new Uint8Array() },
      { pdu: { shortMessage: new Uint8Array(octets).fill(65) } },
    ),
  )

describe('a message', () => {
  it.each([
    [140, 4, 'octets'],
    [140, 8, 'octets'],
    [160, 0, 'septets'],
  ])('holds %i units in coding %i', (most, coding, unit) => {
    expect(sized(most, coding)).toEqual([`pass: ${most} ${unit} of ${most}`])
    expect(sized(most + 1, coding)).toEqual([
      `fail: Unexpected ${most + 1} ${unit} in one message, expected at most ${most}.`,
    ])
  })

  it('counts its header', () => {
    const [first] = pushed(si({ text: 'Install '.repeat(30) }))
    if (first === undefined) throw new TypeError('no segment')
    expect(toldOf(check, [first])).toEqual(['pass: 140 octets of 140'])
  })

  it('counts the header of a text in septets', () => {
    const [first] = pushed({ kind: 'text', text: 'x'.repeat(200) })
    if (first === undefined) throw new TypeError('no segment')
    expect(toldOf(check, [first])).toEqual(['pass: 160 septets of 160'])
  })
})
