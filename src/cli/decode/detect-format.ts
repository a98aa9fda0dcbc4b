import { UsageError } from '../../errors.ts'

export const formats = ['jad', 'jar', 'manifest', 'class', 'report'] as const
export type Format = (typeof formats)[number]

/** Octets looked at. A manifest or a descriptor says within its first lines what it is. */
const searchedBytesMax = 65_536
const reportBytesMax = 1024

/** By content alone: names of files say little about what a server sends. @throws UsageError when nothing fits */
export function detectFormat(octets: Uint8Array): Format {
  const text = new TextDecoder('latin1').decode(octets.subarray(0, searchedBytesMax))
  if (text.startsWith('PK\u0003\u0004') || text.startsWith('PK\u0005\u0006')) return 'jar'
  if (text.startsWith('\u00CA\u00FE\u00BA\u00BE')) return 'class'
  if (octets.length <= reportBytesMax && /^\d{3}(?:[ \r\n]|$)/.test(text)) return 'report'
  if (/^(?:\u00EF\u00BB\u00BF)?\s*Manifest-Version\s*:/i.test(text)) return 'manifest'
  if (/^[^\r\n:]{1,256}:/m.test(text) && !text.includes('\0')) return 'jad'
  throw new UsageError('decode/unknown-format', 'cannot tell what this is', {
    hint: `Say it with --as ${formats.join('|')}.`,
  })
}
