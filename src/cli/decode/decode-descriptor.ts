import { attributeValue } from '../../wire/attributes.ts'
import { parseJad } from '../../wire/jad.ts'
import { count } from '../../report/views/layout.ts'
import { attributeLines, deviationLines } from './attribute-lines.ts'
import type { Decoder } from './decoding.ts'
import { signatureLines } from './signature-lines.ts'

/** PKG21 "Application descriptor": the attributes a descriptor cannot do without. */
const mandatory = [
  'MIDlet-Name',
  'MIDlet-Version',
  'MIDlet-Vendor',
  'MIDlet-Jar-URL',
  'MIDlet-Jar-Size',
] as const

export const decodeDescriptor: Decoder = (octets, { paint }) => {
  const { attributes, deviations, charset, lineEnds, wellFormed } = parseJad(octets)
  const missing = mandatory.filter((name) => !attributeValue(attributes, name))
  const ends = Object.entries(lineEnds)
    .filter(([, times]) => times > 0)
    .map(([end, times]) => `${times} ${end.toUpperCase()}`)
  return {
    sound: wellFormed && missing.length === 0,
    lines: [
      paint('bold', `Descriptor, ${count(octets.length, 'octet')}, ${charset}`) +
        `, line ends: ${ends.length === 0 ? 'none' : ends.join(', ')}`,
      '',
      ...attributeLines(attributes),
      '',
      ...signatureLines(attributes),
      ...(missing.length === 0 ? [] : [`Missing: ${missing.join(', ')}`]),
      ...deviationLines(deviations),
    ],
  }
}
