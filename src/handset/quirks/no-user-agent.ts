import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Sends no User-Agent, as behind a gateway that takes it away.',
  source: 'RFC 9110 section 10.1.5: a user agent may be set not to send it',
  apply: (base) => ({
    ...base,
    requestStyle: (purpose, profile) => {
      const style = base.requestStyle(purpose, profile)
      const headers = style.headers.filter(([name]) => name.toLowerCase() !== 'user-agent')
      return { ...style, headers }
    },
  }),
})
