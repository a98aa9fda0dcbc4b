import { describe, expect, it } from 'vitest'
import { createInFlight } from '../../src/handset/in-flight.ts'

describe('what is in flight', () => {
  it('is counted until it has come, well or ill', async () => {
    const inFlight = createInFlight()
    const well = inFlight.track(Promise.resolve('here'))
    const ill = inFlight.track(Promise.reject(new Error('gone')))
    expect(inFlight.count).toBe(2)
    expect(await well).toBe('here')
    await expect(ill).rejects.toThrow('gone')
    await inFlight.idle()
    expect(inFlight.count).toBe(0)
  })

  it('is not counted while it waits for time to pass, so that time passes', async () => {
    const inFlight = createInFlight()
    const end = Promise.withResolvers<undefined>()
    const tracked = inFlight.track(end.promise)
    const idle = inFlight.idle()
    const goOn = inFlight.pause()
    await idle
    expect(inFlight.count).toBe(0)
    goOn()
    expect(inFlight.count).toBe(1)
    end.resolve(undefined)
    await tracked
    expect(inFlight.count).toBe(0)
  })
})
