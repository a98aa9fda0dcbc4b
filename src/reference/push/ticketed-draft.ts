/** A push whose link is a ticket: the indication is named by it and ends with it, unless the draft says otherwise. */
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
      const { link: href, token: siId, orderedAt, indicationEndsAt } = ticket
      const dates = { created: formatDate(orderedAt), expires: formatDate(indicationEndsAt) }
      const own = { siId, ...dates, action: 'signal-medium' }
      return { ...draft, indication: { ...own, ...draft.indication, href } }
    }
    case 'co':
    case 'notification':
      return draft
    default:
      return draft satisfies never
  }
}
