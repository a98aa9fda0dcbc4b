import { escapeText } from '../../../wire/escape.ts'
import { contentTypeNamed } from '../../../wire/wsp/content-type.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownWsp } from '../../scripted-pushes.ts'

const typed = (context: CheckContext) =>
  ownWsp(context, 'contentType').flatMap((message) => {
    const { push } = message.reading
    return push === undefined ? [] : [{ message, media: push.contentType.media }]
  })

export default defineCheck({
  row: 'W11',
  level: 'should',
  clause: 'PUSH-WELL-KNOWN',
  title: 'A content type that has a number is sent as the number',
  applies: (context) => typed(context).length > 0,
  absent: 'no push was sent whose WSP the target wrote',
  *judge(context) {
    for (const { message, media } of typed(context)) {
      if (media.kind === 'code') yield pass(message, `number 0x${media.code.toString(16)}`)
      else {
        const known = contentTypeNamed(media.text.toLowerCase()).media
        const told = `"${escapeText(media.text, 60)}" as text`
        yield known.kind === 'code'
          ? fail(message, { actual: told, expected: `number 0x${known.code.toString(16)}` })
          : pass(message, `${told}, which has no number`)
      }
    }
  },
  explain: `Small push clients compare one octet: AE for a service indication, B0 for service loading. One is known that takes only four numbers and drops every text. The name also takes 25 octets of the 133 that a single message has.`,
})
