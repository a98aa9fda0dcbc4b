/**
 * Links in a text. No standard says what one is: phones take what begins with a scheme or `www.` up to the next space
 * (Windows Mobile documents it so; feature phones do the same).
 */

/** Letters of one link; longer ones no phone of the time opens (assumed: no document names a limit). */
const linkLettersMax = 1024
/** Links of one text that can be selected. */
const linksMax = 16

export function linksIn(text: string): readonly string[] {
  const words = text.match(/\S+/g) ?? []
  return words
    .filter((word) => /^(?:https?:\/\/|www\.)[^\s/]/i.test(word))
    .map((word) => (/^www\./i.test(word) ? `http://${word}` : word))
    .filter((link) => link.length <= linkLettersMax && URL.canParse(link))
    .slice(0, linksMax)
}
