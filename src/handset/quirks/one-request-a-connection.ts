import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Closes the connection after each request.',
  source: 'assumed: RFC 9112 section 9.6 allows it to any client',
  apply: (base) => ({
    ...base,
    requestStyle: (purpose, profile) => {
      const style = base.requestStyle(purpose, profile)
      return { ...style, connection: 'close' }
    },
  }),
})
