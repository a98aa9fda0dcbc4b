import type { SisFile } from '../../wire/sis/sis-file.ts'
import { formatUid } from '../../wire/sis/sis-header.ts'
import type { SisNote } from '../../wire/sis/sis-note.ts'
import { columnsOf, count } from '../../report/views/layout.ts'
import { excerpt, printable } from '../../report/views/printable.ts'

/** Files, and notes, that are told one by one. */
const rowsMax = 1000
const targetMax = 200

export function fileLines(files: readonly SisFile[]): readonly string[] {
  if (files.length === 0) return ['Files: none']
  const rows = files.slice(0, rowsMax).map(rowOf)
  return [
    `Files: ${files.length}`,
    ...columnsOf(
      [['octet', 'length', 'packed', 'use', 'of package', 'capabilities', 'target'], ...rows],
      { rightAligned: [0, 1, 2] },
    ),
    ...more(files.length),
  ]
}

function rowOf(file: SisFile): readonly string[] {
  const { contents, bytes, does, conditional, owner, capabilities, target, mediaType } = file
  const packed = contents === undefined ? '' : String(contents.end - contents.start)
  const type = mediaType === undefined ? '' : ` (${mediaType})`
  return [
    contents === undefined ? '' : String(contents.start),
    String(bytes),
    packed,
    `${does ?? 'unknown'}${whenOf(file)}${conditional ? ', if' : ''}`,
    formatUid(owner),
    capabilities.join(' '),
    excerpt(`${target === '' ? '(shown only)' : target}${type}`, targetMax),
  ]
}

/** ` at installation, waited for` */
function whenOf({ runs }: SisFile): string {
  if (runs === undefined) return ''
  const when = runs.at === 'both' ? 'installation and removal' : runs.at
  return ` at ${when}${runs.waits ? ', waited for' : ''}${runs.closes ? ', closed in the end' : ''}`
}

export function noteLines(notes: readonly SisNote[]): readonly string[] {
  if (notes.length === 0) return ['Notes: none; every file unpacked']
  const rows = notes.slice(0, rowsMax).map(({ rule, file, offset, found, blocking }) => {
    const what = file === undefined ? '' : ` ${excerpt(file, targetMax)}`
    return [String(offset), `${rule}${blocking ? ' (refused)' : ''}${what}: ${printable(found)}`]
  })
  return [
    `Notes: ${count(notes.length, 'place')}`,
    ...columnsOf([['octet', 'rule'], ...rows], { rightAligned: [0] }),
    ...more(notes.length),
  ]
}

function more(length: number): readonly string[] {
  return length > rowsMax ? [`… ${length - rowsMax} more`] : []
}
