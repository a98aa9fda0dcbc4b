import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Forgets what the user typed when it is redirected.',
  source: 'Nokia Java Runtime (S60 5th Edition, Symbian^3), GcfDownloader.doDownload',
  apply: (base) => ({
    ...base,
    keepsCredentialsOnRedirect: false,
  }),
})
