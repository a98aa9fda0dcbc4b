import { defineQuirk } from '../behaviour.ts'

const firstDelayMs = 30_000
const laterDelayMs = 300_000

export default defineQuirk({
  title: 'Sends an unanswered report again after half a minute, then every five minutes.',
  source: 'assumed: MIDP 2.0 OTA leaves the time of a retry open; seen in no document',
  apply: (base) => ({
    ...base,
    retrySchedule: (attempts) => (attempts <= 1 ? firstDelayMs : laterDelayMs),
  }),
})
