import type { MessageReport, RunReport } from '../../run/report-model.ts'
import { printable } from './printable.ts'

export interface ToldMessage {
  readonly caseId: string
  readonly lines: readonly string[]
}

/** Every message of a run: who sent it, over what, what was decoded, what the phone did and why. */
export function messagesOf({ cases }: RunReport): readonly ToldMessage[] {
  return cases.flatMap(({ id, messages = [] }) =>
    messages.map((message) => ({ caseId: id, lines: linesOf(message) })),
  )
}

export function linesOf(one: MessageReport): readonly string[] {
  const { message, sender, bearer, from, to, state, decoded, fate } = one
  const lines = [
    `message ${message} from ${from} to ${to}, sent by ${sender} over ${bearer}: ${state}`,
    ...(decoded === undefined ? [] : [decoded]),
    ...fate,
  ]
  return lines.map(printable)
}
