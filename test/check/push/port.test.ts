import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/port.ts'
import { composePush } from '../../../src/wire/push/compose-push.ts'
import type { UdhElement } from '../../../src/wire/sms/udh.ts'
import { handed, pushed, scripted, segmentsOf, si, toldOf } from './push-trace.ts'

const to = (elements: readonly UdhElement[]) =>
  toldOf(check, handed({ ...composePush(si()), elements }))

const ports = (destination: number, portBits: 8 | 16 = 16) =>
  to([{ kind: 'ports', portBits, destination, source: portBits === 8 ? 240 : 9200 }])

describe('a push', () => {
  it.each([2948, 2949])('goes to port %i', (port) => {
    expect(ports(port)).toEqual([`pass: port ${port}`])
  })

  it.each([9200, 16_500])('does not go to port %i', (port) => {
    expect(ports(port)).toEqual([`fail: Unexpected port ${port}, expected 2948.`])
  })

  it('does not go to a port of 8 bits', () => {
    expect(ports(240, 8)).toEqual(['fail: Unexpected port 240, expected 2948.'])
  })

  it('names the port in each segment', () => {
    const [first, ...others] = segmentsOf(composePush(si({ text: 'Install '.repeat(30) })))
    const bare = others.map((one) => ({
      ...one,
      elements: one.elements.filter(({ kind }) => kind !== 'ports'),
    }))
    if (first === undefined) throw new TypeError('no segment')
    expect(
      toldOf(
        check,
        [first, ...bare].flatMap((one) => handed(one)),
      ),
    ).toEqual(['fail: Unexpected a segment without ports, expected port 2948 in each.'])
  })

  it('may go elsewhere where the scenario wants it so', () => {
    const facts = [...scripted('port'), ...pushed({ ...si(), port: 9200 })]
    expect(toldOf(check, facts)).toEqual(['not-applicable: no push was sent by SMS'])
  })
})
