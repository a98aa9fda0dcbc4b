/**
 * The checksum of Symbian's packages: CRC-16 with polynomial 0x1021, from 0, the most significant bit first, known as
 * CRC-16/XMODEM (`123456789` gives 0x31C3). Two octets a turn: a package is read whole more than once.
 */
const byOctet = makeTable()
/** What an octet gives when another one follows it. */
const byEarlierOctet = byOctet.map((entry) => ((entry << 8) ^ (byOctet[entry >> 8] ?? 0)) & 0xffff)

/** @param crc of what comes before, so that parts can be reckoned one after the other */
export function crc16(octets: Uint8Array, crc = 0): number {
  let rest = crc
  const pairsEnd = octets.length & ~1
  for (let at = 0; at < pairsEnd; at += 2) {
    const high = (rest >> 8) ^ (octets[at] ?? 0)
    const low = (rest & 0xff) ^ (octets[at + 1] ?? 0)
    rest = (byEarlierOctet[high] ?? 0) ^ (byOctet[low] ?? 0)
  }
  if (pairsEnd === octets.length) return rest
  return ((rest << 8) ^ (byOctet[(rest >> 8) ^ (octets[pairsEnd] ?? 0)] ?? 0)) & 0xffff
}

function makeTable(): Uint16Array {
  const table = new Uint16Array(256)
  for (const index of table.keys()) {
    let entry = index << 8
    for (let bit = 0; bit < 8; bit += 1) entry = entry & 0x8000 ? (entry << 1) ^ 0x1021 : entry << 1
    table[index] = entry & 0xffff
  }
  return table
}
