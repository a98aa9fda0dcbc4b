import { defineQuirk } from '../behaviour.ts'

/** The phone has no limit; a simulation needs one. */
const waitsMax = 1000

export default defineQuirk({
  title: 'Waits after 503 as often as it is told to, each time at most a minute.',
  source: 'phoneME, HttpInstaller.downloadResource',
  apply: (base) => ({
    ...base,
    nextMove: (state, profile) =>
      base.nextMove({ ...state, waits: state.waits < waitsMax ? 0 : state.waits }, profile),
  }),
})
