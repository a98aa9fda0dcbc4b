/** A package fetched in ranges, put together again so that who asked sees one answer. */
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

export function joinParts(context: Parts & { readonly received: Received }): Received {
  const { received, parts, octetsSoFar } = context
  if (received.kind === 'failure' || received.status !== 206) return received
  const body = new Uint8Array(octetsSoFar + received.body.length)
  let offset = 0
  for (const part of [...parts, received.body]) {
    body.set(part, offset)
    offset += part.length
  }
  return { ...received, status: 200, body }
}
