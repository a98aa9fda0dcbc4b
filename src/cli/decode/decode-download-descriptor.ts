import { WireError } from '../../errors.ts'
import { readDownloadDescriptor } from '../../wire/download-descriptor.ts'
import { count, labelled } from '../../report/views/layout.ts'
import { excerpt, printable } from '../../report/views/printable.ts'
import type { Decoder } from './decoding.ts'
import { deviationRows } from './octet-notes.ts'

const textMax = 300

/** Download descriptors (OMA Download OTA 1.0). */
export const decodeDownloadDescriptor: Decoder = (octets, { paint, columns }) => {
  const heading = [paint('bold', `Download descriptor, ${count(octets.length, 'octet')}`), '']
  const margin = { indent: 0, labelWidth: 11, columns }
  const row = (label: string, text: string | undefined) =>
    labelled(label, text === undefined ? '(none)' : excerpt(text, textMax), margin)
  try {
    const { descriptor, deviations } = readDownloadDescriptor(octets)
    const { types, size } = descriptor
    return {
      sound: deviations.length === 0,
      lines: [
        ...heading,
        ...row('Object', descriptor.objectUri),
        ...row('Types', types.length === 0 ? undefined : types.join(', ')),
        ...row('Size', size === undefined ? undefined : count(size, 'octet')),
        ...row('Name', descriptor.name),
        ...row('Vendor', descriptor.vendor),
        ...row('About it', descriptor.description),
        ...row('Version', descriptor.version ?? '1.0, as it is not stated'),
        ...row('Report to', descriptor.installNotifyUri),
        ...row('Then', descriptor.nextUrl),
        ...row('Info', descriptor.infoUrl),
        ...row('Icon', descriptor.iconUri),
        ...row('Parameter', descriptor.installParam),
        '',
        ...deviationRows(deviations),
      ],
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    const refusal = `Refused: ${printable(error.message)} [${error.code}]`
    return { sound: false, lines: [...heading, refusal] }
  }
}
