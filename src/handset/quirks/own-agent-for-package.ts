import { defineQuirk } from '../behaviour.ts'
import { withAgent } from '../headers.ts'

export default defineQuirk({
  title: 'The application manager has a User-Agent of its own for packages and reports.',
  source:
    'phoneME HttpInstaller (User-Agent from the system properties); MIDP 2.0 OTA, Installation step 1',
  apply: (base) => ({
    ...base,
    requestStyle: withAgent(base, (purpose, { midpProfiles, configurations }) =>
      purpose === 'descriptor'
        ? undefined
        : `Profile/${midpProfiles.at(-1)} Configuration/${configurations.at(-1)}`,
    ),
  }),
})
