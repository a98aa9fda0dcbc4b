import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Sends the whole URL on the request line, as to a proxy.',
  source: 'phoneME HttpInstaller (isUseAbsUrl); MIDP 2.0 OTA, examples of requests',
  apply: (base) => ({
    ...base,
    requestStyle: (purpose, profile) => {
      const style = base.requestStyle(purpose, profile)
      return { ...style, form: 'absolute' }
    },
  }),
})
