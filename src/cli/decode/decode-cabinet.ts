import { hash } from 'node:crypto'
import { WireError } from '../../errors.ts'
import { columnsOf, count } from '../../report/views/layout.ts'
import { printable } from '../../report/views/printable.ts'
import type { Cabinet } from '../../wire/cab/cab.ts'
import { readCabinet } from '../../wire/cab/cab.ts'
import type { CabNote } from '../../wire/cab/cab-note.ts'
import { readInstallCab } from '../../wire/cab/install-cab.ts'
import type { InstallCab } from '../../wire/cab/install-cab.ts'
import { signaturePlace } from '../../wire/cab/signature-place.ts'
import { installLines } from './cabinet-lines.ts'
import { cabinetSignatureLines } from './cabinet-signature-lines.ts'
import type { Decoder, Decoding } from './decoding.ts'

export const decodeCabinet: Decoder = (octets, { paint }) => {
  const title = paint('bold', `Cabinet, ${count(octets.length, 'octet')}`)
  const heading = [title, `SHA-256 ${hash('sha256', octets, 'hex')}`, '']
  const cabinet = attempt(() => readCabinet(octets))
  if (cabinet instanceof WireError) return { sound: false, lines: [...heading, refusal(cabinet)] }
  const install = attempt(() => readInstallCab(cabinet))
  const lines = [...heading, ...partLines(cabinet), '', ...fileLines(cabinet), '']
  if (install instanceof WireError) {
    return { sound: false, lines: [...lines, ...noteLines(cabinet.notes), '', refusal(install)] }
  }
  return tellInstaller(install, lines)
}

function tellInstaller(install: InstallCab, before: readonly string[]): Decoding {
  const { signature, notes } = install
  return {
    sound: signature.verdict === 'signed' || signature.verdict === 'unsigned',
    lines: [
      ...before,
      ...installLines(install),
      ...cabinetSignatureLines(signature),
      '',
      ...noteLines(notes),
    ],
  }
}

function attempt<T>(read: () => T): T | WireError {
  try {
    return read()
  } catch (error) {
    if (error instanceof WireError) return error
    throw error
  }
}

function refusal({ message, code }: WireError): string {
  return `Refused: ${printable(message)} [${code}]`
}

/** Where everything lies, in the order of the octets. */
function partLines({ octets, header, folders, files }: Cabinet): readonly string[] {
  const { version, set, reserve } = header
  const whole = `Header, version ${version.major}.${version.minor}, cabinet of ${count(header.bytes, 'octet')}`
  const programs = `${count(reserve.header.length, 'octet')} for programs`
  const rows = [
    { start: 0, what: `${whole}, ${programs}, set ${set.id}, place ${set.index}` },
    ...folders.map(({ offset, compression, reserve: kept, blocks, bytes }, index) => ({
      start: offset,
      what: `Folder ${index}: ${compression}, ${count(blocks.length, 'block')} of ${count(bytes, 'octet')}, ${count(kept.length, 'octet')} for programs`,
    })),
    ...(files.length === 0
      ? []
      : [{ start: header.filesOffset, what: `List of ${count(files.length, 'file')}` }]),
    ...folders.flatMap(({ dataOffset, blocks }, index) =>
      blocks.length === 0 ? [] : [{ start: dataOffset, what: `Data of folder ${index}` }],
    ),
    ...behind(octets, header),
  ].toSorted((left, right) => left.start - right.start)
  const lengths = rows.map(({ start }, index) => (rows[index + 1]?.start ?? octets.length) - start)
  const neighbours = [set.previous, set.next].flatMap((neighbour) =>
    neighbour === undefined ? [] : [printable(`${neighbour.cabinet} on ${neighbour.disk}`)],
  )
  return [
    ...columnsOf(
      [
        ['octet', 'length', 'part'],
        ...rows.map(({ start, what }, at) => [String(start), String(lengths[at]), what]),
      ],
      { rightAligned: [0, 1] },
    ),
    ...(neighbours.length === 0 ? [] : [`Goes on in: ${neighbours.join(', ')}`]),
  ]
}

/** A signature, or octets that belong to nothing. */
function behind(octets: Uint8Array, header: Cabinet['header']) {
  const { start } = signaturePlace(header) ?? { start: octets.length }
  return [
    ...(start < octets.length ? [{ start, what: 'Signature' }] : []),
    ...(header.bytes < Math.min(start, octets.length)
      ? [{ start: header.bytes, what: 'Behind the cabinet' }]
      : []),
  ]
}

function fileLines({ files }: Cabinet): readonly string[] {
  const rows = files.map(({ name, bytes, start, folder, modified }) => [
    String(folder),
    String(start),
    String(bytes),
    modified ?? 'no date',
    printable(name),
  ])
  return columnsOf([['folder', 'start', 'length', 'modified', 'file'], ...rows], {
    rightAligned: [0, 1, 2],
  })
}

function noteLines(notes: readonly CabNote[]): readonly string[] {
  if (notes.length === 0) return ['Notes: none; every checksum right, all parts agree']
  const rows = notes.map(({ rule, member, offset, found }) => {
    const what = member === undefined ? '' : ` ${printable(member)}`
    return [String(offset), `${rule}${what}: ${printable(found)}`]
  })
  return [
    `Notes: ${count(notes.length, 'place')}`,
    ...columnsOf([['octet', 'rule'], ...rows], { rightAligned: [0] }),
  ]
}
