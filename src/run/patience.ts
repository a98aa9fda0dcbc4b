/**
 * How long a run waits in vain for its target, in all. A server that keeps every request waiting until it is given up would
 * make a run of minutes one of hours; after so much of it the run asks nothing more and says so.
 */
import type { Http, HttpOutcome, HttpRequest } from '../handset/ports.ts'

export interface Patience {
  /** Why nothing is asked any more; none while there is patience left. */
  readonly spent: string | undefined
  /** The same way to the target, on which waiting counts. */
  over(http: Http): Http
}

const noOctets = new Uint8Array(0)

/** @param msMax real time that exchanges may last before they are given up, all of them together */
export function createPatience(msMax: number): Patience {
  let waitedMs = 0
  let given = 0
  const why = (): string | undefined =>
    waitedMs < msMax
      ? undefined
      : `the target kept ${given} ${given === 1 ? 'request' : 'requests'} waiting in vain for ${Math.round(waitedMs / 1000)} s in all`
  return {
    get spent() {
      return why()
    },
    over: (http) => ({
      async exchange(request) {
        const detail = why()
        if (detail !== undefined) return refuseToAsk(request, detail)
        const outcome = await http.exchange(request)
        if (outcome.kind === 'failure' && outcome.failure.cause === 'timeout') {
          waitedMs += outcome.measured.ms
          given += 1
        }
        return outcome
      },
    }),
  }
}

/** What comes of a request to a target that is asked nothing more. */
export function refuseToAsk(request: HttpRequest, why: string): HttpOutcome {
  const { method, url, version, headers, body = noOctets } = request
  return {
    kind: 'failure',
    failure: { cause: 'limit', detail: `not asked: ${why}` },
    request: { method, url, target: url, version, headers, head: noOctets, body },
    measured: { ms: 0 },
  }
}

/** The end of either is the end of both. */
export function bothOf(one: Patience, other: Patience): Patience {
  return {
    get spent() {
      return one.spent ?? other.spent
    },
    over: (http) => one.over(other.over(http)),
  }
}
