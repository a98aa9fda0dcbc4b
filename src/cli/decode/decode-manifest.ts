import { parseManifest, type Manifest } from '../../wire/manifest.ts'
import { count } from '../../report/views/layout.ts'
import { printable } from '../../report/views/printable.ts'
import { attributeLines, deviationLines } from './attribute-lines.ts'
import type { Decoder } from './decoding.ts'

export const decodeManifest: Decoder = (octets, { paint }) => {
  const manifest = parseManifest(octets)
  return {
    sound: manifest.wellFormed,
    lines: [
      paint('bold', `Manifest, ${count(octets.length, 'octet')}`),
      '',
      ...manifestLines(manifest),
    ],
  }
}

export function manifestLines({ main, sections, deviations }: Manifest): readonly string[] {
  return [
    ...attributeLines(main),
    '',
    ...sections.flatMap(({ name, attributes }) => [
      `Section ${name === undefined ? 'without a name' : printable(name)}`,
      ...attributeLines(attributes),
      '',
    ]),
    ...deviationLines(deviations),
  ]
}
