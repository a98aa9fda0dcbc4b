import { contentForms, readPushContent } from '../../wire/push/push-content.ts'
import { decodeWbxml } from '../../wire/wbxml/decode.ts'
import type { Decoder } from './decoding.ts'
import { deviationRows, tellOctets } from './octet-notes.ts'
import { pushContentLines } from './push-content-lines.ts'

export const decodeWbxmlDocument: Decoder = (octets, page) =>
  tellOctets(octets, 'WBXML document', page, (notes) => {
    const { vocabulary } = decodeWbxml(octets, { annotate: notes.at(0) })
    const form = contentForms.find((row) => row.vocabulary === vocabulary)
    const read = readPushContent(octets, { mediaType: form?.binary ?? '' })
    const deviations = read?.deviations ?? []
    return {
      sound: deviations.length === 0,
      lines: [
        ...(read === undefined ? [] : pushContentLines(read.content, page.columns)),
        '',
        ...deviationRows(deviations),
      ],
    }
  })
