import { readPushContent } from '../../wire/push/push-content.ts'
import type { BodyForm } from '../../wire/push/push-content.ts'
import { charsetParameter, mediaTypeOf } from '../../wire/wsp/content-type.ts'
import { applicationIdOf, statedLengthOf } from '../../wire/wsp/push-headers.ts'
import { decodePush } from '../../wire/wsp/push-pdu.ts'
import { labelled } from '../../report/views/layout.ts'
import { printable } from '../../report/views/printable.ts'
import type { Decoder } from './decoding.ts'
import { deviationRows, tellOctets } from './octet-notes.ts'
import type { OctetNotes, Summary } from './octet-notes.ts'
import { pushContentLines } from './push-content-lines.ts'

export const decodeWsp: Decoder = (octets, page) =>
  tellOctets(octets, 'WSP push', page, (notes) =>
    summarizePush(octets, { notes, base: 0, columns: page.columns }),
  )

/** A push that stands at `base` of a longer message. */
export function summarizePush(
  octets: Uint8Array,
  place: { readonly notes: OctetNotes; readonly base: number; readonly columns: number },
): Summary {
  const { notes, base, columns } = place
  const push = decodePush(octets, notes.at(base))
  const { contentType, headers, body, bodyOffset } = push
  const mediaType = mediaTypeOf(contentType) ?? ''
  const { id, uri, form } = applicationIdOf(headers)
  const margin = { indent: 0, labelWidth: 10, columns }
  const application =
    form === 'absent' ? 'the browser, as none is stated' : printable(uri ?? `number ${id}`)
  const stated = statedLengthOf(headers)
  const mismatch =
    stated === undefined || stated === body.length
      ? []
      : [{ rule: 'content-length', offset: base, found: `${stated} for ${body.length} octets` }]
  const annotate = notes.at(base + bodyOffset)
  const bodyForm: BodyForm = { mediaType, charset: charsetParameter(contentType), annotate }
  const read = readPushContent(body, bodyForm)
  if (read === undefined) annotate(0, body.length, `Body, ${mediaType || 'of unknown type'}`)
  const deviations = read?.deviations ?? []
  return {
    sound: deviations.length + mismatch.length === 0,
    lines: [
      ...labelled('For', application, margin),
      ...(read === undefined ? [] : pushContentLines(read.content, columns)),
      '',
      ...deviationRows([
        ...mismatch,
        ...deviations.map((deviation) => ({
          ...deviation,
          offset: base + bodyOffset + deviation.offset,
        })),
      ]),
    ],
  }
}
