/** Pushes as a server makes them: the document, the WSP PDU around it, and the ports that it goes to. */
import type { MarkupElement } from '../markup.ts'
import { encodeGsm } from '../sms/gsm7.ts'
import { writeDataCoding } from '../sms/data-coding.ts'
import type { UdhElement } from '../sms/udh.ts'
import { encodeUcs2 } from '../sms/ucs2.ts'
import { contentTypeNamed } from '../wsp/content-type.ts'
import { field } from '../wsp/headers.ts'
import { applicationNamed } from '../wsp/push-headers.ts'
import { encodePush } from '../wsp/push-pdu.ts'
import { integerValue } from '../wsp/values.ts'
import { writeCacheOperation } from './cache-operation.ts'
import type { CacheOperation } from './cache-operation.ts'
import { notificationType, writeManagementNotification } from './management-notification.ts'
import type { ManagementNotification, NotificationSecret } from './management-notification.ts'
import { contentForms, encodeContent } from './push-content.ts'
import { writeServiceIndication } from './service-indication.ts'
import type { ServiceIndication } from './service-indication.ts'
import { writeServiceLoading } from './service-loading.ts'
import type { ServiceLoading } from './service-loading.ts'

export type PushDraft =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'si'; readonly indication: ServiceIndication } & PushForm)
  | ({ readonly kind: 'sl'; readonly loading: ServiceLoading } & PushForm)
  | ({ readonly kind: 'co'; readonly operation: CacheOperation } & PushForm)
  | ({
      /** The phone is to call its management server. */
      readonly kind: 'notification'
      readonly notification: ManagementNotification
      readonly secret: NotificationSecret
    } & PushForm)

/** Where a push departs from what most servers send. */
export interface PushForm {
  /** Instead of the media type of the document. */
  readonly contentType?: string | undefined
  /** Whom on the phone it is for, by number or URI; none: nobody is named, which means the browser. */
  readonly application?: string | undefined
  /** The content type says nothing of a charset. */
  readonly withoutCharset?: boolean | undefined
  /** WDP port; none: that of WAP push. */
  readonly port?: number | undefined
  /** Push-Flag, bit by bit; none: no such header. */
  readonly flags?: number | undefined
}

/** Bits of Push-Flag (WSP 8.4.2.59). */
export const pushFlags = { initiatorAuthenticated: 0x01, contentTrusted: 0x02 } as const

export interface ComposedMessage {
  /** As in a TPDU. */
  readonly dataCoding: number
  readonly elements: readonly UdhElement[]
  /** Septets one to an octet for the GSM alphabet, else octets. */
  readonly octets: Uint8Array
}

/** WAP push, not secured, and the gateway that it customarily comes from (WAP-259 WDP). */
const pushPort = 2948
const gatewayPort = 9200
const utf8Mib = 106
const decimal = /^\d{1,5}$/

export function composePush(draft: PushDraft): ComposedMessage {
  if (draft.kind === 'text') return composeText(draft.text)
  return wrapPush(bodyOf(draft), { ...draft, contentType: mediaTypeOf(draft) })
}

/** Any content as a push to the port of WAP push. A phone that does not see the character set may show nothing. */
export function wrapPush(
  body: Uint8Array,
  form: PushForm & { readonly contentType: string },
): ComposedMessage {
  const { port: destination = pushPort, application, flags } = form
  const ports: UdhElement = { kind: 'ports', portBits: 16, destination, source: gatewayPort }
  return {
    dataCoding: writeDataCoding('octets'),
    elements: [ports],
    octets: encodePush({
      transactionId: 1,
      confirmed: false,
      contentType: contentTypeNamed(form.contentType, form.withoutCharset === true ? [] : [utf8]),
      headers: [
        ...(application === undefined ? [] : [applicationField(application)]),
        ...(flags === undefined ? [] : [field('Push-Flag', integerValue(flags))]),
      ],
      body,
    }),
  }
}

const utf8 = { name: { kind: 'code', code: 1 }, value: integerValue(utf8Mib) } as const

function mediaTypeOf({ kind, contentType }: Exclude<PushDraft, { kind: 'text' }>): string {
  if (kind === 'notification') return contentType ?? notificationType
  return contentType ?? contentForms.find((row) => row.kind === kind)?.binary ?? ''
}

function bodyOf(draft: Exclude<PushDraft, { kind: 'text' }>): Uint8Array {
  return draft.kind === 'notification'
    ? writeManagementNotification(draft.notification, draft.secret)
    : encodeContent(draft.kind, writeDocument(draft))
}

/** As a gateway is given it as XML. */
export function writeDocument(
  draft: Exclude<PushDraft, { kind: 'text' | 'notification' }>,
): MarkupElement {
  switch (draft.kind) {
    case 'si':
      return writeServiceIndication(draft.indication)
    case 'sl':
      return writeServiceLoading(draft.loading)
    case 'co':
      return writeCacheOperation(draft.operation)
    default:
      return draft satisfies never
  }
}

function applicationField(application: string) {
  const id = decimal.test(application) ? Number(application) : applicationNamed(application)
  const value = id === undefined ? ({ kind: 'text', text: application } as const) : integerValue(id)
  return field('X-Wap-Application-Id', value)
}

function composeText(text: string): ComposedMessage {
  const septets = encodeGsm(text)
  return septets === undefined
    ? { dataCoding: writeDataCoding('ucs2'), elements: [], octets: encodeUcs2(text) }
    : { dataCoding: writeDataCoding('gsm'), elements: [], octets: septets }
}
