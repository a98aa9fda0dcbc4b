/** Links that a curious person would try who has one ticket: its neighbours. */

const token = /[A-Za-z0-9_-]{4,}/g

/**
 * The link with the longest word of its path and query made another: its last letter or digit moved on by one, or left out, or
 * its capital letters small and its small letters capital; where it has no letter, as `next`. None where there is no such word.
 */
export function wrongTicket(
  link: string,
  how: 'next' | 'shortened' | 'other-case',
): string | undefined {
  const { origin } = new URL(link)
  const place = link.slice(origin.length)
  const words = [...place.matchAll(token)]
  const longest = words.reduce<RegExpExecArray | undefined>(
    (best, word) => (best === undefined || word[0].length >= best[0].length ? word : best),
    undefined,
  )
  if (longest === undefined) return undefined
  const [word] = longest
  const end = longest.index + word.length
  return `${origin}${place.slice(0, longest.index)}${another(word, how)}${place.slice(end)}`
}

function another(word: string, how: 'next' | 'shortened' | 'other-case'): string {
  const isTurned = how === 'other-case' && /[a-z]/i.test(word)
  if (isTurned) return word.replaceAll(/[a-z]/gi, turn)
  return `${word.slice(0, -1)}${how === 'shortened' ? '' : moveOn(word.slice(-1))}`
}

function turn(letter: string): string {
  const small = letter.toLowerCase()
  return letter === small ? letter.toUpperCase() : small
}

/** Stays among digits and among the letters that a hexadecimal number may have. */
function moveOn(letter: string): string {
  if (/\d/.test(letter)) return String((Number(letter) + 1) % 10)
  const code = letter.charCodeAt(0)
  return /[aA_-]/.test(letter) ? 'b' : String.fromCharCode(code - 1)
}
