import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Labels the report text/plain; charset=utf-8.',
  source: 'Nokia Java Runtime NotificationPoster',
  apply: (base) => ({
    ...base,
    reportMessage: (code) => ({
      ...base.reportMessage(code),
      headers: [['Content-Type', 'text/plain; charset=utf-8']],
    }),
  }),
})
