/** What a case asks of the target besides what the phone asks: to be reset, to keep time with the phone, to show its log. */
import type { Http } from '../handset/ports.ts'
import type { Recorder } from '../handset/recorder.ts'
import type { VerbName, VerbOutcome, VerbValues } from '../target/verbs/verb.ts'
import type { Verbs } from '../target/verbs/verbs.ts'
import { lastLines, logLinesMax } from './last-lines.ts'

export interface TargetCare {
  /** Tells the target the time before each request. */
  readonly http: Http
  /** Asks for what is there, and keeps in the trace that it was asked. */
  readonly ask: (verb: VerbName, values: VerbValues) => Promise<VerbOutcome>
  /** Brings the target to where a case begins; false when it could not be. */
  begin(): Promise<boolean>
  /** Moves the clock of the target to where that of the phone is. */
  catchUp(): Promise<void>
  keepLog(): Promise<void>
}

export interface CareParts {
  readonly verbs: Verbs | undefined
  readonly http: Http
  readonly recorder: Recorder
  /** Milliseconds since the case began. */
  readonly now: () => number
  readonly startsAtMs: number
  /** Time passes at the target by itself. */
  readonly wall: boolean
}

/** So far the clocks may be apart; a person is not sent to the server for less than a minute. */
const toleranceMs = { http: 1000, exec: 1000, manual: 60_000, 'built-in': 1000 } as const

export function careForTarget(parts: CareParts): TargetCare {
  const { verbs, recorder, now, startsAtMs } = parts
  const ask = async (verb: VerbName, values: VerbValues): Promise<VerbOutcome> => {
    if (verbs === undefined) throw new TypeError('only what there is is asked')
    const outcome = await verbs.ask(verb, values)
    const { kind, detail } = outcome
    const by = verbs.by(verb) ?? 'http'
    recorder.record('run', { type: 'target.asked', verb, by, outcome: kind, detail })
    return outcome
  }
  const clockBy = parts.wall ? undefined : verbs?.by('clock')
  let toldMs = 0
  const tell = async (ms: number): Promise<void> => {
    const instant = new Date(startsAtMs + toldMs + ms).toISOString()
    const values = { ms: String(ms), seconds: String(ms / 1000), instant }
    if ((await ask('clock', values)).kind === 'done') toldMs += ms
  }
  const move = async (): Promise<void> => {
    if (clockBy === undefined) return
    const behindMs = Math.floor((now() - toldMs) / 1000) * 1000
    if (behindMs >= toleranceMs[clockBy]) await tell(behindMs)
  }
  // Two requests at the same time move it once.
  let moving = Promise.resolve()
  const catchUp = (): Promise<void> => (moving = moving.then(move))
  return {
    ask,
    http:
      clockBy === undefined
        ? parts.http
        : {
            async exchange(request) {
              await catchUp()
              return parts.http.exchange(request)
            },
          },
    catchUp,
    async begin() {
      if (verbs?.has('reset') === true && (await ask('reset', {})).kind === 'failed') return false
      if (clockBy !== undefined && verbs?.uses('clock', 'instant') === true) await tell(0)
      return true
    },
    async keepLog() {
      if (verbs?.has('logs') !== true) return
      const outcome = await ask('logs', { lines: String(logLinesMax) })
      if (outcome.kind === 'done') {
        recorder.record('target', { type: 'target.logged', ...lastLines(outcome.output) })
      }
    },
  }
}
