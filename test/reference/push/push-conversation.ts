/** All that a server is asked to push, to operators that take it well and to those that do not: what it says meanwhile. */
import type { PushFault } from '../../../src/reference/push/pusher.ts'
import { openRig } from './push-rig.ts'

const text = 'one two three four five six seven eight nine ten '.repeat(4)
const nobody = { to: '+358409999999' }
const minute = 60_000

export async function conversePushing(fault: PushFault | undefined): Promise<readonly unknown[]> {
  const rig = await openRig(fault)
  const arm = (
    on: 'bind' | 'submit' | 'post',
    act: 'throttle' | 'queue-full' | 'refuse' | 'lose-request',
    nth = 1,
  ) => rig.network.script.arm({ on, from: nth, to: nth, act })
  arm('bind', 'refuse')
  rig.phone.answer = 'absent'
  await rig.push('smsc')
  await rig.advance(15 * minute)
  rig.network.haveCentre('enquire-link')
  rig.network.haveCentre('odd-receipts')
  rig.network.haveCentre('unbind')
  await rig.advance(minute)
  rig.phone.answer = 'taken'
  rig.line.reachable()
  await rig.advance(minute)
  arm('submit', 'throttle')
  await rig.push('smsc')
  await rig.advance(2 * minute)
  arm('submit', 'lose-request', 2)
  await rig.push('smsc', { draft: { kind: 'text', text } })
  await rig.push('smsc', nobody)
  await rig.advance(2 * minute)
  await rig.push('ppg', { validForMs: minute })
  await rig.push('ppg', nobody)
  arm('post', 'throttle')
  await rig.push('ppg')
  await rig.advance(2 * minute)
  arm('post', 'queue-full')
  await rig.push('ppg')
  await rig.advance(2 * minute)
  arm('post', 'lose-request')
  await rig.push('ppg')
  await rig.advance(2 * minute)
  await rig.close()
  return rig.packets
}
