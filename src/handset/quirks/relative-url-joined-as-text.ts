import { defineQuirk } from '../behaviour.ts'
import { parseUrl } from '../../wire/http-url.ts'

export default defineQuirk({
  title: 'Puts a relative MIDlet-Jar-URL behind the last slash of the link, as text.',
  source: 'Nokia Java Runtime (S60 5th Edition, Symbian^3), DownloadJar.execute',
  apply: (base) => ({
    ...base,
    resolvePackageUrl: (question) => {
      const { reference, linkUrl } = question
      return /^https?:/i.test(reference)
        ? base.resolvePackageUrl(question)
        : parseUrl(`${linkUrl.slice(0, linkUrl.lastIndexOf('/') + 1)}${reference}`)?.href
    },
  }),
})
