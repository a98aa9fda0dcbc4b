import type { Clock, TimerId } from '../handset/ports.ts'

/** Wall time since the clock was made, for servers whose own timers matter. Timers are cancelled by `close`. */
export class WallClock implements Clock {
  readonly #began = performance.now()
  readonly #timers = new Map<TimerId, NodeJS.Timeout>()
  #lastId = 0

  now(): number {
    return Math.round(performance.now() - this.#began)
  }

  get pending(): number {
    return this.#timers.size
  }

  setTimeout(fn: () => void, ms: number): TimerId {
    this.#lastId += 1
    const id = this.#lastId
    const timer = setTimeout(() => {
      this.#timers.delete(id)
      fn()
    }, ms)
    this.#timers.set(id, timer)
    return id
  }

  clearTimeout(id: TimerId): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }
}
