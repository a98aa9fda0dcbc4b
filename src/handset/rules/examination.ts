/**
 * An installation is refused by the first examination that objects. In which order they are made is not written in any
 * document, and phones differ in it: an order is data, one list for the descriptor and one for the package.
 */
import type { PromptKind } from '../../trace/events.ts'
import type { Refusal } from '../behaviour.ts'

/**
 * One thing that is looked at. It sees what is known so far and changes nothing.
 *
 * @example { name: 'size', examine: ({ octets, plan }) => octets.length === plan.jarBytes ? undefined : mismatch }
 */
export interface Examination<Draft> {
  /** As in lists of what phones do differently; unique within an order. */
  readonly name: string
  readonly examine: (draft: Draft) => Opinion<Draft>
}

/** What the user is asked in the middle of an examination. */
export interface Question {
  /** Unique within an examination of one package. */
  readonly id: string
  readonly prompt: PromptKind
  readonly text: string
  /** What a refusal comes to; none: it is an answer like another, and the examination goes on. */
  readonly refusal: Refusal | undefined
  /** The suite of this id is taken away at once when the user agrees. */
  readonly clears?: string
}

/** By the id of the question: did the user agree? */
export type Answers = ReadonlyMap<string, boolean>

/** Nothing to object to; or facts that the examinations after it and the installation go by; or the end. */
export type Opinion<Draft> =
  | Refusal
  | { readonly learned: Partial<Draft> }
  | { readonly question: Question }
  | undefined

/** The same look, but a refusal is reported as another code, or not at all. */
export function recoded<Draft>(
  { name, examine }: Examination<Draft>,
  codeOf: (refusal: Refusal) => number | undefined,
): Examination<Draft> {
  return {
    name,
    examine(draft) {
      const opinion = examine(draft)
      return opinion === undefined || 'learned' in opinion || 'question' in opinion
        ? opinion
        : { ...opinion, code: codeOf(opinion) }
    },
  }
}

export interface Examined<Draft> {
  /** With everything learned up to the refusal. */
  readonly draft: Draft
  readonly refusal: Refusal | undefined
  /** What has to be asked before anything else is looked at. */
  readonly question?: Question
}

export function examineInOrder<Draft>(
  draft: Draft,
  order: readonly Examination<Draft>[],
): Examined<Draft> {
  let known = draft
  for (const { examine } of order) {
    const opinion = examine(known)
    if (opinion === undefined) continue
    if ('question' in opinion) return { draft: known, refusal: undefined, ...opinion }
    if (!('learned' in opinion)) return { draft: known, refusal: opinion }
    known = { ...known, ...opinion.learned }
  }
  return { draft: known, refusal: undefined }
}

/**
 * An order with one more examination: in place of the one of the same name, else before the one named, else at the end.
 *
 * @example withExamination(base.descriptorOrder, sizes, 'memory')
 */
export function withExamination<Draft>(
  order: readonly Examination<Draft>[],
  added: Examination<Draft>,
  before?: string,
): readonly Examination<Draft>[] {
  if (order.some(({ name }) => name === added.name)) {
    return order.map((one) => (one.name === added.name ? added : one))
  }
  const index = order.findIndex(({ name }) => name === before)
  return index === -1 ? [...order, added] : order.toSpliced(index, 0, added)
}
