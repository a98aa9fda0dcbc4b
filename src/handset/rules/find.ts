/** What a link led to. */
import { headerValue } from '../../wire/http-fields.ts'
import { mediaTypeParameter, parseMediaType } from '../../wire/media-types.ts'
import type { Behaviour, Received } from '../behaviour.ts'

export type Find =
  | {
      readonly kind: 'descriptor'
      readonly url: string
      readonly octets: Uint8Array
      readonly charset: string | undefined
    }
  | { readonly kind: 'package'; readonly url: string; readonly octets: Uint8Array }
  | { readonly kind: 'dead end'; readonly reason: string; readonly cancelled: boolean }

/** Absence of an answer means that the user stopped it. */
export function judgeFind(behaviour: Behaviour, received: Received | undefined): Find {
  if (received === undefined) return deadEnd('the user stopped it', true)
  if (received.kind === 'failure') return deadEnd(received.detail, received.cause === 'cancelled')
  const { status, url, body: octets, headers } = received
  if (status === 401 || status === 407) return deadEnd(`HTTP status ${status}`, false)
  if (status !== 200) return deadEnd(`HTTP status ${status}`, false)
  const contentType = headerValue(headers, 'Content-Type')
  if (behaviour.acceptsAsDescriptor(contentType)) {
    const type = contentType === undefined ? undefined : parseMediaType(contentType)
    const charset = type === undefined ? undefined : mediaTypeParameter(type, 'charset')
    return { kind: 'descriptor', url, octets, charset }
  }
  // A typed package only: a missing type says nothing of a link that may lead anywhere.
  if (contentType !== undefined && behaviour.acceptsAsPackage(contentType)) {
    return { kind: 'package', url, octets }
  }
  return deadEnd(`media type ${contentType ?? 'missing'}`, false)
}

function deadEnd(reason: string, cancelled: boolean): Find {
  return { kind: 'dead end', reason, cancelled }
}
