import { WireError } from '../../errors.ts'
import { parseMarkup } from '../../wire/markup.ts'
import { contentForms, readPushContent } from '../../wire/push/push-content.ts'
import { count } from '../../report/views/layout.ts'
import { printable } from '../../report/views/printable.ts'
import type { Decoder } from './decoding.ts'
import { deviationRows } from './octet-notes.ts'
import { pushContentLines } from './push-content-lines.ts'

/** SI, SL, CO and provisioning documents as XML. */
export const decodePushText: Decoder = (octets, { paint, columns }) => {
  const heading = (name: string) => [
    paint('bold', `${name}, XML, ${count(octets.length, 'octet')}`),
    '',
  ]
  try {
    const { root } = parseMarkup(octets)
    const form = contentForms.find((row) => row.vocabulary.root === root.name)
    const read = readPushContent(octets, { mediaType: form?.text ?? '' })
    if (form === undefined || read === undefined) {
      const found = `Refused: the root is ${printable(root.name)}, not si, sl, co or wap-provisioningdoc`
      return { sound: false, lines: [...heading('Document'), found] }
    }
    return {
      sound: read.deviations.length === 0,
      lines: [
        ...heading(form.vocabulary.name),
        ...pushContentLines(read.content, columns),
        '',
        ...deviationRows(read.deviations),
      ],
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    const refusal = `Refused: ${printable(error.message)} [${error.code}]`
    return { sound: false, lines: [...heading('Document'), refusal] }
  }
}
