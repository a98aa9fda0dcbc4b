import { readClassHeader } from '../../wire/classfile.ts'
import { count, labelled } from '../../report/views/layout.ts'
import { printable } from '../../report/views/printable.ts'
import type { Decoder } from './decoding.ts'

export const decodeClass: Decoder = (octets, { paint, columns }) => {
  const { name, superName, major, minor, packages } = readClassHeader(octets)
  const margin = { indent: 0, labelWidth: 10, columns }
  return {
    sound: true,
    lines: [
      paint('bold', `Class file, ${count(octets.length, 'octet')}, version ${major}.${minor}`),
      '',
      ...labelled('Class', printable(name), margin),
      ...labelled('Extends', superName === undefined ? 'nothing' : printable(superName), margin),
      ...labelled('Packages', packages.map(printable), margin),
    ],
  }
}
