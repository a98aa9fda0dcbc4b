import { describe, expect, it } from 'vitest'
import { VirtualClock } from '../../src/adapters/clock-virtual.ts'
import { WallClock } from '../../src/adapters/clock-wall.ts'
import { HarnessFault } from '../../src/errors.ts'
import { createInFlight } from '../../src/handset/in-flight.ts'
import { createVirtualDrive, createWallDrive } from '../../src/run/drive.ts'

function openVirtual() {
  const clock = new VirtualClock()
  const inFlight = createInFlight()
  return { clock, inFlight, drive: createVirtualDrive(clock, inFlight) }
}

/** An effect that takes several turns of the event loop. */
async function takeTurns(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('effects in flight', () => {
  it('are waited for, all of them', async () => {
    const inFlight = createInFlight()
    const ended: string[] = []
    void inFlight.track(takeTurns(2)).then(() => ended.push('short'))
    void inFlight.track(takeTurns(5)).then(() => ended.push('long'))
    expect(inFlight.count).toBe(2)
    await inFlight.idle()
    await takeTurns(1)
    expect(ended).toEqual(['short', 'long'])
    expect(inFlight.count).toBe(0)
  })

  it('are none at the beginning', async () => {
    await expect(createInFlight().idle()).resolves.toBe(undefined)
  })

  it('are over when they fail, and who waits for one learns of it', async () => {
    const inFlight = createInFlight()
    const effect = inFlight.track(Promise.reject(new RangeError('broken')))
    await expect(effect).rejects.toThrow('broken')
    expect(inFlight.count).toBe(0)
  })
})

describe('the driver of virtual time', () => {
  it('does not move time while the test holds', async () => {
    const { clock, drive } = openVirtual()
    clock.setTimeout(() => undefined, 10)
    expect(await drive.until(() => true, 1000)).toBe(true)
    expect(clock.now()).toBe(0)
  })

  it('moves time timer by timer until the test holds', async () => {
    const { clock, drive } = openVirtual()
    const fired: number[] = []
    for (const ms of [10, 20, 30]) clock.setTimeout(() => fired.push(clock.now()), ms)
    expect(await drive.until(() => fired.length === 2, 1000)).toBe(true)
    expect(clock.now()).toBe(20)
  })

  it('gives up when the time is over, and leaves its own timer behind nowhere', async () => {
    const { clock, drive } = openVirtual()
    clock.setTimeout(() => undefined, 5000)
    expect(await drive.until(() => false, 1000)).toBe(false)
    expect(clock.now()).toBe(1000)
    expect(clock.pending).toBe(1)
  })

  it('stands still while an effect is in flight', async () => {
    const { clock, inFlight, drive } = openVirtual()
    const instants: number[] = []
    void inFlight.track(takeTurns(20)).then(() => instants.push(clock.now()))
    clock.setTimeout(() => instants.push(clock.now()), 1)
    await drive.advance(10)
    expect(instants).toEqual([0, 1])
  })

  it('waits for an effect that another begins', async () => {
    const { clock, inFlight, drive } = openVirtual()
    const instants: number[] = []
    void inFlight
      .track(takeTurns(3))
      .then(() => inFlight.track(takeTurns(3)))
      .then(() => instants.push(clock.now()))
    await drive.advance(10)
    expect(instants).toEqual([0])
  })

  it('advances exactly as far as it is told', async () => {
    const { clock, drive } = openVirtual()
    clock.setTimeout(() => undefined, 1001)
    await drive.advance(1000)
    expect(clock.now()).toBe(1000)
    await drive.advance(0)
    expect(clock.now()).toBe(1000)
  })

  it('rests when no timer is left, long before the limit', async () => {
    const { clock, drive } = openVirtual()
    clock.setTimeout(() => undefined, 700)
    await drive.rest(600_000)
    expect(clock.now()).toBe(700)
  })

  it('does not rest longer than its limit', async () => {
    const { clock, drive } = openVirtual()
    const again = () => void clock.setTimeout(again, 60_000)
    again()
    await drive.rest(600_000)
    expect(clock.now()).toBe(600_000)
  })

  it('names the limit of timers that one case may use up', async () => {
    const clock = new VirtualClock()
    const drive = createVirtualDrive(clock, createInFlight(), 100)
    const again = () => void clock.setTimeout(again, 0)
    again()
    await expect(drive.advance(1000)).rejects.toThrow(
      new HarnessFault('run/timers', 'the case used up timersMax = 100 timers'),
    )
  })

  it('lets go of its own timer when the test throws', async () => {
    const { clock, drive } = openVirtual()
    const broken = () => {
      throw new RangeError('broken')
    }
    await expect(drive.until(broken, 1000)).rejects.toThrow('broken')
    expect(clock.pending).toBe(0)
  })
})

describe('the driver of wall time', () => {
  function openWall() {
    const clock = new WallClock()
    const inFlight = createInFlight()
    const listeners: (() => void)[] = []
    const drive = createWallDrive(clock, inFlight, (listener) => void listeners.push(listener))
    const tell = () => {
      for (const listener of listeners) listener()
    }
    return { clock, inFlight, drive, tell }
  }

  it('looks again whenever something has happened', async () => {
    const { clock, drive, tell } = openWall()
    let happened = false
    clock.setTimeout(() => {
      happened = true
      tell()
    }, 5)
    expect(await drive.until(() => happened, 5000)).toBe(true)
    expect(clock.now()).toBeLessThan(1000)
    expect(clock.pending).toBe(0)
  })

  it('gives up when the time is over', async () => {
    const { clock, drive } = openWall()
    expect(await drive.until(() => false, 5)).toBe(false)
    expect(clock.pending).toBe(0)
  })

  it('rests when nothing is in flight and no timer is left', async () => {
    const { clock, inFlight, drive, tell } = openWall()
    void inFlight.track(takeTurns(5)).then(tell)
    await drive.rest(5000)
    expect(inFlight.count).toBe(0)
    expect(clock.now()).toBeLessThan(1000)
  })
})
