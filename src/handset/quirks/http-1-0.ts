import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Speaks HTTP/1.0, as WAP gateways of the time did towards the origin.',
  source: 'Symbian content download engine (repeats with HTTP/1.0 after 5xx); RFC 9112 section 2.5',
  apply: (base) => ({
    ...base,
    requestStyle: (purpose, profile) => {
      const style = base.requestStyle(purpose, profile)
      return { ...style, version: '1.0', connection: 'close' }
    },
  }),
})
