import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Answers a proxy that asks for credentials as if the server had asked.',
  source: 'Nokia Java Runtime (S60 5th Edition, Symbian^3), GcfDownloader.doDownload',
  apply: (base) => ({
    ...base,
    authorization: (credentials) => base.authorization({ ...credentials, to: 'server' }),
  }),
})
