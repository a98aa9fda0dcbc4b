import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownTexts } from '../../scripted-pushes.ts'
import type { TextOfTarget } from '../../scripted-pushes.ts'

const withLink = (context: CheckContext) =>
  ownTexts(context).filter(({ reading }) => /https?:/i.test(reading.text))

export default defineCheck({
  row: 'W47',
  level: 'field',
  clause: 'SMS-LINK',
  title: 'A link in a text stands by itself and in one segment',
  applies: (context) => withLink(context).length > 0,
  absent: 'no text with a link was sent',
  *judge(context) {
    for (const message of withLink(context)) {
      const actual = troubleOf(message)
      yield actual === undefined
        ? pass(message, 'the link stands by itself')
        : fail(message, { actual, expected: 'a link between blanks, in one segment' })
    }
  },
  explain: `A phone takes what stands between the scheme and the next blank for the link, with a full stop or a bracket at its end, and the server then looks for a page of that name. Phones that show each segment by itself make two halves of a link that runs over the end. Write the link on a line of its own at the front, and nothing directly behind it.`,
})

function troubleOf({ reading, parts }: TextOfTarget): string | undefined {
  const [before, link] = /(^|.)(https?:\S*)/is.exec(reading.text)?.slice(1) ?? []
  if (link === undefined) return undefined
  const told = `"${escapeText(link.slice(-40), 60)}"`
  if (/[.,;:!?)\]>'"]$/.test(link)) return `a link that ends with ${told}`
  if (before !== undefined && /\S/.test(before)) {
    return `a link directly behind "${escapeText(before, 10)}"`
  }
  const lengths = parts.map(({ octets }) => octets.length)
  const isCut = parts.length > 1 && Math.min(...lengths) > 0 && isSplit(parts, link)
  return isCut ? 'a link that runs over two segments' : undefined
}

/** No segment alone has all of its letters, as they stand in the alphabet of the text. */
function isSplit(parts: TextOfTarget['parts'], link: string): boolean {
  const letters = link.replaceAll(/[^A-Za-z0-9./:?=&%-]/g, '').slice(0, 60)
  return !parts.some(({ octets }) => {
    const text = new TextDecoder('latin1').decode(octets).replaceAll(/[^A-Za-z0-9./:?=&%-]/g, '')
    return text.includes(letters)
  })
}
