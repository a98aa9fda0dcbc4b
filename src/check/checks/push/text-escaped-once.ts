import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { shownIndications } from '../../indications.ts'

export default defineCheck({
  row: 'W29',
  level: 'field',
  clause: 'SI-TEXT-ONCE',
  title: 'The text of an indication is escaped and converted once',
  applies: (context) => shownIndications(context).some(({ indication }) => indication.text !== ''),
  absent: 'no service indication with a text was sent',
  *judge(context) {
    for (const { message, indication } of shownIndications(context)) {
      if (indication.text === '') continue
      const trouble = troubleIn(indication.text)
      yield trouble === undefined
        ? pass(message, `"${escapeText(indication.text, 60)}"`)
        : fail(message, {
            actual: `${trouble} in "${escapeText(indication.text, 80)}"`,
            expected: 'the text as it is to be read',
          })
    }
  },
  explain: `A text that goes into WBXML needs no escapes: an &amp; or a &#228; is shown to the user as it stands there. Behind some gateways UTF-8 is taken for Latin-1 and made UTF-8 once more, so that each umlaut becomes two letters. Escape where XML is written and nowhere else, and name the character set in the document and in its content type.`,
})

/** The lead octets of UTF-8 for Latin letters, read as Latin-1, with what then stands for the octet behind. */
const convertedTwice = /[\u00C2\u00C3\u00C4\u00C5][\u0080-\u00BF]/u

function troubleIn(text: string): string | undefined {
  if (/&(?:amp|lt|gt|quot|apos|#x?[0-9a-f]+);/i.test(text)) return 'an escape of XML'
  if (text.includes('<![CDATA[') || text.includes(']]>')) return 'a mark of CDATA'
  if (text.includes('\uFFFD')) return 'a character that could not be read'
  return convertedTwice.test(text) ? 'UTF-8 converted twice' : undefined
}
