import { parseUrl } from '../../../wire/http-url.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { readDownloads } from '../../downloads.ts'
import type { DescriptorEvidence, DownloadEvidence } from '../../evidence.ts'
import { findSecret } from '../../secrets-in-urls.ts'

interface UrlOfDescriptor {
  readonly name: string
  readonly url: URL
}

export default defineCheck({
  row: 'S83',
  level: 'field',
  clause: 'RFC9110-SENSITIVE-URLS',
  title: 'No URL of a descriptor holds credentials, a phone number or an IMSI',
  applies: (context) =>
    context.evidence.descriptors.length > 0 || readDownloads(context).length > 0,
  absent: 'no descriptor with a URL was sent',
  *judge(context) {
    for (const found of [...context.evidence.descriptors, ...readDownloads(context)]) {
      const urls = 'urls' in found ? urlsOfDownload(found) : urlsOf(found)
      if (urls.length === 0) continue
      const leaks = urls.flatMap(({ name, url }) => {
        const secret = findSecret(url)
        return secret === undefined ? [] : [`${secret} in ${name}`]
      })
      if (leaks.length === 0) yield pass(found, `${urls.length} URLs that tell nothing`)
      for (const actual of leaks)
        yield fail(found, { actual, expected: 'an id that means nothing' })
    }
  },
  explain: `The URLs of a descriptor are read by the operator's gateway, by proxies and by whoever keeps their logs, mostly without encryption, and whoever has a notify URL can send reports by it. A phone number there names a person to all of them, and a password opens the server. Write a random id into the URL, and keep beside it on the server whom it stands for.`,
})

/** Values that are URLs, and the package URL, which may be relative. */
function urlsOf({ descriptor, jarUrl }: DescriptorEvidence): readonly UrlOfDescriptor[] {
  return descriptor.attributes.flatMap(({ name, value }) => {
    const url = parseUrl(name === 'MIDlet-Jar-URL' ? (jarUrl ?? '') : value)
    return url === undefined ? [] : [{ name, url }]
  })
}

function urlsOfDownload({ urls }: DownloadEvidence): readonly UrlOfDescriptor[] {
  const named = [
    ['objectURI', urls.object],
    ['installNotifyURI', urls.installNotify],
    ['nextURL', urls.next],
  ] as const
  return named.flatMap(([name, written]) => {
    const url = parseUrl(written ?? '')
    return url === undefined ? [] : [{ name, url }]
  })
}
