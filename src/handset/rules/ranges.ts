/** A package fetched in ranges, put together again so that who asked sees one answer. */
import { headerValue, parseContentRange } from '../../wire/http-fields.ts'
import type { Received } from '../behaviour.ts'

export interface Parts {
  /** Bodies of the ranges before the last. */
  readonly parts: readonly Uint8Array[]
  readonly octetsSoFar: number
}

export function keepPart({ parts, octetsSoFar }: Parts, received: Received): Partial<Parts> {
  return received.kind === 'response'
    ? { parts: [...parts, received.body], octetsSoFar: octetsSoFar + received.body.length }
    : {}
}

type Response = Extract<Received, { kind: 'response' }>

/** What a range was asked for, and what has come of it. */
export interface Asked {
  /** The request named a range. */
  readonly ranged: boolean
  readonly octetsSoFar: number
}

/** Octets of the whole package, if the response is the range that comes next of a whole of known length. */
export function totalOfNext(
  { status, headers }: Response,
  { ranged, octetsSoFar }: Asked,
): number | undefined {
  const range = parseContentRange(headerValue(headers, 'Content-Range') ?? '')
  return ranged && status === 206 && range?.start === octetsSoFar ? range.total : undefined
}

/** Ranges that do not make a whole stay what they are: an answer of 206. */
export function joinParts(
  context: Parts & { readonly ranged: boolean; readonly received: Received },
): Received {
  const { received, parts, octetsSoFar } = context
  if (received.kind === 'failure') return received
  const total = totalOfNext(received, context)
  if (total === undefined || total !== octetsSoFar + received.body.length) return received
  const body = new Uint8Array(total)
  let offset = 0
  for (const part of [...parts, received.body]) {
    body.set(part, offset)
    offset += part.length
  }
  return { ...received, status: 200, body }
}
