/** A certificate for a key of RSA that is longer than those that are reckoned with; nobody signed it. */
import {
  bitOctets,
  element,
  oid,
  sequence,
  time,
  unsigned,
  utf8,
} from '../../src/test-authority/der-writer.ts'

export function longKeyCertificate(bits: number): Uint8Array {
  const modulus = new Uint8Array(bits / 8 + 1)
  modulus[1] = 0x80
  const algorithm = sequence(oid('1.2.840.113549.1.1.5'), element(0x05))
  const name = sequence(element(0x31, sequence(oid('2.5.4.3'), utf8('Long'))))
  const key = sequence(element(0x02, modulus), unsigned(65_537))
  return sequence(
    sequence(
      unsigned(1),
      algorithm,
      name,
      sequence(time('2000-01-01T00:00:00Z'), time('2040-01-01T00:00:00Z')),
      name,
      sequence(sequence(oid('1.2.840.113549.1.1.1'), element(0x05)), bitOctets(key)),
    ),
    algorithm,
    bitOctets(new Uint8Array(bits / 8)),
  )
}
