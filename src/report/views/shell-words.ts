/** Words of a POSIX shell (with `$'…'`, which bash, zsh and POSIX.1-2024 have) that stay one word, whatever is in them. */
export function shellWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word
  if (/^[\x20-\x7e]+$/.test(word)) return `'${word.replaceAll("'", "'\\''")}'`
  return shellOctets(new TextEncoder().encode(word))
}

/** Octets as one word, e.g. `$'900 Success\r\n'`. A NUL cannot be in a word and is left as the text `\x00`. */
export function shellOctets(octets: Uint8Array): string {
  let word = ''
  for (const octet of octets) word += escapeOctet(octet)
  return `$'${word}'`
}

function escapeOctet(octet: number): string {
  if (octet === 0x0d) return '\\r'
  if (octet === 0x0a) return '\\n'
  if (octet === 0x27 || octet === 0x5c) return `\\${String.fromCharCode(octet)}`
  if (octet === 0) return '\\\\x00'
  if (octet >= 0x20 && octet < 0x7f) return String.fromCharCode(octet)
  // Always three octal digits: a hexadecimal escape would swallow a hexadecimal digit that follows it.
  return `\\${octet.toString(8).padStart(3, '0')}`
}
