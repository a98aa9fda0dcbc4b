import { defineQuirk } from '../behaviour.ts'
import { decideNextMove } from '../rules/retrieval.ts'

export default defineQuirk({
  title: 'Follows up to five redirects.',
  source: 'Nokia Java Runtime Downloader.redirectNeeded',
  apply: (base) => ({
    ...base,
    nextMove: (state) =>
      decideNextMove(state, {
        hopsMax: 5,
        waitsMax: 0,
        waitSecondsMax: 0,
        partsMax: 1,
        partsBytesMax: 0,
      }),
  }),
})
