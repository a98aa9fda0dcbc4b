/** Plays the steps of a scenario, and is the user where the steps say nothing. */
import { answerPage } from './answer-page.ts'
import type { PromptKind, TraceEvent, TraceFact } from '../trace/events.ts'
import type { Scenario, ScenarioStep } from './scenario.ts'
import type { Stage, UserAnswer } from './stage.ts'
import { standingPrompt } from './standing-prompt.ts'

/** A user reads before answering. */
const thinkMs = 1000

export interface PlayerParts {
  readonly stage: Stage
  readonly record: (fact: TraceFact) => void
  /** Calls back after so much time. */
  readonly after: (ms: number, act: () => void) => void
}

export interface Player {
  /** To be called with every event of the trace. */
  hear(event: TraceEvent): void
  play(): Promise<void>
}

export function createPlayer(scenario: Scenario, parts: PlayerParts): Player {
  let at = 0
  const { stage, record, after } = parts
  return {
    hear(event) {
      if (event.type !== 'prompt.shown' || isForeseen(scenario.steps.slice(at), event.prompt))
        return
      const { prompt } = event
      after(thinkMs, () => {
        if (standingPrompt(stage.events) !== event) return
        const answer = prompt === 'page' ? answerPage(stage.events) : ordinaryAnswer(prompt, stage)
        if (answer !== undefined) stage.answer(prompt, answer)
      })
    },
    async play() {
      for (const [index, { verb, step, options }] of scenario.steps.entries()) {
        at = index
        record({ type: 'step.started', step: index, verb })
        const outcome = await step.play(stage, options)
        if (outcome.kind === 'done') continue
        const { reason, absent } = outcome
        record({ type: 'step.failed', step: index, verb, reason, ...(absent && { absent }) })
        return
      }
      at = scenario.steps.length
    },
  }
}

const beginnings: ReadonlySet<string> = new Set(['open', 'remove', 'power'])

/**
 * Will a step answer this question before something new begins? The step being played counts, unless it answers another:
 * one answer may lead to the next question at once.
 */
function isForeseen(steps: readonly ScenarioStep[], prompt: PromptKind): boolean {
  for (const [index, { verb, step, options }] of steps.entries()) {
    if (index > 0 && beginnings.has(verb)) return false
    const answers = step.answers?.(options)
    if (answers === prompt) return true
    if (answers !== undefined && index > 0) return false
    // A page is no question of an installation: the user goes on, and stops what comes of it.
    if (verb === 'cancel' && prompt !== 'page' && isImmediate(options)) return true
  }
  return false
}

function isImmediate(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'now' in options
}

/** Consents to everything; gives credentials where the target file has them. */
function ordinaryAnswer(prompt: PromptKind, { credentials }: Stage): UserAnswer {
  if (prompt !== 'credentials') return { answer: 'accept' }
  return credentials === undefined
    ? { answer: 'refuse' }
    : { answer: 'accept', typed: { ...credentials, kind: 'right' } }
}
