/** What the server is asked to push, and what became of handing it over. */
import type { PushDraft } from '../../wire/push/compose-push.ts'

export interface Order {
  readonly from: string
  readonly to: string
  readonly draft: PushDraft
  readonly validForMs: number | undefined
}

export type Pushed =
  /** The operator has it, or the server keeps it and tries again later. */
  { readonly kind: 'handed in' } | { readonly kind: 'refused'; readonly reason: string }

export const handedIn: Pushed = { kind: 'handed in' }

export function refused(reason: string): Pushed {
  return { kind: 'refused', reason }
}

/** One way of the server to hand pushes to an operator. */
export interface Way {
  push(order: Order): Promise<Pushed>
  close(): void
}

/** Time as the server needs it. */
export interface Timers {
  now(): number
  setTimeout(act: () => void, ms: number): number
  clearTimeout(timer: number): void
}
