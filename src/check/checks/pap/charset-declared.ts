import { headerValue } from '../../../wire/http-fields.ts'
import { mediaTypeParameter, parseMediaType } from '../../../wire/media-types.ts'
import { toOctetText } from '../../../wire/octet-text.ts'
import type { BodyPart } from '../../../wire/multipart.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { papPosts } from '../../pap-exchanges.ts'
import type { PapPost } from '../../pap-exchanges.ts'

/** The second part, where it is a document as text. */
function documentOf({ parts }: PapPost): BodyPart | undefined {
  const [, content] = parts
  const type = content && headerValue(content.headers, 'Content-Type')
  return type?.startsWith('text/') === true ? content : undefined
}

export default defineCheck({
  level: 'field',
  clause: 'PAP-CHARSET',
  title: 'A document for a gateway names its character set and has no CDATA',
  applies: ({ evidence }) => papPosts(evidence).some((post) => documentOf(post) !== undefined),
  absent: 'no document was posted as text',
  *judge({ evidence }) {
    for (const post of papPosts(evidence)) {
      const document = documentOf(post)
      if (document === undefined) continue
      const wrong = wrongIn(document)
      yield wrong === undefined ? pass(post, 'it names its character set') : fail(post, wrong)
    }
  },
  explain: `A gateway makes WBXML of the document. Kannel takes one that names no character set for Latin-1 and converts UTF-8 a second time, and copies a CDATA section as it is, which no phone can read. Write charset=utf-8 into the content type of the part or an XML declaration with an encoding, and escape texts in place of CDATA.`,
})

function wrongIn({ headers, body }: BodyPart) {
  const text = toOctetText(body)
  if (text.includes('<![CDATA[')) {
    return { actual: 'a CDATA section', expected: 'an escaped text' }
  }
  const type = parseMediaType(headerValue(headers, 'Content-Type') ?? '')
  const isTold =
    (type !== undefined && mediaTypeParameter(type, 'charset') !== undefined) ||
    /^\s*<\?xml[^>]*\sencoding\s*=/.test(text)
  return isTold
    ? undefined
    : { actual: 'neither charset nor encoding', expected: 'charset=utf-8, or an XML declaration' }
}
