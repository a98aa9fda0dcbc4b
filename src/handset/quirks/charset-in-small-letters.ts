import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Finds the charset only where its parameter is written in small letters.',
  source: 'phoneME, HttpInstaller.getCharset',
  apply: (base) => ({
    ...base,
    charsetOf: (contentType) =>
      contentType.includes('charset') ? base.charsetOf(contentType) : undefined,
  }),
})
