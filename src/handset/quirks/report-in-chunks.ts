import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Sends the report chunked, without Content-Length.',
  source: 'assumed: RFC 9112 section 7.1 allows it to any HTTP/1.1 client',
  apply: (base) => ({
    ...base,
    reportMessage: (code) => ({
      ...base.reportMessage(code),
      framing: 'chunked',
    }),
  }),
})
