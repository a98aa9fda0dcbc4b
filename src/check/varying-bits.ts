/** How much of some texts varies from one to the next, as an estimate of what somebody has to guess who knows some of them. */

/** Bits of all places in which the texts differ. Letters that are equal by chance do not count, so it is a little too low. */
export function bitsBetween(texts: readonly string[]): number {
  const longest = Math.max(0, ...texts.map(({ length }) => length))
  const varying = Array.from({ length: longest }, (_, place) => [
    ...new Set(texts.map((text) => text.charAt(place))),
  ]).filter((letters) => letters.length > 1)
  return Math.floor(varying.length * bitsOfLetter(varying.flat().join('')))
}

/** Of the smallest alphabet that has all these letters. */
function bitsOfLetter(letters: string): number {
  if (/^\d*$/.test(letters)) return Math.log2(10)
  if (/^(?:[\da-f]*|[\dA-F]*)$/.test(letters)) return 4
  return /^(?:[\da-z]*|[\dA-Z]*)$/.test(letters) ? 5 : 6
}
