/** A module without keys and display (IMP-NG), told to install by a message: nobody is asked, and some codes are never sent. */
import type { Personality } from '../personality.ts'
import { strict } from './strict.ts'

/** A user who refuses, a loss of service, and push registrations are nothing that it reports. */
const unsent: readonly number[] = [902, 903, 911]

export const impngModule: Personality = {
  title: 'An IMP-NG module without a user.',
  behaviour: {
    ...strict,
    browser: { ...strict.browser, reads: () => undefined },
    asks: () => false,
    asksForCredentials: () => false,
    queuesReport: (code) => !unsent.includes(code),
  },
  sources: {
    browser:
      "Siemens AC65/XT65/XT75 Java user's guide, p. 58 and 61: started by a short message, no user takes part",
    asks: "Siemens AC65/XT65/XT75 Java user's guide, p. 58 and 61: started by a short message, no user takes part",
    asksForCredentials:
      "Siemens AC65/XT65/XT75 Java user's guide, p. 58 and 61: no user takes part",
    queuesReport:
      "Siemens AC65/XT65/XT75 Java user's guide, p. 58 and 61: 902, 903 and 911 are not in its table",
  },
  examinationSources: {},
}
