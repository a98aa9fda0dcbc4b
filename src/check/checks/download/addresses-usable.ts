import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { readDownloads } from '../../downloads.ts'
import type { ReadDownload } from '../../downloads.ts'

export default defineCheck({
  row: 'W58',
  level: 'must',
  clause: 'DLOTA-ADDRESSES',
  title: 'The addresses in a download descriptor are such as a phone can ask for',
  applies: (context) => readDownloads(context).length > 0,
  absent: 'no download descriptor was sent that can be read',
  *judge(context) {
    for (const found of readDownloads(context)) {
      const useless = addressesOf(found).filter(({ url }) => url === undefined)
      if (useless.length === 0) yield pass(found, 'all of http or https, or relative')
      for (const { name, written } of useless) {
        const actual = `${name} "${escapeText(written, 60)}"`
        yield fail(found, { actual, expected: 'an http or https URL, or a relative one' })
      }
    }
  },
  explain: `A phone fetches objects and reports by HTTP. An objectURI of another scheme, without a host, longer than a phone keeps, or with a character that no URL has ends the download with 906; an installNotifyURI of that kind is worse: the phone gets the object and the server never hears of it. Escape what has to be escaped, and write URLs that somebody outside can open.`,
})

interface Address {
  readonly name: string
  readonly written: string
  /** None: nobody can ask for it. */
  readonly url: string | undefined
}

function addressesOf({ read, urls }: ReadDownload): readonly Address[] {
  const { objectUri, installNotifyUri, nextUrl } = read.descriptor
  const named = [
    { name: 'objectURI', written: objectUri, url: urls.object },
    { name: 'installNotifyURI', written: installNotifyUri, url: urls.installNotify },
    { name: 'nextURL', written: nextUrl, url: urls.next },
  ]
  // Without an objectURI nothing can be fetched, which is another finding.
  return named.flatMap(({ written = '', ...rest }) =>
    written === '' ? [] : [{ ...rest, written }],
  )
}
