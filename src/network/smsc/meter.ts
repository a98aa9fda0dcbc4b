/** Submissions of each account in the second of the clock that runs. */
export class Meter {
  readonly #perSecondMax: number
  #second = Number.NaN
  #taken = new Map<string, number>()

  constructor(perSecondMax: number) {
    this.#perSecondMax = perSecondMax
  }

  take(name: string, now: number): boolean {
    const second = Math.floor(now / 1000)
    if (second !== this.#second) {
      this.#second = second
      this.#taken.clear()
    }
    const taken = (this.#taken.get(name) ?? 0) + 1
    this.#taken.set(name, taken)
    return taken <= this.#perSecondMax
  }
}
