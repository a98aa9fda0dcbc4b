import type { z } from 'zod'
import type { Stage } from './stage.ts'

/** One verb of the scenario language; its key is its file's name. */
export interface Step<S extends z.ZodType = z.ZodType> {
  /** What it does, for the schema that editors show. */
  readonly title: string
  readonly schema: S
  /** Links of the target this step cannot do without. */
  readonly links?: (options: z.output<S>) => readonly string[]
  /** What the target must be able to do when it is asked. */
  readonly verbs?: readonly 'publish'[]
  /** Quirks it puts on. */
  readonly quirks?: (options: z.output<S>) => readonly string[]
  /** The prompt that this step will answer. */
  readonly answers?: (options: z.output<S>) => string
  readonly play: (stage: Stage, options: z.output<S>) => Promise<StepOutcome> | StepOutcome
}

/** A step that cannot be done says why; the scenario then ends there. */
export type StepOutcome =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'failed'
      readonly reason: string
      /** The target does not have what the step is about. */
      readonly absent?: true
    }

export const done: StepOutcome = { kind: 'done' }

export function stepFailed(reason: string): StepOutcome {
  return { kind: 'failed', reason }
}

/** The target does not have what the step is about, and need not have it. */
export function stepWithout(reason: string): StepOutcome {
  return { kind: 'failed', reason, absent: true }
}

export function defineStep<S extends z.ZodType>(step: Step<S>): Step<S> {
  return step
}
