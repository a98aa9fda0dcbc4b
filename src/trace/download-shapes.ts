/** The shape of the events of `download-events.ts`. */
import type { DownloadEventFact } from './download-events.ts'
import { count, listOf, optional, text } from './shape.ts'
import type { Fields } from './shape.ts'

type FieldsOf<T extends DownloadEventFact['type']> = Fields<
  Omit<Extract<DownloadEventFact, { type: T }>, 'type'>
>

export const downloadFields: { readonly [T in DownloadEventFact['type']]: FieldsOf<T> } = {
  'download.described': {
    url: text,
    objectUrl: text,
    mediaTypes: listOf(text),
    bytes: count,
    name: optional(text),
    vendor: optional(text),
    installNotify: optional(text),
    nextUrl: optional(text),
  },
  'object.released': { url: text, mediaType: text, bytes: count },
  'object.discarded': { url: text, reason: text },
  'content.stored': { name: text, mediaType: text, bytes: count },
}
