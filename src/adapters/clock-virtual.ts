import type { Clock, TimerId } from '../handset/ports.ts'

interface Timer {
  readonly due: number
  /** Registration number: timers due at the same instant fire in the order they were set. */
  readonly id: TimerId
  fn: (() => void) | undefined
}

/**
 * Time that moves only when told, one timer at a time, each at its own due instant (chained delays therefore fire at the
 * right times). A binary heap ordered by due time, then by registration; cancelled timers are dropped lazily.
 */
export class VirtualClock implements Clock {
  #now = 0
  #lastId = 0
  #heap: Timer[] = []
  readonly #live = new Map<TimerId, Timer>()

  now(): number {
    return this.#now
  }

  /** Number of timers that will still fire. */
  get pending(): number {
    return this.#live.size
  }

  /** Due instant of the next timer. */
  get nextDue(): number | undefined {
    this.#dropCancelled()
    return this.#heap[0]?.due
  }

  setTimeout(fn: () => void, ms: number): TimerId {
    this.#lastId += 1
    const timer: Timer = { due: this.#now + Math.max(0, ms), id: this.#lastId, fn }
    this.#live.set(timer.id, timer)
    this.#heap.push(timer)
    this.#siftUp(this.#heap.length - 1)
    return timer.id
  }

  clearTimeout(id: TimerId): void {
    const timer = this.#live.get(id)
    if (timer === undefined) return
    timer.fn = undefined
    this.#live.delete(id)
    if (this.#heap.length > 64 && this.#live.size * 2 < this.#heap.length) this.#compact()
  }

  /** Moves to the next timer's instant and runs it. False when no timer is left. */
  step(): boolean {
    this.#dropCancelled()
    const timer = this.#pop()
    if (timer?.fn === undefined) return false
    this.#live.delete(timer.id)
    this.#now = timer.due
    timer.fn()
    return true
  }

  #dropCancelled(): void {
    while (this.#heap[0] !== undefined && this.#heap[0].fn === undefined) this.#pop()
  }

  #compact(): void {
    this.#heap = this.#heap.filter((timer) => timer.fn !== undefined)
    for (let index = (this.#heap.length >> 1) - 1; index >= 0; index -= 1) this.#siftDown(index)
  }

  #pop(): Timer | undefined {
    const first = this.#heap[0]
    const last = this.#heap.pop()
    if (first === undefined || last === undefined || first === last) return first
    this.#heap[0] = last
    this.#siftDown(0)
    return first
  }

  #siftUp(start: number): void {
    const heap = this.#heap
    let index = start
    const timer = heap[index]
    if (timer === undefined) return
    while (index > 0) {
      const parentIndex = (index - 1) >> 1
      const parent = heap[parentIndex]
      if (parent === undefined || !isBefore(timer, parent)) break
      heap[index] = parent
      index = parentIndex
    }
    heap[index] = timer
  }

  #siftDown(start: number): void {
    const heap = this.#heap
    let index = start
    const timer = heap[index]
    if (timer === undefined) return
    for (;;) {
      const left = 2 * index + 1
      const leftTimer = heap[left]
      if (leftTimer === undefined) break
      const rightTimer = heap[left + 1]
      const takesRight = rightTimer !== undefined && isBefore(rightTimer, leftTimer)
      const child = takesRight ? rightTimer : leftTimer
      if (!isBefore(child, timer)) break
      heap[index] = child
      index = takesRight ? left + 1 : left
    }
    heap[index] = timer
  }
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.due < b.due || (a.due === b.due && a.id < b.id)
}
