import { defineQuirk } from '../behaviour.ts'
import { withHeader } from '../headers.ts'

export default defineQuirk({
  title: 'Asks for the package with a long Accept list that names DRM messages.',
  source: 'Observed behaviour of the BlackBerry OS installer',
  apply: (base) => ({
    ...base,
    requestStyle: (purpose, profile) => {
      const style = base.requestStyle(purpose, profile)
      return purpose === 'package'
        ? {
            ...style,
            headers: withHeader(style.headers, [
              'Accept',
              'application/java-archive,application/java,application/x-java-archive,application/vnd.oma.drm.message;q=0.9',
            ]),
          }
        : style
    },
  }),
})
