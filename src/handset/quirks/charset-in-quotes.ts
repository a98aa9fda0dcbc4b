import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Knows no charset whose name stands in quotes.',
  source:
    'Nokia Java Runtime (S60 5th Edition, Symbian^3), DownloadInfo.parseCharSet; phoneME, HttpInstaller.getCharset',
  apply: (base) => ({
    ...base,
    charsetOf: (contentType) =>
      /charset=("[^"]*")/i.exec(contentType)?.[1] ?? base.charsetOf(contentType),
  }),
})
