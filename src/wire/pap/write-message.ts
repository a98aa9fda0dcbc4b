import { formatMarkup } from '../markup.ts'
import type { MarkupElement } from '../markup.ts'
import { papDocumentTypes } from './message.ts'
import type { PapMessage, PapVersion, QualityOfService, Result } from './message.ts'

type Value = string | number | boolean | undefined

/** A control entity of this version, in UTF-8. */
export function formatPapMessage(message: PapMessage, version: PapVersion = '2.0'): string {
  const root = element('pap', {}, [toElement(message)])
  return formatMarkup(root, papDocumentTypes[version])
}

function toElement(message: PapMessage): MarkupElement {
  switch (message.kind) {
    case 'push-message':
      return element(
        message.kind,
        {
          'push-id': message.pushId,
          'deliver-before-timestamp': message.deliverBefore,
          'deliver-after-timestamp': message.deliverAfter,
          'source-reference': message.sourceReference,
          'progress-notes-requested': message.progressNotesRequested,
          'ppg-notify-requested-to': message.notifyTo,
          'replace-push-id': message.replacePushId,
          'replace-method': message.replaceMethod,
        },
        [...message.addresses.map(address), ...qualityOf(message.quality)],
      )
    case 'push-response':
      return element(
        message.kind,
        {
          'push-id': message.pushId,
          'sender-address': message.senderAddress,
          'sender-name': message.senderName,
          'reply-time': message.replyTime,
        },
        [element('response-result', resultOf(message.result))],
      )
    case 'cancel-message':
    case 'statusquery-message':
      return element(message.kind, { 'push-id': message.pushId }, message.addresses.map(address))
    case 'cancel-response':
      return element(
        message.kind,
        { 'push-id': message.pushId },
        message.results.map((one) =>
          element('cancel-result', resultOf(one), one.addresses.map(address)),
        ),
      )
    case 'statusquery-response':
      return element(
        message.kind,
        { 'push-id': message.pushId },
        message.results.map((one) =>
          element(
            'statusquery-result',
            { 'event-time': one.eventTime, 'message-state': one.messageState, ...resultOf(one) },
            one.addresses.map(address),
          ),
        ),
      )
    default:
      return toNotification(message)
  }
}

type Notification = Extract<
  PapMessage,
  {
    readonly kind:
      | 'resultnotification-message'
      | 'resultnotification-response'
      | 'badmessage-response'
  }
>

function toNotification(message: Notification): MarkupElement {
  switch (message.kind) {
    case 'resultnotification-message':
      return element(
        message.kind,
        {
          'push-id': message.pushId,
          'sender-address': message.senderAddress,
          'sender-name': message.senderName,
          'received-time': message.receivedTime,
          'event-time': message.eventTime,
          'message-state': message.messageState,
          ...resultOf(message.result),
        },
        [address(message.address)],
      )
    case 'resultnotification-response':
      return element(
        message.kind,
        { 'push-id': message.pushId, ...resultOf(message.result) },
        message.address === undefined ? [] : [address(message.address)],
      )
    case 'badmessage-response':
      return element(message.kind, {
        ...resultOf(message.result),
        'bad-message-fragment': message.fragment,
      })
    default:
      return message satisfies never
  }
}

function element(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  content: readonly MarkupElement[] = [],
): MarkupElement {
  const list = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [{ name: key, value: String(value) }],
  )
  return { name, attributes: list, content }
}

function address(value: string): MarkupElement {
  return element('address', { 'address-value': value })
}

function resultOf({ code, description }: Result): Readonly<Record<string, Value>> {
  return { code, desc: description }
}

function qualityOf(quality: QualityOfService | undefined): readonly MarkupElement[] {
  if (quality === undefined) return []
  return [
    element('quality-of-service', {
      priority: quality.priority,
      'delivery-method': quality.deliveryMethod,
      network: quality.network,
      'network-required': quality.networkRequired,
      bearer: quality.bearer,
      'bearer-required': quality.bearerRequired,
    }),
  ]
}
