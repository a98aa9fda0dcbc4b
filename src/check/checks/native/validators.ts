import { headerValue } from '../../../wire/http-fields.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { isPublishedBetween } from '../../native-links.ts'

export default defineCheck({
  row: 'N34',
  level: 'should',
  clause: 'NATIVE-VALIDATORS',
  title: 'A native package has an ETag or a date, the same each time',
  applies: ({ evidence }) => evidence.nativePackages.length > 0,
  absent: 'no native package was sent',
  *judge(context) {
    const seen = new Map<string, { readonly seq: number; readonly tag: string }>()
    for (const found of context.evidence.nativePackages) {
      const { headers } = found.response
      const tag = headerValue(headers, 'ETag') ?? headerValue(headers, 'Last-Modified')
      const { url } = found.exchange.request
      const before = seen.get(url)
      const isPublished = before !== undefined && isPublishedBetween(context, before, found)
      if (tag === undefined) {
        yield fail(found, { actual: 'neither ETag nor Last-Modified', expected: 'one of them' })
      } else if (before !== undefined && !isPublished && before.tag !== tag) {
        yield fail(found, {
          actual: `${tag} for the same URL`,
          expected: before.tag,
          cause: before,
        })
      } else {
        seen.set(url, { seq: found.seq, tag })
        yield pass(found, tag)
      }
    }
  },
  explain: `A download of some hundred kilobytes over the air is broken off more often than not. S60 goes on from where it was, and names the version it has the beginning of; where the server gave no version it asks for the rest all the same, and the parts of two versions make a package that is corrupted.`,
})
