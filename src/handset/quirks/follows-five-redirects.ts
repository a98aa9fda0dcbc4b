import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Follows up to five redirects.',
  source: 'Nokia Java Runtime Downloader.redirectNeeded',
  apply: (base) => ({
    ...base,
    nextMove: (state, profile) => base.nextMove(state, { ...profile, redirectsMax: 5 }),
  }),
})
