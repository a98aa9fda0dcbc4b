import { defineQuirk } from '../behaviour.ts'
import { withHeader } from '../headers.ts'

export default defineQuirk({
  title: 'The application manager has a User-Agent of its own for packages and reports.',
  source:
    'phoneME HttpInstaller (User-Agent from the system properties); MIDP 2.0 OTA, Installation step 1',
  apply: (base) => ({
    ...base,
    requestStyle: (purpose, profile) => {
      const style = base.requestStyle(purpose, profile)
      return purpose !== 'descriptor'
        ? {
            ...style,
            headers: withHeader(style.headers, [
              'User-Agent',
              `Profile/${profile.midpProfiles.at(-1)} Configuration/${profile.configurations.at(-1)}`,
            ]),
          }
        : style
    },
  }),
})
