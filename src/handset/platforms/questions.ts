/** Questions in the middle of a native installation, each asked once. */
import type { PromptKind } from '../../trace/events.ts'
import type { Refusal } from '../behaviour.ts'
import type { Answers, Opinion } from '../rules/examination.ts'

export interface Asking {
  readonly id?: string
  readonly prompt: PromptKind
  readonly text: string
  /** What a refusal comes to; none: it is an answer like another. */
  readonly refusal: Refusal | undefined
  readonly clears?: string | undefined
}

/** The question, where it was not answered yet. */
export function ask<Draft>(
  { answers }: { readonly answers: Answers },
  { id, prompt, text, refusal, clears }: Asking,
): Opinion<Draft> {
  const name = id ?? prompt
  if (answers.has(name)) return undefined
  return {
    question: { id: name, prompt, text, refusal, ...(clears === undefined ? {} : { clears }) },
  }
}
