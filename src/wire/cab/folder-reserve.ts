/**
 * What CabWiz repeats of the `.000` file in the octets that the first folder keeps for programs, so that it can be read
 * without taking anything out. Microsoft does not describe it; it is so in all 29 cabinets at hand that have such octets.
 */
import { WireError } from '../../errors.ts'
import { toOctetText } from '../octet-text.ts'
import { OctetReader } from '../octets.ts'
import type { Cabinet } from './cab.ts'

export interface FolderReserve {
  readonly architecture: number
  readonly name: string
  readonly provider: string
}

const folderBytes = 8
const fixedBytes = 20

/**
 * Processor 4 · name and provider, each: offset 4, counted from the start of the folder, and length 4 · name · provider
 *
 * Absent where the octets are none or of another shape.
 */
export function readFolderReserve({
  folders,
}: Pick<Cabinet, 'folders'>): FolderReserve | undefined {
  const reserve = folders[0]?.reserve ?? new Uint8Array(0)
  if (reserve.length < fixedBytes) return undefined
  const reader = new OctetReader(reserve)
  try {
    const architecture = reader.u32le()
    return { architecture, name: readText(reader, reserve), provider: readText(reader, reserve) }
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}

function readText(reader: OctetReader, reserve: Uint8Array): string {
  const offset = reader.u32le() - folderBytes
  const bytes = reader.u32le()
  const part = new OctetReader(reserve)
  part.seek(offset)
  return toOctetText(part.take(bytes)).split('\0', 1)[0] ?? ''
}
