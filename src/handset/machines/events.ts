/** What a user does, as the machines hear it. */
import type { PromptKind } from '../../trace/events.ts'

export type UserEvent =
  | {
      readonly type: 'user.answered'
      readonly prompt: PromptKind
      readonly answer: 'accept' | 'refuse'
      /** URL of the link that was selected on a page. */
      readonly chosen?: string
      readonly typed?: {
        readonly kind: 'right' | 'wrong'
        readonly user: string
        readonly password: string
      }
    }
  | { readonly type: 'user.cancelled' }
