import { defineFault } from '../fault.ts'

/**
 * Changes the modification time of the first entry in both of its headers and nothing else (APPNOTE 4.3.7, 4.3.12, 4.3.16:
 * the end record without a comment is 22 octets long, with the offset of the directory at 16).
 */
function stampFirstEntry(octets: Uint8Array, count: number): Uint8Array {
  const stamped = octets.slice()
  const view = new DataView(stamped.buffer, stamped.byteOffset, stamped.byteLength)
  const directory = view.getUint32(stamped.length - 22 + 16, true)
  const entry = view.getUint32(directory + 42, true)
  const seconds = count % 30
  view.setUint16(directory + 12, seconds, true)
  view.setUint16(entry + 10, seconds, true)
  return stamped
}

export default defineFault({
  breaks: ['package/same-octets-each-time'],
  title: 'stamps each copy of the package with the time it was asked for',
  packageOctets: (octets, { deliveries }) => stampFirstEntry(octets, deliveries),
})
