import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Asks its user before it follows a redirect.',
  source: 'phoneME, HttpInstaller.downloadResource',
  apply: (base) => ({
    ...base,
    asks: (prompt) => prompt === 'redirect' || base.asks(prompt),
  }),
})
