/** A push whose link is a ticket: the indication ends with it, unless it says itself when. */
import type { PushDraft } from '../../wire/push/compose-push.ts'
import { formatDate } from '../../wire/wbxml/date.ts'
import type { IssuedTicket } from '../reference.ts'

/** @param link that the draft leads to so far */
export function ticketedDraft(draft: PushDraft, link: string, ticket: IssuedTicket): PushDraft {
  switch (draft.kind) {
    case 'text':
      return { ...draft, text: draft.text.replaceAll(link, ticket.link) }
    case 'sl':
      return { ...draft, loading: { ...draft.loading, href: ticket.link } }
    case 'si': {
      const { expires = formatDate(ticket.indicationEndsAt) } = draft.indication
      return { ...draft, indication: { ...draft.indication, href: ticket.link, expires } }
    }
    default:
      return draft satisfies never
  }
}
