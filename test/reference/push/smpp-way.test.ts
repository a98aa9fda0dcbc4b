import { describe, expect, test } from 'vitest'
import { openRig } from './push-rig.ts'

const text = 'one two three four five six seven eight nine ten '.repeat(4)

describe('as a client of the SMSC, the server', () => {
  test('binds once, takes receipts and takes leave when nothing is left', async () => {
    const rig = await openRig()
    await rig.push('smsc')
    await rig.push('smsc')
    await rig.advance(600_000)
    expect(rig.said()).toEqual([
      '0 bind_transceiver',
      '0 submit_sm',
      '0 submit_sm',
      '0 deliver_sm_resp',
      '0 deliver_sm_resp',
      '240 unbind',
    ])
    await rig.close()
  })

  test('asks whether the SMSC is there while it waits for receipts', async () => {
    const rig = await openRig()
    rig.phone.answer = 'absent'
    await rig.push('smsc')
    await rig.advance(500_000)
    rig.phone.answer = 'taken'
    rig.line.reachable()
    await rig.advance(500_000)
    expect(rig.said()).toEqual([
      '0 bind_transceiver',
      '0 submit_sm',
      '240 enquire_link',
      '480 enquire_link',
      '500 deliver_sm_resp',
      '740 unbind',
    ])
    await rig.close()
  })

  test('answers what the SMSC asks, and binds again for the receipts it waits for', async () => {
    const rig = await openRig()
    rig.phone.answer = 'absent'
    await rig.push('smsc')
    expect(rig.network.haveCentre('enquire-link')).toBe(1)
    await rig.advance(1000)
    rig.network.haveCentre('unbind')
    await rig.advance(60_000)
    rig.network.haveCentre('cut')
    await rig.advance(60_000)
    expect(rig.said()).toEqual([
      '0 bind_transceiver',
      '0 submit_sm',
      '0 enquire_link_resp',
      '1 unbind_resp',
      '11 bind_transceiver',
      '71 bind_transceiver',
    ])
    await rig.close()
  })

  test.each([
    ['throttle', [0, 60]],
    ['queue-full', [0, 60]],
    ['lose-request', [0, 10]],
  ] as const)('hands a message in again after %s', async (act, instants) => {
    const rig = await openRig()
    rig.network.script.arm({ on: 'submit', from: 1, to: 1, act })
    expect(await rig.push('smsc')).toEqual({ kind: 'handed in' })
    await rig.advance(200_000)
    const submissions = rig.said().filter((line) => line.endsWith('submit_sm'))
    expect(submissions).toEqual(instants.map((at) => `${at} submit_sm`))
    expect(rig.phone.taken.length).toBe(1)
    await rig.close()
  })

  test('gives a message up that is refused for good', async () => {
    const rig = await openRig()
    rig.network.script.arm({ on: 'submit', from: 1, to: 1, act: 'refuse' })
    expect(await rig.push('smsc')).toEqual({ kind: 'refused', reason: 'submission status 69' })
    await rig.advance(200_000)
    expect(rig.said()).toEqual(['0 bind_transceiver', '0 submit_sm'])
    await rig.close()
  })

  test('goes on with the segment that had no answer', async () => {
    const rig = await openRig()
    rig.network.script.arm({ on: 'submit', from: 2, to: 2, act: 'lose-request' })
    await rig.push('smsc', { draft: { kind: 'text', text } })
    await rig.advance(60_000)
    expect(rig.said().filter((line) => !line.endsWith('_resp'))).toEqual([
      '0 bind_transceiver',
      '0 submit_sm',
      '0 submit_sm',
      '10 bind_transceiver',
      '10 submit_sm',
    ])
    expect(rig.phone.taken.length).toBe(2)
    await rig.close()
  })

  test('waits longer each time it may not bind, and gives up after five attempts', async () => {
    const rig = await openRig()
    rig.network.script.arm({ on: 'bind', from: 1, to: 99, act: 'refuse' })
    await rig.push('smsc')
    await rig.advance(6_000_000)
    expect(rig.said()).toEqual([
      '0 bind_transceiver',
      '10 bind_transceiver',
      '30 bind_transceiver',
      '70 bind_transceiver',
      '150 bind_transceiver',
    ])
    await rig.close()
  })
})
