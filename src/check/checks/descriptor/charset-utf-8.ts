import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { mediaTypeParameter } from '../../../wire/media-types.ts'

function lists(acceptCharset: string, charset: string): boolean {
  const names = acceptCharset.split(',').map((one) => one.split(';')[0]?.trim().toLowerCase())
  return names.includes(charset) || names.includes('*')
}

export default defineCheck({
  row: 'S04',
  level: 'field',
  clause: 'MIDP2-OTA-JAD-05',
  title: 'A charset is declared only if the phone can read it',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  *judge(context) {
    for (const found of context.evidence.descriptors) {
      const charset =
        found.mediaType && mediaTypeParameter(found.mediaType, 'charset')?.toLowerCase()
      const offered = headerValue(found.exchange.request.headers, 'Accept-Charset') ?? ''
      const isOffered = charset === undefined || charset === 'utf-8' || lists(offered, charset)
      yield isOffered
        ? pass(found, charset === undefined ? 'no charset declared' : `charset ${charset}`)
        : fail(found, {
            actual: `charset "${escapeText(charset, 40)}"`,
            expected: 'none, utf-8, or one of the Accept-Charset of the phone',
          })
    }
  },
  explain: `Phones need to know UTF-8 and no other charset; phoneME refuses a descriptor in one it does not know. Leave the parameter out, or say utf-8.`,
})
