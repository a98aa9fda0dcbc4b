import { UsageError } from '../../errors.ts'
import type { InboxMessage } from '../../handset/inbox.ts'
import { printable } from '../../report/views/printable.ts'
import { messageNumber } from './phone-views.ts'

/** `last`, or the number of a message in the inbox: no link begins so. */
export const messageWord = /^(?:last|\d{1,15})$/

export type LinkMessage = InboxMessage & { readonly url: string }

/**
 * The message that a user means, if the phone may go where its link leads: what comes by message is not trusted as a link that the
 * user types.
 *
 * @param hosts that the phone may contact
 * @throws UsageError when there is none, it has no link, or the link leads elsewhere
 */
export function findMessage(
  word: string,
  inbox: readonly InboxMessage[],
  isAllowed: (url: string) => boolean,
): LinkMessage {
  const message =
    word === 'last' ? inbox.findLast(hasLink) : inbox.find((one) => messageNumber(one) === word)
  if (message === undefined) {
    const what = word === 'last' ? 'no message in the inbox has a link' : `no message ${word}`
    throw new UsageError('phone/message', what, {
      hint: inbox.length === 0 ? 'The inbox is empty.' : 'See `ota phone inbox`.',
    })
  }
  if (!hasLink(message)) {
    throw new UsageError('phone/message', `message ${word} has no link`, {
      hint: '`ota phone open last` opens the last that has one.',
    })
  }
  if (isAllowed(message.url)) return message
  const host = URL.parse(message.url)?.host ?? 'nowhere'
  throw new UsageError('phone/host', `the link leads to ${printable(message.url)}`, {
    hint: `If the phone may go there, say --allow ${printable(host)}.`,
  })
}

function hasLink(message: InboxMessage): message is LinkMessage {
  return message.url !== undefined
}
