import { charsetParameter } from '../../../wire/wsp/content-type.ts'
import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownWsp } from '../../scripted-pushes.ts'

const indications = (context: CheckContext) =>
  ownWsp(context, 'charset', 'contentType').flatMap((message) => {
    const { push, mediaType } = message.reading
    return push === undefined || mediaType !== 'application/vnd.wap.sic' ? [] : [{ message, push }]
  })

export default defineCheck({
  row: 'W12',
  level: 'field',
  clause: 'PUSH-CHARSET',
  title: 'The content type of an indication names its character set',
  applies: (context) => indications(context).length > 0,
  absent: 'no service indication was sent whose WSP the target wrote',
  *judge(context) {
    for (const { message, push } of indications(context)) {
      const charset = charsetParameter(push.contentType)
      yield charset === undefined
        ? fail(message, { actual: 'a content type without charset', expected: 'charset utf-8' })
        : pass(message, `charset ${escapeText(charset, 40)}`)
    }
  },
  explain: `Phones of some makers do not show an indication whose content type is the bare octet AE, though the document names its character set itself. With 03 AE 81 EA in its place the same push was shown by every phone that was tried. Add the parameter, whatever language the text has.`,
})
