import type { Dispatcher } from 'undici'
import type { HttpOutcome, HttpRequest } from '../handset/ports.ts'
import type { ExchangeFailure } from '../trace/events.ts'
import { explainFailure, isSilentClose } from './failure-cause.ts'
import type { Progress } from './failure-cause.ts'
import type { HttpLimits } from './http-limits.ts'
import type { RequestOctets } from './request-octets.ts'
import { ResponseRecorder } from './response-recorder.ts'
import type { Watch, Watched } from './watch.ts'

/** The connection that an exchange runs on. */
export interface Carrier {
  /** It is open. */
  readonly connected: boolean
  /** It carried an exchange before this one, so its end may have nothing to do with this one. */
  readonly reused: boolean
  /** Octets that may have left the target before they were taken; none: they were not taken at a pace. */
  readonly aheadBytesMax: number | undefined
}

export type Ending = 'whole' | 'broken' | 'stale'

/** One exchange from its dispatch to its outcome. Only the first ending counts. */
export class Exchange implements Dispatcher.DispatchHandler, Watched {
  readonly sent: RequestOctets
  readonly #request: HttpRequest
  readonly #limits: HttpLimits
  readonly #watch: Watch
  readonly #startedAt = performance.now()
  /** On the watch: when it began and when octets last arrived. */
  readonly #beganAt: number
  #heardAt: number
  readonly #carrier: () => Carrier
  readonly #end: (ending: Ending, outcome: HttpOutcome | undefined) => void
  readonly #recorder: ResponseRecorder
  #started = false
  #ended = false
  /** The target is not silent: it is we who do not listen. */
  #isTaking = false

  constructor(parts: {
    readonly request: HttpRequest
    readonly sent: RequestOctets
    readonly limits: HttpLimits
    readonly watch: Watch
    readonly carrier: () => Carrier
    readonly end: (ending: Ending, outcome: HttpOutcome | undefined) => void
  }) {
    this.#request = parts.request
    this.sent = parts.sent
    this.#limits = parts.limits
    this.#watch = parts.watch
    this.#beganAt = parts.watch.now
    this.#heardAt = this.#beganAt
    this.#carrier = parts.carrier
    this.#end = parts.end
    this.#recorder = new ResponseRecorder(parts.limits)
  }

  /** Octets from the target; answers what a parser may have of them. */
  takeOctets(chunk: Uint8Array): Uint8Array | undefined {
    this.#heardAt = this.#watch.now
    if (this.#ended || this.#recorder.hasHead) return chunk
    const progress = this.#recorder.takeHead(chunk)
    if (progress.kind === 'failure') this.fail(progress.failure)
    return progress.kind === 'head' ? progress.octets : undefined
  }

  /** Waits as long as the phone takes for so many octets; false: it takes no more. */
  async waitFor(bytes: number): Promise<boolean> {
    const { pace } = this.#request
    if (pace === undefined || this.#ended) return true
    this.#isTaking = true
    const goesOn = await pace.take(bytes)
    this.#isTaking = false
    this.#heardAt = this.#watch.now
    if (!goesOn) this.#cut()
    return goesOn
  }

  onRequestStart(): void {}

  onResponseStart(): void {
    this.#started = true
    this.#request.pace?.begin(this.#recorder.statedBytes)
    if (this.#request.cutAtBodyByte === 0) this.#cut()
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    if (this.#ended) return
    const { cutAtBodyByte = Infinity } = this.#request
    const { bodyBytesMax } = this.#limits
    const kept = this.#recorder.takeBody(chunk, Math.min(cutAtBodyByte, bodyBytesMax))
    if (this.#recorder.bodyBytes === cutAtBodyByte) this.#cut()
    else if (kept < chunk.length) {
      const detail = `the response body is longer than bodyBytesMax, ${bodyBytesMax} octets`
      this.fail({ cause: 'limit', detail })
    }
  }

  onResponseEnd(): void {
    if (this.#ended) return
    const { response } = this.#recorder
    if (response === undefined) {
      this.fail({ cause: 'malformed', detail: 'Unexpected end of a response without a head' })
      return
    }
    this.#ended = true
    this.#end('whole', { kind: 'response', ...this.#about(), response })
  }

  onResponseError(_controller: unknown, error: Error): void {
    if (this.#ended) return
    const progress = this.#progress()
    if (this.#carrier().reused && isSilentClose(error, progress)) {
      this.#end('stale', undefined)
      return
    }
    this.fail(explainFailure(error, progress))
  }

  /** Ends it; what had arrived is kept. */
  fail(failure: ExchangeFailure): void {
    if (this.#ended) return
    this.#ended = true
    const { response } = this.#recorder
    const arrived = response === undefined ? {} : { response }
    this.#end('broken', { kind: 'failure', failure, ...this.#about(), ...arrived })
  }

  /** Ends it when the target has been silent, or has taken in all, for too long. */
  checkTime(): void {
    const { idleMsMax, totalMsMax, pacedMsMax } = this.#limits
    const allMsMax = this.#request.pace === undefined ? totalMsMax : pacedMsMax
    // The watch may have ticked just after the octets came.
    const past = this.#watch.now - this.#watch.tickMs
    if (past - this.#heardAt >= idleMsMax && !this.#isTaking) {
      const missing = this.#recorder.response === undefined ? 'answer' : 'end of the response'
      const detail = `no ${missing} came within idleMsMax, ${idleMsMax} ms`
      this.fail({ cause: 'timeout', detail })
    } else if (past - this.#beganAt >= allMsMax) {
      const name = allMsMax === totalMsMax ? 'totalMsMax' : 'pacedMsMax'
      this.fail({ cause: 'timeout', detail: `not over after ${name}, ${allMsMax} ms` })
    }
  }

  #cut(): void {
    const octets = this.#recorder.bodyBytes
    this.fail({ cause: 'no-coverage', detail: `cut after ${octets} octets of the response body` })
  }

  #progress(): Progress {
    const { heldBytes, response } = this.#recorder
    const { connected } = this.#carrier()
    const secure = this.sent.origin.slice(0, 6).toLowerCase() === 'https:'
    return { connected, secure, heldBytes, response, started: this.#started }
  }

  #about() {
    const ms = Math.round((performance.now() - this.#startedAt) * 1000) / 1000
    const { aheadBytesMax } = this.#carrier()
    return {
      request: this.sent.recorded,
      measured: { ms },
      ...(aheadBytesMax === undefined ? {} : { aheadBytesMax }),
    }
  }
}
