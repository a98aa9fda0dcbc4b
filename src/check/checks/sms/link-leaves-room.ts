import { encodeGsm } from '../../../wire/sms/gsm7.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownTexts } from '../../scripted-pushes.ts'
import type { TextOfTarget } from '../../scripted-pushes.ts'

const septetsMax = 160

interface LinkedText {
  readonly message: TextOfTarget
  /** What of it the target wrote: all, or the link alone. */
  readonly what: 'text' | 'link'
}

function linked(context: CheckContext): readonly LinkedText[] {
  const own = new Set(ownTexts(context, 'text'))
  return ownTexts(context, 'link')
    .filter(({ links }) => links.length > 0)
    .map((message) => ({ message, what: own.has(message) ? 'text' : 'link' }))
}

export default defineCheck({
  row: 'N06',
  level: 'field',
  clause: 'SMS-ONE-MESSAGE',
  title: 'A link in a text leaves room for the text: both fit one message',
  applies: (context) => linked(context).length > 0,
  absent: 'no text with a link of the target was sent',
  *judge(context) {
    for (const { message, what } of linked(context)) {
      const [link = ''] = message.links
      const septets = encodeGsm(link)?.length ?? link.length
      const { length } = message.parts
      if (what === 'text' && length > 1) {
        yield fail(message, { actual: `a text of ${length} segments`, expected: 'one message' })
      } else if (what === 'link' && septets > septetsMax) {
        const expected = `one that fits a message of ${septetsMax} with its text`
        yield fail(message, { actual: `a link of ${septets} septets`, expected })
      } else yield pass(message, `a link of ${septets} septets`)
    }
  },
  explain: `A text of two segments is paid for twice, and is lost when one of them is; phones and gateways that show each by itself leave a link that cannot be clicked. A message holds 160 septets. Keep the link short, with a token instead of parameters, and the sentence before it to what the user must know.`,
})
