/** Where the signature of a cabinet lies, as the octets kept for programs in its header tell. */
import { OctetReader } from '../octets.ts'
import type { CabinetHeader } from './cabinet-header.ts'

export interface SignaturePlace {
  readonly start: number
  readonly end: number
}

/** Length of what a signature keeps in the header, and how it begins. */
const reserveBytes = 20
const reserveMark = 0x0010_0000

/** Mark 00 00 10 00 · offset of the signature 4 · its length 4 · 8 octets, of which the last four are signed */
export function signaturePlace({ reserve }: CabinetHeader): SignaturePlace | undefined {
  if (reserve.header.length !== reserveBytes) return undefined
  const reader = new OctetReader(reserve.header)
  if (reader.u32le() !== reserveMark) return undefined
  const start = reader.u32le()
  const bytes = reader.u32le()
  return start === 0 || bytes === 0 ? undefined : { start, end: start + bytes }
}
