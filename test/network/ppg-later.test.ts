import { afterEach, describe, expect, test } from 'vitest'
import { closeGateways, entity, phone, post, push, pushOf, raise } from './ppg-rig.ts'

afterEach(closeGateways)

describe('later', () => {
  const query = (addresses: readonly string[] = [], pushId = push.pushId) =>
    entity({ kind: 'statusquery-message', pushId, addresses })
  const cancel = (addresses: readonly string[] = [], pushId = push.pushId) =>
    entity({ kind: 'cancel-message', pushId, addresses })

  test('an initiator asks how its push is, and cancels it while it waits', async () => {
    const rig = await raise()
    rig.phone.answer = 'absent'
    await post(rig, pushOf())
    rig.until(0)
    expect(await post(rig, query())).toMatchObject({ results: [{ messageState: 'pending' }] })
    expect(await post(rig, cancel())).toEqual({
      kind: 'cancel-response',
      pushId: push.pushId,
      results: [{ code: 1000, description: 'cancelled', addresses: [phone] }],
    })
    expect(await post(rig, query([phone]))).toEqual({
      kind: 'statusquery-response',
      pushId: push.pushId,
      results: [
        {
          code: 1000,
          description: 'done',
          addresses: [phone],
          eventTime: '2006-03-01T09:00:00Z',
          messageState: 'cancelled',
        },
      ],
    })
  })

  test('what was delivered is cancelled too late', async () => {
    const rig = await raise()
    await post(rig, pushOf())
    rig.until(0)
    expect(await post(rig, cancel())).toMatchObject({ results: [{ code: 2008 }] })
    expect(await post(rig, query())).toMatchObject({ results: [{ messageState: 'delivered' }] })
  })

  test('a push or an address that is not known has its code', async () => {
    const rig = await raise()
    await post(rig, pushOf())
    const answers = await Promise.all([
      post(rig, query([], 'x')),
      post(rig, cancel([], 'x')),
      post(rig, query(['y'])),
      post(rig, cancel(['y'])),
    ])
    expect(answers).toMatchObject([
      { results: [{ code: 2004, messageState: 'unknown' }] },
      { results: [{ code: 2004 }] },
      { results: [{ code: 2003, messageState: 'unknown' }] },
      { results: [{ code: 2003 }] },
    ])
  })
})
