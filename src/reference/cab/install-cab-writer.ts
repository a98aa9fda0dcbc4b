/**
 * Writes installation cabinets as CabWiz does: the `.000` file first, then the files in descending order of their numbers
 * (the setup library is 999), and last `_setup.xml`, where there is one. Those without it are of the older, plain kind;
 * those with it repeat processor, name and provider in the first folder.
 */
import { signatureReserve, signCabinet } from '../../test-authority/cabinet-signing.ts'
import { OctetWriter } from '../../wire/octets.ts'
import { writeCabinet } from './cabinet-writer.ts'
import type { CabinetMember } from './cabinet-writer.ts'
import type { InstallCabSpec } from './install-cab-spec.ts'
import { padded, writeInstallManifest } from './install-manifest-writer.ts'
import { writeSetupDocument } from './setup-document-writer.ts'

/** Signed where the spec says by whom. */
export function writeInstallCab(spec: InstallCabSpec): Uint8Array {
  const { signing } = spec
  return signing === undefined
    ? writeUnsigned(spec)
    : signCabinet(writeUnsigned(spec, signatureReserve), signing)
}

/** @param header octets for programs in the header */
function writeUnsigned(spec: InstallCabSpec, header?: Uint8Array): Uint8Array {
  const names = new MemberNames()
  const manifestName = names.of(spec.name, 0)
  const files = spec.files.map((file, index) => ({
    ...file,
    number: index + 1,
    member: names.of(file.name.replace(/\.[^.]*$/, ''), index + 1),
  }))
  const payload: readonly CabinetMember[] = [
    { name: manifestName, octets: writeInstallManifest(spec, files) },
    ...(spec.setupDll === undefined
      ? []
      : [{ name: names.of('setup', 999), octets: spec.setupDll }]),
    ...files.toReversed().map(({ member, octets }) => ({ name: member, octets })),
  ]
  const { compression } = spec
  if (!spec.withSetup) {
    const folders = [{ compression, members: payload }]
    return writeCabinet({
      folders,
      ...(header === undefined ? {} : { reserve: { header, folderBytes: 0 } }),
    })
  }
  const reserve = writeFolderReserve(spec)
  const setup = { name: '_setup.xml', octets: writeSetupDocument(spec, files) }
  return writeCabinet({
    folders: [
      { compression, members: payload, reserve },
      { compression, members: [setup] },
    ],
    reserve: { header: header ?? new Uint8Array(0), folderBytes: reserve.length },
  })
}

/** Names in the form 8.3: letters and underlines, filled up with 0 on the left, or six of them, `~` and a digit. */
class MemberNames {
  readonly #taken = new Map<string, number>()

  of(stem: string, number: number): string {
    const letters = stem.replace(/[^A-Za-z_]/g, '')
    const extension = String(number).padStart(3, '0')
    if (letters.length <= 8) return `${letters.padStart(8, '0')}.${extension}`
    const start = letters.slice(0, 6).toUpperCase()
    const count = (this.#taken.get(start) ?? 0) + 1
    this.#taken.set(start, count)
    return `${start}~${count}.${extension}`
  }
}

const folderBytes = 8

/** Processor, offset of the name counted from the folder, its length, the same of the provider, and both, filled up to four. */
function writeFolderReserve({ architecture, name, provider }: InstallCabSpec): Uint8Array {
  const [first, second] = [padded(name), padded(provider)]
  const offset = folderBytes + 20
  const writer = new OctetWriter().u32le(architecture).u32le(offset).u32le(first.length)
  writer.u32le(offset + first.length).u32le(second.length)
  return writer.bytes(first).bytes(second).toUint8Array()
}
