/** A PNG icon as every phone of the time could show it: 12 by 12, true colour, no interlace (PNG 1.0). */
import { zlibSync } from 'fflate'
import { OctetWriter } from '../wire/octets.ts'

export type Colour = readonly [red: number, green: number, blue: number]

const side = 12
const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const paper: Colour = [255, 255, 255]

/** A filled square on white. */
export function drawIcon(colour: Colour = [0, 96, 160]): Uint8Array {
  const header = new OctetWriter().u32be(side).u32be(side)
  header.u8(8).u8(2).u8(0).u8(0).u8(0)
  const rows = new OctetWriter()
  for (let row = 0; row < side; row += 1) {
    rows.u8(0)
    for (let column = 0; column < side; column += 1) {
      const inside = Math.min(row, column) >= 2 && Math.max(row, column) < side - 2
      rows.bytes(Uint8Array.from(inside ? colour : paper))
    }
  }
  return new OctetWriter()
    .bytes(signature)
    .bytes(chunk('IHDR', header.toUint8Array()))
    .bytes(chunk('IDAT', zlibSync(rows.toUint8Array(), { level: 9 })))
    .bytes(chunk('IEND', new Uint8Array()))
    .toUint8Array()
}

/** Length 4 · type 4 · octets · CRC-32 over type and octets 4 */
function chunk(type: string, octets: Uint8Array): Uint8Array {
  const typed = new OctetWriter().bytes(new TextEncoder().encode(type)).bytes(octets).toUint8Array()
  return new OctetWriter().u32be(octets.length).bytes(typed).u32be(crc32(typed)).toUint8Array()
}

/** PNG 1.0 appendix "Sample CRC Code", bit by bit: an icon is too small for a table. */
function crc32(octets: Uint8Array): number {
  let crc = 0xffffffff
  for (const octet of octets) {
    crc ^= octet
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
