import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { contentForms } from '../../../wire/push/push-content.ts'
import { amongOffers, ownPushes } from '../../scripted-pushes.ts'

const shown: readonly string[] = contentForms
  .filter(({ kind }) => kind === 'si' || kind === 'sl')
  .map(({ binary }) => binary)

const readable = (context: CheckContext) =>
  amongOffers(context, ownPushes(context, 'contentType')).filter(
    ({ reading }) => reading.push !== undefined,
  )

export default defineCheck({
  level: 'must',
  clause: 'PUSH-DOCUMENT',
  title: 'A push that leads to an installation has the content type of an SI or SL',
  applies: (context) => readable(context).length > 0,
  absent: 'no push was sent',
  *judge(context) {
    for (const message of readable(context)) {
      const type = message.reading.mediaType ?? 'a number without a name'
      yield shown.includes(type)
        ? pass(message, type)
        : fail(message, { actual: escapeText(type, 80), expected: shown.join(' or ') })
    }
  },
  explain: `A phone gives a push to whoever it has for the content type, and drops it where it has nobody: a link sent as text/plain, as XML or as the descriptor itself is lost on nearly all of them. The binary form of the service indication is the one that every phone with WAP push knows. Send application/vnd.wap.sic in WBXML.`,
})
