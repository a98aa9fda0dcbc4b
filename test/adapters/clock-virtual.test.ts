import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VirtualClock } from '../../src/adapters/clock-virtual.ts'

function runOut(clock: VirtualClock): void {
  while (clock.step());
}

describe('the virtual clock', () => {
  it('stands still until it is stepped', () => {
    const clock = new VirtualClock()
    clock.setTimeout(() => undefined, 1000)
    expect(clock.now()).toBe(0)
    expect(clock.nextDue).toBe(1000)
    expect(clock.pending).toBe(1)
    expect(clock.step()).toBe(true)
    expect(clock.now()).toBe(1000)
    expect(clock.pending).toBe(0)
    expect(clock.nextDue).toBe(undefined)
  })

  it('stays where it is when nothing is due any more', () => {
    const clock = new VirtualClock()
    expect(clock.step()).toBe(false)
    clock.setTimeout(() => undefined, 5)
    runOut(clock)
    expect(clock.step()).toBe(false)
    expect(clock.now()).toBe(5)
  })

  it('fires timers by their due times, and those of one instant in the order they were set', () => {
    const clock = new VirtualClock()
    const fired: string[] = []
    const due = { late: 30, 'first at 10': 10, 'second at 10': 10, early: 5, 'third at 10': 10 }
    for (const [name, ms] of Object.entries(due)) clock.setTimeout(() => fired.push(name), ms)
    runOut(clock)
    expect(fired).toEqual(['early', 'first at 10', 'second at 10', 'third at 10', 'late'])
  })

  it('fires chained delays each at its own instant', () => {
    const clock = new VirtualClock()
    const instants: number[] = []
    const chain = (left: number) => {
      if (left === 0) return
      clock.setTimeout(() => {
        instants.push(clock.now())
        chain(left - 1)
      }, 3000)
    }
    chain(4)
    clock.setTimeout(() => instants.push(clock.now()), 7000)
    runOut(clock)
    expect(instants).toEqual([3000, 6000, 7000, 9000, 12_000])
  })

  it('fires a timer of no delay, set by a timer, at the same instant but after its elders', () => {
    const clock = new VirtualClock()
    const fired: string[] = []
    clock.setTimeout(() => {
      fired.push('one')
      clock.setTimeout(() => fired.push('child of one'), 0)
    }, 10)
    clock.setTimeout(() => fired.push('two'), 10)
    runOut(clock)
    expect(fired).toEqual(['one', 'two', 'child of one'])
    expect(clock.now()).toBe(10)
  })

  it('takes a delay below nothing as none', () => {
    const clock = new VirtualClock()
    clock.setTimeout(() => undefined, -5)
    expect(clock.nextDue).toBe(0)
  })

  it('forgets a cancelled timer, and forgives a second cancel', () => {
    const clock = new VirtualClock()
    const fired: string[] = []
    const first = clock.setTimeout(() => fired.push('first'), 10)
    clock.setTimeout(() => fired.push('second'), 20)
    clock.clearTimeout(first)
    clock.clearTimeout(first)
    expect(clock.pending).toBe(1)
    expect(clock.nextDue).toBe(20)
    runOut(clock)
    clock.clearTimeout(first)
    expect(fired).toEqual(['second'])
  })

  it('lets a timer cancel one that is due at the same instant', () => {
    const clock = new VirtualClock()
    const fired: string[] = []
    clock.setTimeout(() => {
      fired.push('first')
      clock.clearTimeout(second)
    }, 10)
    const second = clock.setTimeout(() => fired.push('second'), 10)
    runOut(clock)
    expect(fired).toEqual(['first'])
  })

  it('goes on after a timer that throws', () => {
    const clock = new VirtualClock()
    clock.setTimeout(() => {
      throw new RangeError('thrown by a timer')
    }, 10)
    clock.setTimeout(() => undefined, 20)
    expect(() => clock.step()).toThrow('thrown by a timer')
    expect(clock.step()).toBe(true)
    expect(clock.now()).toBe(20)
  })

  it('runs 100,000 timers, half of them cancelled, in order', () => {
    const clock = new VirtualClock()
    const count = 100_000
    const instants: number[] = []
    const ids = Array.from({ length: count }, (_, index) =>
      clock.setTimeout(() => instants.push(clock.now()), (index * 7919) % count),
    )
    for (const [index, id] of ids.entries()) if (index % 2 === 1) clock.clearTimeout(id)
    expect(clock.pending).toBe(count / 2)
    runOut(clock)
    expect(instants).toEqual(instants.toSorted((a, b) => a - b))
    expect(instants.length).toBe(count / 2)
  })

  it('fires what a sorted list would, whatever is set and cancelled', () => {
    const doing = fc.oneof(
      fc.record({ does: fc.constant('set' as const), ms: fc.nat(20) }),
      fc.record({ does: fc.constant('cancel' as const), which: fc.nat(50) }),
      fc.record({ does: fc.constant('step' as const) }),
    )
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 300 }), (doings) => {
        const clock = new VirtualClock()
        const fired: number[] = []
        const ids: number[] = []
        let list: { readonly due: number; readonly id: number }[] = []
        const expected: number[] = []
        const stepBoth = () => {
          const [next] = list
          if (next !== undefined) expected.push(next.id)
          list = list.slice(1)
          return clock.step()
        }
        for (const one of doings) {
          if (one.does === 'step') stepBoth()
          if (one.does === 'cancel') {
            const id = ids[one.which]
            if (id === undefined) continue
            clock.clearTimeout(id)
            list = list.filter((timer) => timer.id !== id)
          }
          if (one.does === 'set') {
            const id: number = clock.setTimeout(() => fired.push(id), one.ms)
            ids.push(id)
            list = [...list, { due: clock.now() + one.ms, id }].toSorted(
              (a, b) => a.due - b.due || a.id - b.id,
            )
          }
          expect(clock.pending).toBe(list.length)
          expect(clock.nextDue).toBe(list[0]?.due)
        }
        while (stepBoth());
        expect(fired).toEqual(expected)
      }),
    )
  })
})
