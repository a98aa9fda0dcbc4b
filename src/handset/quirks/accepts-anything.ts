import { defineQuirk } from '../behaviour.ts'
import { withHeader } from '../headers.ts'

export default defineQuirk({
  title:
    'Asks for a descriptor with Accept: */*, since some servers answer 406 when the link is a JAR.',
  source: 'phoneME HttpInstaller.downloadResource',
  apply: (base) => ({
    ...base,
    requestStyle: (purpose, profile) => {
      const style = base.requestStyle(purpose, profile)
      return purpose === 'descriptor'
        ? { ...style, headers: withHeader(style.headers, ['Accept', '*/*']) }
        : style
    },
  }),
})
