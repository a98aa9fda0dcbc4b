import { defineCheck, fail, pass } from '../../check.ts'
import { findMalformedUtf8, toOctetText } from '../../../wire/octet-text.ts'
import { charsetOf } from '../../pages.ts'

export default defineCheck({
  level: 'should',
  clause: 'RFC9110-CHARSET',
  title: 'A page that is said to be in UTF-8 is in UTF-8',
  applies: ({ evidence }) => evidence.pages.some(({ response }) => isSaidToBe(charsetOf(response))),
  absent: 'no page was said to be in UTF-8',
  *judge({ evidence }) {
    for (const found of evidence.pages) {
      if (!isSaidToBe(charsetOf(found.response))) continue
      const offset = findMalformedUtf8(toOctetText(found.response.body))
      yield offset === -1
        ? pass(found, 'UTF-8 throughout')
        : fail(found, {
            actual: `octet 0x${(found.response.body[offset] ?? 0).toString(16)} at ${offset}`,
            expected: 'UTF-8, as the Content-Type says',
          })
    }
  },
  explain: `A page that is stored in Latin-1 and labelled UTF-8 shows boxes and question marks in place of every accent, and a browser that parses strictly shows an error instead of the page. Store it as UTF-8, or label it as what it is.`,
})

function isSaidToBe(charset: string | undefined): boolean {
  return charset?.toLowerCase() === 'utf-8'
}
