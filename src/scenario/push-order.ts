/** What a scenario wants sent to the phone, whoever sends it. */
import type { PushDraft } from '../wire/push/compose-push.ts'
import type { PushPurpose } from '../wire/push/own-draft.ts'

export interface PushOrder {
  /** Name of the link of the target that the push leads to, where it is one. */
  readonly app: string | undefined
  /** Id of a bearer; none: the server's own choice. */
  readonly bearer: string | undefined
  /** Number or name that it is sent from. */
  readonly from: string
  readonly to: string
  readonly purpose: PushPurpose
  readonly draft: PushDraft
  /** Nothing is said of its content but where it leads: whatever a server sends for that will do. */
  readonly anyContent: boolean
  /** It is a plain text in words of the scenario, and nothing more is said of it. */
  readonly asText: boolean
  /** Where the draft leads to; the server puts a link of its own in its place when a ticket is wanted. */
  readonly link: string
  /** The link is to be made for this phone and this order alone. */
  readonly ticket: boolean
  /** How long the network keeps it for a phone that is not there; none: as the network likes. */
  readonly validForMs: number | undefined
}

export type PushOutcome =
  | { readonly kind: 'handed in' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The server was asked, and nothing came of it; `isRefused`: it tried, and the network took nothing. */
  | { readonly kind: 'missed'; readonly reason: string; readonly isRefused: boolean }
