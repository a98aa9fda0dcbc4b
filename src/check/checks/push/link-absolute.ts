import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { shownIndications } from '../../indications.ts'

const linked = (context: CheckContext) =>
  shownIndications(context).flatMap(({ message, indication: { href } }) =>
    href === undefined || href === '' ? [] : [{ message, href }],
  )

export default defineCheck({
  row: 'W20',
  level: 'must',
  clause: 'SI-LINK',
  title: 'The link of an indication is an absolute URL, written as URLs are',
  applies: (context) => linked(context).length > 0,
  absent: 'no service indication with a link was sent',
  *judge(context) {
    for (const { message, href } of linked(context)) {
      const trouble = troubleOf(href)
      yield trouble === undefined
        ? pass(message, 'an absolute URL')
        : fail(message, {
            actual: `${trouble} in "${escapeText(href, 100)}"`,
            expected: 'an absolute http or https URL in ASCII',
          })
    }
  },
  explain: `A message has no page that a relative link could belong to, so phones open nothing, or a file of their own. Blanks and letters beyond ASCII are cut, dropped or sent as they are, and an &amp; that was written for XML stays in WBXML as it is and makes another parameter of the URL. Write scheme and host, escape by percent, and do not escape for XML what goes into WBXML.`,
})

function troubleOf(href: string): string | undefined {
  if (!/^https?:\/\/[^/?#]/i.test(href) || !URL.canParse(href))
    return 'no absolute http or https URL'
  if (/&(?:amp|lt|gt|quot|apos|#\d+);/i.test(href)) return 'an escape of XML'
  return /^[!-~]*$/.test(href) ? undefined : 'a blank or a character beyond ASCII'
}
