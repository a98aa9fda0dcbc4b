import { hash } from 'node:crypto'
import { WireError } from '../../errors.ts'
import { formatUid } from '../../wire/sis/sis-header.ts'
import { readSis } from '../../wire/sis/sis.ts'
import type { SisPackage } from '../../wire/sis/sis.ts'
import type { LegacySis } from '../../wire/sis/legacy-sis.ts'
import type { SisDependency } from '../../wire/sis/sisx-controller.ts'
import { formatVersion } from '../../wire/sis/sisx-leaf.ts'
import type { Sisx } from '../../wire/sis/sisx.ts'
import { rangeOf } from '../../wire/sis/uid-ranges.table.ts'
import { count, labelled } from '../../report/views/layout.ts'
import { excerpt, printable } from '../../report/views/printable.ts'
import type { Decoder } from './decoding.ts'
import { OctetNotes } from './octet-notes.ts'
import { fileLines, noteLines } from './sis-file-lines.ts'
import { sisSignatureLines } from './sis-signature-lines.ts'

/** Lines of octets of a package, and of its controller. */
const tableLinesMax = 2000
const textMax = 200

/** Octet by octet, and what it comes to; or as far as it could be read, and why no further. */
export const decodeSis: Decoder = (octets, { paint, columns }) => {
  const outer = new OctetNotes()
  const inner = new OctetNotes()
  let controller = new Uint8Array()
  const tables = () => [
    ...shortened(outer.table(octets)),
    '',
    ...(controller.length === 0
      ? []
      : [
          `Controller, ${count(controller.length, 'octet')} without compression`,
          ...shortened(inner.table(controller)),
          '',
        ]),
  ]
  const heading = (title: string) => [
    paint('bold', `${title}, ${count(octets.length, 'octet')}`),
    `SHA-256 ${hash('sha256', octets, 'hex')}`,
    '',
  ]
  try {
    const found = readSis(octets, {
      annotate: outer.at(0),
      annotateController: (unpacked) => {
        controller = Uint8Array.from(unpacked)
        return inner.at(0)
      },
    })
    const signatures = found.format === 'sisx' ? sisSignatureLines(found) : undefined
    const blocking = found.notes.some((note) => note.blocking)
    return {
      sound: !blocking && signatures?.sound !== false && !isStub(found),
      lines: [
        ...heading(titleOf(found)),
        ...tables(),
        ...factLines(found, columns),
        '',
        ...fileLines(found.files),
        '',
        ...(signatures === undefined ? [] : [...signatures.lines, '']),
        ...noteLines(found.notes),
      ],
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    const refusal = `Refused: ${printable(error.message)} [${error.code}]`
    return { sound: false, lines: [...heading('Symbian package'), ...tables(), refusal] }
  }
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= tableLinesMax) return lines
  const left = lines.length - tableLinesMax
  return [...lines.slice(0, tableLinesMax), `… ${count(left, 'line')} more`]
}

function isStub(found: SisPackage): boolean {
  return found.format === 'sisx' && found.header === undefined
}

function titleOf(found: SisPackage): string {
  if (isStub(found)) return 'Stub of a package in a ROM (no download)'
  return found.format === 'sisx'
    ? 'SISX package (Symbian OS 9 and later)'
    : 'SIS package (up to Symbian OS 8)'
}

function factLines(found: SisPackage, columns: number): readonly string[] {
  const margin = { indent: 0, labelWidth: 12, columns }
  const facts = found.format === 'sisx' ? sisxFacts(found) : legacyFacts(found)
  return facts.flatMap(([label, ...texts]) =>
    labelled(
      label,
      texts.length === 0 ? ['none'] : texts.map((text) => excerpt(text, textMax)),
      margin,
    ),
  )
}

type Fact = readonly [label: string, ...texts: readonly string[]]

function sisxFacts(found: Sisx): readonly Fact[] {
  const { type, typeCode, flags, options, properties } = found
  const habits = [
    ...(flags.closesApplications ? ['closes applications'] : []),
    ...(flags.removable ? [] : ['cannot be removed']),
    ...(flags.romUpgrade ? ['upgrades the ROM'] : []),
    ...(flags.hidden ? ['hidden'] : []),
  ]
  return [
    ['UID', uidOf(found.uid)],
    ['Name', ...found.names],
    ['Vendor', found.vendor, ...found.vendorNames.filter((name) => name !== found.vendor)],
    ['Version', `${formatVersion(found.version)}, made ${found.created}`],
    ['Type', [type ?? `number ${typeCode}`, ...habits].join(', ')],
    ['Languages', found.languages.join(', ')],
    ['Products', ...found.targets.map(needOf)],
    ['Needs', ...found.dependencies.map(needOf)],
    ...(options.length === 0 ? [] : [['Choices', ...options.map(inAll)] as const]),
    ...(properties.length === 0
      ? []
      : [['Properties', ...properties.map(({ key, value }) => `${key}: ${value}`)] as const]),
  ]
}

function legacyFacts(found: LegacySis): readonly Fact[] {
  const { type, typeCode, release, options, drive, installedBytes, certificates } = found
  const habits = [
    ...(options.closesApplications ? ['closes applications'] : []),
    ...(options.distributable ? ['distributable'] : []),
    options.compressed ? 'compressed' : 'not compressed',
  ]
  const choices = found.records.flatMap((record) =>
    record.kind === 'options' ? record.options.map(inAll) : [],
  )
  return [
    ['UID', formatUid(found.uid)],
    ['Name', ...found.names],
    ['Version', formatVersion(found.version)],
    ['Type', [type ?? `number ${typeCode}`, ...habits].join(', ')],
    ['Release', `${release ?? 'not one that is known'}, installer ${found.installerVersion}`],
    ['Languages', found.languages.join(', ')],
    ['Drive', drive === '!' ? 'the user chooses' : (drive ?? 'not stated')],
    ['Needs', ...found.dependencies.map(needOf)],
    ...(choices.length === 0 ? [] : [['Choices', ...choices] as const]),
    ...(installedBytes === undefined ? [] : [['Room', `${installedBytes} octets`] as const]),
    ['Signed', signedOf(found)],
    ...(certificates === undefined
      ? []
      : [['Stamped', `${certificates.stamped}, ${certificates.count} certificates`] as const]),
  ]
}

function signedOf({ signatureBytes }: LegacySis): string {
  return signatureBytes === undefined ? 'no' : `${signatureBytes} octets, which are not read`
}

function uidOf(uid: number): string {
  const { use, protected: isProtected } = rangeOf(uid)
  return `${formatUid(uid)}, ${isProtected ? 'protected' : 'not protected'}, ${use}`
}

function needOf({ uid, from, to, names }: SisDependency): string {
  const until = to === undefined ? '' : ` to ${formatVersion(to)}`
  return `${formatUid(uid)} from ${formatVersion(from)}${until} ${inAll(names)}`
}

/** Once where it is the same in all languages. */
function inAll(names: readonly string[]): string {
  return [...new Set(names)].join(' / ')
}
