import { describe, expect, it } from 'vitest'
import { WallClock } from '../../src/adapters/clock-wall.ts'

describe('the wall clock', () => {
  it('begins at nothing and goes by itself', async () => {
    const clock = new WallClock()
    expect(clock.now()).toBeLessThan(50)
    const at = await new Promise<number>((resolve) => {
      clock.setTimeout(() => resolve(clock.now()), 20)
    })
    expect(at).toBeGreaterThanOrEqual(19)
    expect(clock.pending).toBe(0)
  })

  it('forgets a cancelled timer', async () => {
    const clock = new WallClock()
    const fired: string[] = []
    const first = clock.setTimeout(() => fired.push('first'), 1)
    clock.clearTimeout(first)
    expect(clock.pending).toBe(0)
    await new Promise<void>((resolve) => void clock.setTimeout(resolve, 5))
    expect(fired).toEqual([])
  })

  it('fires nothing after it was closed', async () => {
    const clock = new WallClock()
    const fired: string[] = []
    clock.setTimeout(() => fired.push('late'), 1)
    clock.close()
    expect(clock.pending).toBe(0)
    const other = new WallClock()
    await new Promise<void>((resolve) => void other.setTimeout(resolve, 5))
    expect(fired).toEqual([])
  })
})
